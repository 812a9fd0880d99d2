"""An execution beside a contact that somebody else drives: events in, instructions out."""

import json
from typing import Any

import pytest

from connect_flows._simulator._events import ActionCompleted, ActionStarted, Input, Prompt
from connect_flows.test_cases import EndContact, Execution, Send, parse_test_case
from tests.unit.connect_flows.test_cases.documents import (
    FUNCTION,
    QUEUE,
    Document,
    asserts,
    case,
    chat,
    completes,
    ends,
    observation,
    says,
    sends,
    starts,
)

QUEUE_ARN = "arn:aws:connect:ap-northeast-2:123456789012:instance/1/queue/4f1c"
FUNCTION_ARN = "arn:aws:lambda:ap-northeast-2:123456789012:function:status"


def begun(*observations: Document, **more: Any) -> Execution:
    execution = Execution(parse_test_case(json.dumps(case(*observations, **more)), source="a.json"), lambda parts: None)
    execution.begin("1", at=100.0)
    return execution


def prompt(text: str, **more: Any) -> Prompt:
    return Prompt("1", 101.0, "inbound", "greet", text, **more)


def message(**properties: Any) -> Document:
    criteria = {"MatchingCriteria": {"Type": "Inclusion"}}
    return {"Type": "MessageReceived", "Properties": {**properties, **criteria}}


def test_says_what_to_do_in_the_order_of_the_actions() -> None:
    execution = begun(observation("menu", says("press"), sends("one", "DtmfInput", Value="1"), ends("end")))

    assert execution.see(prompt("Press one.")) == (Send("DtmfInput", "1"), EndContact())


def test_a_recording_is_known_by_its_id() -> None:
    execution = begun(observation("music", message(PromptId="7d3c"), ends("end")))

    assert execution.see(prompt("7d3c")) == (), "a text is no recording"
    assert execution.see(prompt("arn:aws:connect:eu-west-2:1:instance/1/prompt/other", kind="PromptId")) == ()
    assert execution.see(prompt("arn:aws:connect:eu-west-2:1:instance/1/prompt/7d3c", kind="PromptId")) == (
        EndContact(),
    )


def test_a_file_is_known_by_its_address() -> None:
    audio = {"Uri": "s3://bucket/hello.wav", "SourceType": "S3", "MediaType": "Audio"}
    execution = begun(observation("hello", message(Media=audio), ends("end")))

    assert execution.see(prompt("s3://bucket/other.wav", kind="Media")) == ()
    assert execution.see(prompt("s3://bucket/hello.wav", kind="Media")) == (EndContact(),)


def test_what_an_agent_hears_is_nothing_to_it() -> None:
    execution = begun(observation("whisper", says("customer"), ends("end")))

    assert execution.see(prompt("A customer.", to="agent")) == ()
    assert execution.see(prompt("A customer.", by="bot")) == (EndContact(),)


@pytest.mark.parametrize("named", [QUEUE_ARN, "4f1c"])
def test_a_resource_is_known_by_its_arn_or_its_id(named: str) -> None:
    execution = begun(observation("queue", starts("TransferContactToQueue", {"QueueId": named}), ends("end")))

    other = ActionStarted("1", 101.0, "inbound", "go", "TransferContactToQueue", f"{QUEUE_ARN}0")
    assert execution.see(other) == ()
    assert execution.see(other._replace(resource=QUEUE_ARN)) == (EndContact(),)


def test_an_action_that_tests_cannot_observe_is_nothing_to_it() -> None:
    execution = begun(observation("queue", starts("TransferContactToQueue", QUEUE), ends("end")))

    assert execution.see(ActionStarted("1", 101.0, "inbound", "go", "TransferToFlow", QUEUE["QueueId"])) == ()


def test_the_latest_answer_of_a_function_counts_once_one_was_waited_for() -> None:
    execution = begun(
        observation("status", completes("InvokeLambdaFunction", FUNCTION), then=("hello",)),
        observation("hello", says("hello"), asserts("second", "$.External.status", "second"), ends("end")),
    )

    for result in ("first", "second"):
        answer = (FUNCTION["LambdaFunctionARN"], {"status": result})
        execution.see(ActionCompleted("1", 101.0, "inbound", "status", "InvokeLambdaFunction", *answer))
    execution.see(prompt("Hello."))

    assert execution.status == "PASSED"


def test_an_answer_that_nobody_waited_for_is_empty() -> None:
    execution = begun(observation("hello", says("hello"), asserts("first", "$.External.status", "first"), ends("end")))

    execution.see(
        ActionCompleted("1", 101.0, "inbound", "x", "InvokeLambdaFunction", FUNCTION_ARN, {"status": "first"})
    )
    execution.see(prompt("Hello."))

    assert execution.failures == ("observation 'hello': $.External.status Equals 'first' does not hold: ''",)


def test_one_event_is_seen_by_all_who_wait_for_it() -> None:
    execution = begun(observation("a", says("hello")), observation("b", says("hello")))

    execution.see(prompt("Hello."))

    assert execution.status == "PASSED"


def test_who_begins_to_wait_waits_for_what_comes_later() -> None:
    execution = begun(observation("a", says("hello"), then=("b",)), observation("b", says("hello")))

    execution.see(prompt("Hello."))
    assert execution.status == "IN_PROGRESS"

    execution.see(prompt("Hello."))
    assert execution.status == "PASSED"


def test_an_input_ends_what_is_said_in_one_go() -> None:
    execution = begun(observation("both", says("hello goodbye"), ends("end")))

    execution.see(prompt("Hello."))
    execution.see(Input("1", 102.0, "inbound", "menu", "1", "DTMF"))
    assert execution.see(prompt("Goodbye.")) == ()

    execution.see(prompt("Hello."))
    assert execution.see(prompt("Goodbye.")) == (EndContact(),)


def test_nothing_comes_of_what_happens_after_its_end() -> None:
    execution = begun(observation("hello", says("hello"), ends("end")))
    execution.see(prompt("Hello."))
    before = execution.records

    assert execution.see(prompt("Hello.")) == ()
    execution.time_is_up(at=400.0)
    execution.contact_is_over(at=401.0)
    execution.stop(at=402.0)
    execution.fail(403.0, "INITIALIZATION_FAILURE", "limit reached")

    assert execution.records == before


def test_what_does_not_even_begin_has_a_reason_of_its_own() -> None:
    execution = begun(observation("hello", says("hello"), ends("end")), entry=chat())

    execution.fail(100.5, "INITIALIZATION_FAILURE", "limit reached")

    assert execution.failures == ("limit reached",)
    [completion] = [record for record in execution.records if record.record["Type"] == "COMPLETION"]
    assert completion.record["CompletionReason"]["FailureReasons"] == ["INITIALIZATION_FAILURE"]
    assert completion.record["ExecutionSummary"]["ExecutionDurationMs"] == 500


def test_records_tell_how_far_it_is() -> None:
    execution = begun(
        observation("hello", says("hello"), then=("queue",)), observation("queue", says("queue"), ends("end"))
    )

    told = [(record.observation, record.status) for record in execution.records]

    assert told == [("", "PASSED"), ("", "PASSED"), ("hello", "IN_PROGRESS")]
