"""Waiting for a person: what is heard meanwhile, and the offers to leave or to be called in turn."""

import pytest

from connect_flows.simulator import Call, CallbackCreated, Center
from tests.flows.company import CUSTOMER, bot_answers, heard, say
from tests.flows.scenes import waits_for_orders

WAIT = ("상담사를 연결하고 있습니다. 잠시만 기다려", "순서대로 연결해 드리고 있습니다")
OFFER = "순서가 되면 지금 거신 번호로 전화를 받으시려면 2번"
LEAVE = "통화를 마치고 나중에 다시 문의하시려면 1번, 계속 기다리시려면 2번"
SIZE = "현재 대기 고객은"
GOODBYE = "기다려 주셔서 감사합니다. 다음에 다시 문의해 주시면"


def says_the_size_again(caller: Call) -> Call:
    return caller.hears(SIZE, *WAIT).is_queued("orders")


def test_whoever_waits_hears_how_many_do_and_that_it_goes_in_turn(center: Center) -> None:
    caller = waits_for_orders(center)

    caller.hears("상담사가 존중받을 수 있도록", f"{SIZE} 1 명입니다", *WAIT)


def test_others_who_wait_count(center: Center) -> None:
    center.queue_named("orders").others = 4

    waits_for_orders(center).hears(f"{SIZE} 5 명입니다", *WAIT)


def test_whoever_waits_is_taken_by_the_first_who_is_free(center: Center) -> None:
    caller = waits_for_orders(center)

    center.agent("minsu", "orders")

    caller.is_with("minsu").hears("상담사가 연결되었습니다")


def test_after_45_seconds_a_call_in_turn_is_offered(center: Center) -> None:
    caller = waits_for_orders(center).waits(44).hears_nothing_of(OFFER)

    caller.waits(1).hears("연결이 늦어져 죄송합니다. 통화를 마치고").is_asked()

    assert OFFER in heard(caller)[-1]


def test_whoever_wants_to_be_called_keeps_the_place_and_is_called(center: Center) -> None:
    caller = waits_for_orders(center).waits_to_hear(OFFER).presses("2")

    caller.hears("순서가 되면 지금 거신 번호로 전화드리겠습니다").ends("CONTACT_FLOW_DISCONNECT")
    [made] = caller.events(CallbackCreated)
    assert (made.number, made.queue, made.delay) == (CUSTOMER, "orders", 30)
    callback = caller.callback()
    center.pass_time(30)
    callback.is_queued("orders")
    assert callback.contact.began == caller.contact.began


def test_whoever_is_called_in_turn_talks_to_the_agent(center: Center) -> None:
    callback = waits_for_orders(center).waits_to_hear(OFFER).presses("2").callback()
    center.pass_time(30)
    center.agent("minsu", "orders")

    callback.agent_hears("주문 배송 문의입니다", "본인 확인이 필요한").answers()

    # As for any call that an agent makes: who calls, and that it is recorded.
    callback.is_with("minsu").hears(
        "가나 상점 고객센터입니다. 이 통화는 상담 품질 향상과 분쟁 해결을 위하여 녹음됩니다"
    )
    callback.hears_nothing_of("상담사가 연결되었습니다")


def test_whoever_does_not_answer_is_called_three_times_ten_minutes_apart(center: Center) -> None:
    waits_for_orders(center).waits_to_hear(OFFER).presses("2")
    center.agent("minsu", "orders")

    for attempt, delay in enumerate((30, 600, 600), start=1):
        made = [event for event in center.events if isinstance(event, CallbackCreated)]
        assert (len(made), made[-1].delay, made[-1].number) == (attempt, delay, CUSTOMER)
        center.pass_time(delay)
        Call(center, center.contacts[made[-1].callback]).does_not_answer().ends("TELECOM_PROBLEM")

    assert sum(isinstance(event, CallbackCreated) for event in center.events) == 3


def test_whoever_wants_to_leave_is_told_goodbye(center: Center) -> None:
    caller = waits_for_orders(center).waits_to_hear(OFFER).presses("1").hears(GOODBYE).ends()

    assert list(caller.events(CallbackCreated)) == []


@pytest.mark.parametrize("key", ["3", "7"])
def test_whoever_wants_neither_goes_on_waiting(center: Center, key: str) -> None:
    says_the_size_again(waits_for_orders(center).waits_to_hear(OFFER).presses(key)).waits_to_hear(OFFER)


def test_whoever_says_nothing_to_the_offer_goes_on_waiting(center: Center) -> None:
    caller = waits_for_orders(center).waits_to_hear(OFFER)
    began = center.now()

    says_the_size_again(caller.stays_silent()).waits_to_hear(OFFER)

    assert center.now() - began == 5 + 45


def test_after_ten_offers_there_are_no_more(center: Center) -> None:
    caller = waits_for_orders(center)

    caller.waits_to_hear("오래 기다리시게 하여 대단히 죄송합니다").hears(WAIT[0]).waits(3600).is_queued("orders")

    assert sum(OFFER in text for text in heard(caller)) == 10
    center.agent("minsu", "orders")
    caller.is_with("minsu")


@pytest.mark.parametrize("number", ["", "anonymous"])
def test_whoever_shows_no_number_may_leave_but_is_offered_no_call(center: Center, number: str) -> None:
    caller = waits_for_orders(center, number).waits_to_hear(LEAVE).hears_nothing_of(OFFER).is_asked()

    caller.presses("1").hears(GOODBYE).ends()


@pytest.mark.parametrize("key", ["2", "5"])
def test_whoever_shows_no_number_and_does_not_leave_goes_on_waiting(center: Center, key: str) -> None:
    caller = waits_for_orders(center, "").waits_to_hear(LEAVE).presses(key)

    says_the_size_again(caller).waits_to_hear(LEAVE)
    assert list(caller.events(CallbackCreated)) == []


def test_whoever_shows_no_number_and_says_nothing_goes_on_waiting(center: Center) -> None:
    says_the_size_again(waits_for_orders(center, "").waits_to_hear(LEAVE).stays_silent())


def test_nobody_is_offered_a_call_where_the_settings_offer_none(center: Center) -> None:
    say(center, callback_offer="not_offered")

    caller = waits_for_orders(center)

    caller.waits_to_hear(LEAVE).hears_nothing_of(OFFER).presses("2").is_queued("orders")
    assert list(caller.events(CallbackCreated)) == []


def test_whoever_cannot_be_called_is_told_so_and_keeps_waiting(center: Center) -> None:
    center.undialable.add(CUSTOMER)
    caller = waits_for_orders(center).waits_to_hear(OFFER).presses("2")

    says_the_size_again(caller.hears("지금 거신 번호로는 전화를 드릴 수 없습니다")).waits_to_hear(OFFER)
    assert list(caller.events(CallbackCreated)) == []


def test_whose_number_is_no_number_is_told_so_and_keeps_waiting(center: Center) -> None:
    caller = waits_for_orders(center, "+0101").waits_to_hear(OFFER).presses("2")

    says_the_size_again(caller.hears("지금 거신 번호로는 전화를 드릴 수 없습니다"))


def test_whoever_finds_no_place_among_calls_in_turn_keeps_waiting(center: Center) -> None:
    caller = waits_for_orders(center).waits_to_hear(OFFER)
    center.queue_named("orders").max_contacts = 1

    says_the_size_again(caller.presses("2").hears("전화 요청을 접수하지 못했습니다")).waits_to_hear(OFFER)


def test_a_chat_waits_without_numbers_or_offers(center: Center) -> None:
    bot_answers(center, next_action="queue", queue="orders", bot_intent="cancel")

    customer = center.chat().says("주문이요").hears("가나 상점 고객센터입니다. 상담사를 연결하고 있습니다")

    customer.waits(3600).is_queued("orders").hears_nothing_of(SIZE, OFFER, LEAVE)
    assert len(heard(customer)) == 4


def test_whoever_waits_where_nobody_is_counted_is_told_no_number(center: Center) -> None:
    caller = waits_for_orders(center).waits_to_hear(OFFER)
    # An agent was about to take the call: it counts no longer, and came back to the flow.
    center.queue_named("orders").remove(caller.contact)

    caller.presses("3").hears(*WAIT)

    assert sum(SIZE in text for text in heard(caller)) == 1
