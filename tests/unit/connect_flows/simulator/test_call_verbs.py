"""The verbs of a call in a test: each holds when it is true, and fails with the transcript and the path when not."""

from collections.abc import Callable

import pytest

from connect_flows.simulator import Call, CallFailure, Center, Disconnected
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of
from tests.unit.connect_flows.small_flows import ask_function, menu, say, set_attributes, to_queue


def center() -> Center:
    """A greeting, a function, a menu, and a queue behind key 1."""
    made = center_of(
        say("greet", "안녕하십니까. 가나 상점입니다.", next="ask"),
        ask_function("ask", "status", next="set", failed="set"),
        set_attributes("set", next="menu", intent="refund"),
        menu("menu", {"1": "queue"}, timeout="goodbye", wrong="goodbye"),
        say("goodbye", "안녕히 계십시오.", next="bye"),
        *to_queue(full="goodbye", failed="goodbye", missing="goodbye"),
    )
    made.function("status").answers(line="open")
    return made


@pytest.fixture
def call() -> Call:
    return center().call(CUSTOMER)


def test_a_call_reads_as_it_goes(call: Call) -> None:
    call.hears("안녕하십니까", "번호를 눌러").is_asked().has(intent="refund").asked("status")
    call.presses("1").is_queued("general").hears_nothing_of("안녕히")
    assert call.agent == ""
    call.center.agent("minsu", "general").hangs_up()
    assert call.agent == "minsu"
    call.ends("AGENT_DISCONNECT").took("inbound", "menu", "condition:Equals:1")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (lambda call: call.hears("상담사"), "expected to hear '상담사'"),
        (lambda call: call.hears("번호를 눌러", "안녕하십니까"), "expected to hear '안녕하십니까'"),
        (lambda call: call.hears_nothing_of("가나"), "expected not to hear '가나'"),
        (lambda call: call.is_queued(), "expected to wait in a queue"),
        (lambda call: call.is_queued("general"), "expected to wait in queue general"),
        (lambda call: call.presses("1").is_queued("orders"), "expected to wait in queue orders"),
        (lambda call: call.presses("1").is_asked(), "expected to be asked something"),
        (lambda call: call.is_with("minsu"), "expected to talk to agent minsu"),
        (lambda call: call.ends(), "expected to end"),
        (lambda call: call.hangs_up().ends("AGENT_DISCONNECT"), "expected to end with AGENT_DISCONNECT"),
        (lambda call: call.is_transferred("billing"), "expected to be transferred to billing"),
        (lambda call: call.is_held(), "expected to be on hold"),
        (lambda call: call.agent_hears("고객"), "expected the agent to hear '고객'"),
        (lambda call: call.has(intent="order"), "expected attribute intent 'order', not 'refund'"),
        (lambda call: call.has(vip="true"), "expected attribute vip 'true', not None"),
        (lambda call: call.took("inbound", "queue"), "expected to pass inbound/queue"),
        (lambda call: call.took("inbound", "ask", "error:NoMatchingError"), "expected to pass inbound/ask by error"),
        (lambda call: call.asked("other"), "expected function other to be asked"),
        (lambda call: call.callback(), "expected a queued callback"),
        (lambda call: call.answers(), "expected the telephone to ring"),
        (lambda call: call.does_not_answer(), "expected the telephone to ring"),
        (lambda call: call.waits_to_hear("상담사", at_most=60), "expected to hear '상담사'"),
        (lambda call: call.hangs_up().presses("1"), "expected the contact to go on"),
        (lambda call: call.presses("1").stays_silent(), "expected to be waited for"),
    ],
)
def test_what_is_not_so_fails_with_what_was_expected(call: Call, claims: Callable[[Call], Call], expected: str) -> None:
    with pytest.raises(CallFailure) as failure:
        claims(call)

    assert str(failure.value).startswith(expected)


def test_a_failure_shows_the_transcript_and_the_path(call: Call) -> None:
    with pytest.raises(CallFailure) as failure:
        call.hears("상담사")

    assert str(failure.value) == (
        "expected to hear '상담사'; the contact is IN_FLOW, waits for input\n"
        "--- transcript\n"
        "  0.0  VOICE INBOUND\n"
        "  0.0  flow: inbound\n"
        "  0.0  inbound/greet  hears: 안녕하십니까. 가나 상점입니다.\n"
        "  0.0  inbound/ask  function status answers {'line': 'open'}\n"
        "  0.0  inbound/menu  hears: 번호를 눌러 주십시오.\n"
        "--- path\n"
        "inbound:\n"
        "  greet (MessageParticipant) success -> ask\n"
        "  ask (InvokeLambdaFunction) success -> set\n"
        "  set (UpdateContactAttributes) success -> menu"
    )


def test_a_failure_of_a_call_is_a_failure_of_the_test(call: Call) -> None:
    with pytest.raises(AssertionError):
        call.ends()


def test_texts_are_heard_one_after_the_other_and_each_once(call: Call) -> None:
    call.hears("안녕하십니까")

    with pytest.raises(CallFailure):
        call.hears("안녕하십니까")


@pytest.mark.parametrize("text", ["가나상점", "가나 상점입니다!", "안녕하십니까 가나"])
def test_spaces_and_punctuation_are_not_heard(call: Call, text: str) -> None:
    call.hears(text)


def test_silence_lasts_until_the_flow_waits_no_longer(call: Call) -> None:
    call.stays_silent().hears("안녕히 계십시오.").ends()

    assert next(call.events(Disconnected)).at - call.contact.began == 5.0


def test_waiting_to_hear_takes_as_long_as_it_takes(call: Call) -> None:
    call.waits_to_hear("안녕히").ends()


def test_a_telephone_that_is_dialled_rings_until_somebody_answers() -> None:
    made = center()

    call = made.dial(CUSTOMER, flow="inbound", attributes={"vip": "true"})
    assert call.contact.state == "RINGING"

    call.answers().hears("안녕하십니까").has(vip="true")
    made.dial(CUSTOMER, flow="inbound").does_not_answer().ends("TELECOM_PROBLEM")


def test_a_caller_may_show_no_number() -> None:
    assert center().call().contact.customer == ""


def test_a_chat_is_a_chat() -> None:
    made = center()

    chat = made.chat(flow="inbound", attributes={"customer_id": "C-1"}).has(customer_id="C-1")

    assert (chat.contact.channel, chat.contact.method) == ("CHAT", "API")


def test_whoever_looks_on_sees_every_event() -> None:
    made, seen = center(), list[object]()
    made.listeners.append(seen.append)

    made.call(CUSTOMER)

    assert seen == made.events
