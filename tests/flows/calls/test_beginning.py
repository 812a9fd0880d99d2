"""What callers and chats hear first, and when they hear that nobody is there."""

from datetime import date, datetime

import pytest

from connect_flows.simulator import Call, Center, ContactUpdated
from tests.flows.company import CHANNELS, CUSTOMER, KOREA, TEXTS, Dial, answers, begins, fails, heard
from tests.flows.promises import SETS_RECORDING

CLOSED = f"지금은 상담 시간이 아닙니다. 상담 시간은 {TEXTS['opening_hours']}입니다. 상담 시간에 다시 문의해 주시면"


def recordings(call: Call) -> list[object]:
    return [event.values for event in call.events(ContactUpdated) if event.what == SETS_RECORDING]


def test_a_caller_is_greeted_told_of_the_recording_and_asked_what_is_wanted(call: Dial) -> None:
    caller = call(CUSTOMER)

    caller.hears("가나 상점 고객센터입니다. 이 통화는 상담 품질 향상과", "용건을 편하게 말씀해").is_asked()
    assert len(heard(caller)) == 2
    assert recordings(caller) == [{"RecordingBehavior": {"RecordedParticipants": ["Agent", "Customer"]}}]


def test_a_chat_is_greeted_told_that_it_is_kept_and_asked_what_is_wanted(chat: Dial) -> None:
    customer = chat()

    customer.hears("가나 상점 고객센터입니다. 대화 내용은 상담 품질 향상과", "편하게 입력해").is_asked()
    assert len(heard(customer)) == 2
    assert recordings(customer) == []


def test_a_chat_that_comes_to_the_flow_for_calls_runs_that_for_chats(chat: Dial) -> None:
    customer = chat(flow="inbound")

    customer.is_transferred("chat").hears("저장됩니다", "편하게 입력해").hears_nothing_of("녹음됩니다").is_asked()


def test_a_chat_that_cannot_go_to_the_flow_for_chats_gets_a_person(center: Center, chat: Dial) -> None:
    center.missing.add("flow.chat")

    chat(flow="inbound").hears("상담사를 연결하고 있습니다").is_queued("general")


def test_a_chat_that_cannot_go_to_the_flow_for_chats_is_told_when_nobody_is_there(center: Center, chat: Dial) -> None:
    center.missing.add("flow.chat")
    center.closes("business")

    chat(flow="inbound").hears(CLOSED).ends()


@pytest.mark.parametrize("channel", CHANNELS)
def test_nobody_is_asked_anything_when_the_line_is_closed(center: Center, channel: str) -> None:
    center.closes("main")

    customer = begins(center, channel).hears("가나 상점", CLOSED).ends("CONTACT_FLOW_DISCONNECT")

    assert len(heard(customer)) == 2


@pytest.mark.parametrize(("day", "is_open"), [(24, True), (25, False)], ids=["eve", "holiday"])
def test_a_holiday_is_a_day_on_which_the_line_is_closed(center: Center, call: Dial, day: int, is_open: bool) -> None:
    center.opening["main"] = lambda now: now.date() != date(2026, 12, 25)
    center.timeline.now = datetime(2026, 12, day, 15, tzinfo=KOREA).timestamp()

    caller = call(CUSTOMER)

    caller.hears("무엇을 도와드릴까요" if is_open else CLOSED)
    assert caller.contact.ended is not is_open


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_line_counts_as_open_when_its_hours_are_missing(center: Center, channel: str) -> None:
    center.missing.add("hours.main")

    begins(center, channel).hears("무엇을 도와드릴까요").is_asked()


@pytest.mark.parametrize("channel", CHANNELS)
def test_in_an_emergency_nobody_is_asked_anything(center: Center, channel: str) -> None:
    answers(center, "read_line_status", {"line_status": "emergency", "announcement": "점검하고 있습니다."})

    customer = begins(center, channel)

    customer.hears("가나 상점", "안내 말씀드립니다. 점검하고 있습니다.", "잠시 후 다시 문의해 주시기 바랍니다").ends()
    assert len(heard(customer)) == 3


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_line_counts_as_open_when_the_function_that_knows_fails(center: Center, channel: str) -> None:
    fails(center, "read_line_status")

    begins(center, channel).hears("무엇을 도와드릴까요").is_asked()


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_line_counts_as_open_when_the_function_that_knows_is_slow(center: Center, channel: str) -> None:
    del center.functions["read_line_status"]
    center.function("read_line_status").answers(line_status="emergency", announcement="점검", after=4.5)
    began = center.now()

    begins(center, channel).hears("무엇을 도와드릴까요").hears_nothing_of("점검").is_asked()

    assert center.now() - began == 4


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_line_counts_as_open_when_the_answer_is_too_large(center: Center, channel: str) -> None:
    answers(center, "read_line_status", {"line_status": "emergency", "announcement": "점검" * 6000})

    begins(center, channel).hears("무엇을 도와드릴까요").is_asked()


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("status", ["open", "", "OPEN", "closed"])
def test_the_line_counts_as_open_unless_it_is_an_emergency(center: Center, channel: str, status: str) -> None:
    answers(center, "read_line_status", {"line_status": status, "announcement": "점검하고 있습니다."})

    begins(center, channel).hears("무엇을 도와드릴까요").hears_nothing_of("점검하고").is_asked()


def test_a_function_that_fails_once_is_asked_again(center: Center, call: Dial) -> None:
    del center.functions["read_line_status"]
    center.function("read_line_status").fails().answers(line_status="emergency", announcement="점검하고 있습니다.")

    call(CUSTOMER).hears("점검하고 있습니다.").ends()


def test_whoever_hangs_up_is_gone(call: Dial) -> None:
    call(CUSTOMER).hears("무엇을 도와드릴까요").hangs_up().ends("CUSTOMER_DISCONNECT")
