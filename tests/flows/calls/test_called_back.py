"""Customers who are called at the time that they booked: the ledger hears of each step, nobody is promised too much."""

import pytest

from connect_flows.simulator import Call, Center, ContactUpdated
from tests.flows.company import answers, bot_answers, calls_back, heard, steps_told
from tests.flows.promises import SETS_RECORDING

QUESTION = "고객님께서 예약하신 전화입니다. 지금 상담을 원하시면 1번"
OVER = "이 전화 예약은 이미 처리되었습니다"
AGAIN = "잠시 후 다시 전화드리겠습니다"
TROUBLES = pytest.mark.parametrize(
    ("trouble", "apology"),
    [("full", "지금은 문의가 많아"), ("disabled", "시스템 문제로"), ("missing", "시스템 문제로")],
)


def ledger_says(center: Center, **steps: str) -> None:
    """What the ledger answers to each step; it fails at one that is not told."""
    del center.functions["report_callback"]
    center.function("report_callback").does(lambda event: {"outcome": steps[event["Details"]["Parameters"]["Step"]]})


def distinct(steps: list[str]) -> list[str]:
    """Steps without those that were told again because the function had failed."""
    return list(dict.fromkeys(steps))


def happens(center: Center, trouble: str) -> None:
    queue = center.queue_named("callback")
    if trouble == "full":
        queue.fill()
    elif trouble == "disabled":
        queue.enabled = False
    else:
        center.missing.add("queue.callback")


def picks_up(center: Center, *, late: bool = False) -> Call:
    return calls_back(center, late=late).answers().hears("안녕하십니까. 가나 상점 고객센터입니다")


def test_a_customer_who_wants_it_waits_first_in_line_and_is_recorded(center: Center) -> None:
    customer = picks_up(center).hears(QUESTION).is_asked().presses("1")

    customer.hears("상담사를 연결해 드리겠습니다. 이 통화는").is_queued("callback")
    assert steps_told(center) == ["answered", "confirmed"]
    assert customer.contact.priority == 1
    customer.has(callback_id="0f", callback_dial="1", intent="callback", customer_authenticated="false")
    assert [event.values for event in customer.events(ContactUpdated) if event.what == SETS_RECORDING] == [
        {"RecordingBehavior": {"RecordedParticipants": ["Agent", "Customer"]}}
    ]


def test_a_customer_who_is_called_back_goes_before_one_who_called(center: Center) -> None:
    bot_answers(center, next_action="queue", queue="orders")
    caller = center.call("+821087654321").says("상담사요")
    center.agent("jiyoung", "orders").transfers(flow="queue_transfer", queue="callback")
    customer = picks_up(center).presses("1")

    center.agent("minsu", "callback")

    customer.is_with("minsu")
    caller.is_queued("callback")


def test_an_agent_hears_that_the_customer_has_booked_the_call(center: Center) -> None:
    customer = picks_up(center).presses("1")

    center.agent("minsu", "callback")

    customer.is_with("minsu").agent_hears("예약하신 시간에 전화드린 고객님입니다", "본인 확인이 필요한")
    customer.hears("상담사가 연결되었습니다")


def test_a_customer_who_was_called_is_offered_no_other_call(center: Center) -> None:
    customer = picks_up(center).presses("1")

    customer.waits_to_hear("통화를 마치고 나중에 다시 문의하시려면 1번").hears_nothing_of("전화를 받으시려면")


def test_a_customer_who_is_called_late_hears_an_apology_before_all_else(center: Center) -> None:
    late, in_time = picks_up(center, late=True), picks_up(center)

    assert "늦게 전화드려 대단히 죄송합니다" in heard(late)[1]
    late.hears(QUESTION).is_asked()
    in_time.hears_nothing_of("늦게").hears(QUESTION)


def test_a_customer_who_no_longer_wants_it_is_told_that_nobody_calls_again(center: Center) -> None:
    customer = picks_up(center).hears(QUESTION).presses("2")

    customer.hears("예약을 취소해 드렸습니다. 다시 전화드리지 않겠습니다").ends()
    assert steps_told(center) == ["answered", "declined"]


@pytest.mark.parametrize(
    ("over", "keys"),
    [("answered", ""), ("confirmed", "1"), ("declined", "2")],
    ids=["answered", "confirmed", "declined"],
)
def test_a_call_that_is_over_for_the_ledger_apologises_and_ends(center: Center, over: str, keys: str) -> None:
    ledger_says(center, **{**dict.fromkeys(("answered", "confirmed", "declined"), "going_on"), over: "over"})
    customer = picks_up(center)

    if keys:
        customer.hears(QUESTION).presses(keys)

    customer.hears(OVER).ends()
    assert steps_told(center)[-1] == over
    assert heard(customer)[-1].startswith(OVER)


@pytest.mark.parametrize("answered", [{}, {"answered": "unknown"}], ids=["away", "unknown"])
@pytest.mark.parametrize("confirmed", [{}, {"confirmed": "unknown"}], ids=["away", "unknown"])
@pytest.mark.parametrize("late", [False, True])
def test_a_customer_is_put_through_when_the_ledger_cannot_be_asked(
    center: Center, answered: dict[str, str], confirmed: dict[str, str], late: bool
) -> None:
    ledger_says(center, **answered, **confirmed)

    customer = picks_up(center, late=late).hears(*(["늦게 전화드려"] if late else []), QUESTION)

    customer.presses("1").is_queued("callback")
    assert distinct(steps_told(center)) == ["answered", "confirmed"]


@TROUBLES
def test_a_customer_who_cannot_be_put_through_is_told_of_the_next_call(
    center: Center, trouble: str, apology: str
) -> None:
    happens(center, trouble)

    customer = picks_up(center).presses("1").ends()

    assert steps_told(center) == ["answered", "confirmed", "dropped"]
    assert AGAIN in heard(customer)[-1]
    customer.hears_nothing_of(apology)


@TROUBLES
@pytest.mark.parametrize("dropped", [{"dropped": "over"}, {"dropped": "unknown"}, {}], ids=["over", "unknown", "away"])
def test_a_customer_who_cannot_be_put_through_is_promised_no_call_that_may_not_come(
    center: Center, trouble: str, apology: str, dropped: dict[str, str]
) -> None:
    happens(center, trouble)
    ledger_says(center, answered="going_on", confirmed="going_on", **dropped)

    customer = picks_up(center).presses("1").ends()

    assert steps_told(center)[-1] == "dropped"
    assert heard(customer)[-1].startswith(apology)
    assert "다시 문의해 주시기 바랍니다" in heard(customer)[-1]
    customer.hears_nothing_of(AGAIN)


@pytest.mark.parametrize("declined", [{}, {"declined": "unknown"}], ids=["away", "unknown"])
def test_a_wish_that_could_not_be_written_down_is_not_called_done(center: Center, declined: dict[str, str]) -> None:
    ledger_says(center, answered="going_on", **declined)

    customer = picks_up(center).hears(QUESTION).presses("2").hears("예약을 취소하지 못했습니다", QUESTION).is_asked()

    customer.hears_nothing_of("취소해 드렸습니다")


def test_a_wish_that_is_written_down_the_second_time_is_done(center: Center) -> None:
    answers(center, "report_callback", *({"outcome": each} for each in ("going_on", "unknown", "going_on")))

    customer = picks_up(center).hears(QUESTION).presses("2").hears("취소하지 못했습니다", QUESTION).presses("2")

    customer.hears("예약을 취소해 드렸습니다").ends()


@pytest.mark.parametrize("miss", ["5", ""], ids=["wrong key", "silence"])
def test_whoever_presses_nothing_that_is_offered_is_asked_twice_and_let_go(center: Center, miss: str) -> None:
    customer = picks_up(center).hears(QUESTION)
    began = center.now()

    customer = customer.presses(miss) if miss else customer.stays_silent()
    customer.hears("선택하신 번호를 확인하지 못했습니다", QUESTION).is_asked()
    customer = customer.presses(miss) if miss else customer.stays_silent()

    customer.hears("응답을 확인하지 못하여 통화를 마치겠습니다").ends()
    assert center.now() - began == (0 if miss else 14)
    assert steps_told(center) == ["answered"]


def test_whoever_misses_once_may_still_choose(center: Center) -> None:
    picks_up(center).hears(QUESTION).presses("9").hears(QUESTION).presses("1").is_queued("callback")


def test_whoever_does_not_answer_hears_nothing(center: Center) -> None:
    customer = calls_back(center).does_not_answer()

    customer.ends("TELECOM_PROBLEM")
    assert heard(customer) == []
    assert steps_told(center) == []
