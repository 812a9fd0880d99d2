"""UpdateContactCallbackNumber, CreateCallbackContact, and the callback as a contact of its own."""

import pytest

from connect_flows.simulator import CallbackCreated, Center, Prompt, Started
from tests.unit.connect_flows.building import Document, block
from tests.unit.connect_flows.simulator.centres import CUSTOMER, center_of, it, told
from tests.unit.connect_flows.small_flows import flow, hook, say

NUMBER_ERRORS = ("InvalidCallbackNumber", "CallbackNumberNotDialable")


def number_block(number: str) -> Document:
    return it("UpdateContactCallbackNumber", {"CallbackNumber": number}, *NUMBER_ERRORS)


@pytest.mark.parametrize(
    ("number", "branch", "kept"),
    [
        ("+821098765432", "success", "+821098765432"),
        ("821098765432", "success", "+821098765432"),
        ("01098765432", "error:InvalidCallbackNumber", None),
        ("+8210-9876-5432", "error:InvalidCallbackNumber", None),
        ("+1234567890123456", "error:InvalidCallbackNumber", None),
        ("", "error:InvalidCallbackNumber", None),
        ("anonymous", "error:InvalidCallbackNumber", None),
        ("+82999", "error:CallbackNumberNotDialable", None),
    ],
)
def test_a_number_to_call_back_must_be_one_and_may_be_called(number: str, branch: str, kept: str | None) -> None:
    center = center_of(number_block("$.Attributes.number"), *told(*NUMBER_ERRORS))
    center.undialable.add("+82999")

    call = center.call(CUSTOMER, attributes={"number": number}).took("inbound", "it", branch)

    assert call.contact.callback_number == kept


def test_a_chat_has_no_number_to_call_back() -> None:
    center = center_of(number_block("+821098765432"), *told(*NUMBER_ERRORS))

    center.chat(flow="inbound").took("inbound", "it", "error:InvalidCallbackNumber")


def callback_block(**parameters: str) -> Document:
    given = {"InitialCallDelaySeconds": "30", "MaximumConnectionAttempts": "2", "RetryDelaySeconds": "600"}
    return it("CreateCallbackContact", {**given, **parameters})


def with_callback(*before: Document, queue: str = "general", **parameters: str) -> Center:
    end = block("end", "EndFlowExecution")
    flows = (
        flow("agent", say("say", "전화 드릴 고객입니다.", next="end"), end, type="agentWhisper"),
        flow("customer", say("say", "상담사입니다.", next="end"), end, type="customerWhisper"),
        flow("outbound", say("say", "예약하신 전화입니다.", next="end"), end, type="outboundWhisper"),
    )
    target = block("queue", "UpdateContactTargetQueue", {"QueueId": f"${{queue.{queue}}}"}, next="hook",
                   errors={"NoMatchingError": "hook"})  # fmt: skip
    hooks = (
        hook("hook", "AgentWhisper", "agent", next="hook2"),
        hook("hook2", "CustomerWhisper", "customer", next=str(before[0]["Identifier"]) if before else "it"),
    )
    return center_of(target, *hooks, *before, callback_block(**parameters), *told(), others=flows)


def test_the_caller_is_called_back_from_the_queue_when_an_agent_is_free() -> None:
    center = with_callback()
    call = center.call(CUSTOMER, attributes={"intent": "refund"}).took("inbound", "it", "success").ends()

    [made] = call.events(CallbackCreated)
    assert (made.number, made.queue, made.delay) == (CUSTOMER, "general", 30.0)
    agent = center.agent("minsu", "general")
    center.pass_time(29)
    assert agent.contact is None
    center.pass_time(2)

    call.callback().agent_hears("전화 드릴 고객입니다.").answers().is_with("minsu")
    agent.hangs_up()


@pytest.mark.parametrize(("outbound", "hears"), [("outbound", ["예약하신 전화입니다."]), ("", [])])
def test_whoever_is_called_back_hears_the_whisper_of_the_queue_and_of_no_flow(outbound: str, hears: list[str]) -> None:
    center = with_callback()
    center.queue_named("general").outbound = outbound
    call = center.call(CUSTOMER)
    center.agent("minsu", "general")
    center.pass_time(31)

    callback = call.callback().answers().is_with("minsu")

    told = [prompt for prompt in callback.events(Prompt) if prompt.contact == callback.contact.id]
    assert [prompt.text for prompt in told if prompt.to == "customer"] == hears


def test_a_callback_is_a_contact_of_its_own_in_the_chain_of_the_call() -> None:
    center = with_callback()
    call = center.call(CUSTOMER, attributes={"intent": "refund"})

    callback = call.callback().has(intent="refund").contact

    assert (callback.method, callback.channel, callback.state) == ("CALLBACK", "VOICE", "SCHEDULED")
    assert (callback.previous_id, callback.initial_id) == (call.contact.id, call.contact.id)
    assert callback.began == call.contact.began
    assert [event.previous for event in center.events if isinstance(event, Started)] == ["", call.contact.id]


def test_a_callback_keeps_the_place_that_the_call_had() -> None:
    center = with_callback(InitialCallDelaySeconds="0")
    first = center.call("+821000000001").callback()
    center.pass_time(60)
    center.call(CUSTOMER)

    center.agent("minsu", "general")

    assert first.contact.state == "RINGING"


def test_another_number_is_called_if_one_was_set() -> None:
    number = block("number", "UpdateContactCallbackNumber", {"CallbackNumber": "+821099999999"}, next="it",
                   errors=dict.fromkeys(NUMBER_ERRORS, "it"))  # fmt: skip

    [made] = with_callback(number).call(CUSTOMER).events(CallbackCreated)

    assert made.number == "+821099999999"


def test_another_queue_is_taken_if_the_block_names_one() -> None:
    [made] = with_callback(QueueId="${queue.callback}").call(CUSTOMER).events(CallbackCreated)

    assert made.queue == "callback"


def test_who_does_not_answer_is_called_again_as_often_as_the_block_says() -> None:
    center = with_callback()
    call = center.call(CUSTOMER)
    center.agent("minsu", "general")
    center.pass_time(31)

    call.callback().does_not_answer().ends("TELECOM_PROBLEM")
    center.pass_time(599)
    assert call.callback().contact.state == "SCHEDULED"
    center.pass_time(2)
    call.callback().does_not_answer()

    made = [event.delay for event in center.events if isinstance(event, CallbackCreated)]
    assert made == [30.0, 600.0]


def test_a_telephone_does_not_ring_longer_than_a_minute() -> None:
    center = with_callback()
    call = center.call(CUSTOMER)
    agent = center.agent("minsu", "general")
    center.pass_time(31)
    ringing = call.callback()

    center.pass_time(61)

    ringing.ends("TELECOM_PROBLEM")
    assert agent.available


@pytest.mark.parametrize("number", ["", "+82999"])
def test_nobody_can_be_called_back_whose_number_is_not_known_or_must_not_be_called(number: str) -> None:
    center = with_callback()
    center.undialable.add("+82999")

    call = center.call(number).took("inbound", "it", "error:NoMatchingError")

    assert list(call.events(CallbackCreated)) == []


def test_a_queue_that_is_full_or_not_there_takes_no_callback() -> None:
    full, missing = with_callback(), with_callback()
    full.queue_named("general").fill()
    missing.missing.add("queue.general")

    full.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")
    missing.call(CUSTOMER).took("inbound", "it", "error:NoMatchingError")
