"""How executions go: what is waited for, what is done then, what is replaced, and how they end."""

import json
from collections.abc import Mapping
from copy import deepcopy as copied
from typing import Any, TypeVar

import pytest

from connect_flows import UnknownPlaceholder
from connect_flows._simulator._events import Disconnected, Queued
from connect_flows.simulator import Center
from connect_flows.test_cases import Execution, InvalidTestCase, parse_test_case, run_test_case
from tests.unit.connect_flows.test_cases import documents
from tests.unit.connect_flows.test_cases.documents import (
    FUNCTION,
    HOURS,
    QUEUE,
    Document,
    asserts,
    begins,
    case,
    ends,
    observation,
    overrides,
    says,
    sends,
    starts,
    voice,
)
from tests.unit.connect_flows.test_cases.small_flows import bot, inbound

Kind = TypeVar("Kind")


def center() -> Center:
    made = Center([inbound(), bot()])
    made.opens("main")
    made.function("read_line_status").answers(line_status="open")
    return made


def run(*observations: Document, at: Center | None = None, entry: Document | None = None, **more: Any) -> Execution:
    document = case(*observations, entry=entry, **more)
    return run_test_case(parse_test_case(json.dumps(document), source="case.json"), at or center())


def records(execution: Execution) -> dict[str, Mapping[str, Any]]:
    """Records by observation; those about the execution by type."""
    return {record.observation or record.record["Type"]: record.record for record in execution.records}


def events_of(made: Center, kind: type[Kind]) -> list[Kind]:
    return [event for event in made.events if isinstance(event, kind)]


def completion(execution: Execution) -> tuple[str, list[str]]:
    reason = records(execution)["COMPLETION"]["CompletionReason"]
    return reason["Type"], reason["FailureReasons"]


def menu(*actions: Document, then: tuple[str, ...] = ()) -> Document:
    return observation("menu", says("press one"), *actions, then=then)


def queue(*actions: Document) -> Document:
    return observation("queue", starts("TransferContactToQueue", QUEUE), *(actions or (ends("end"),)))


def test_passes_when_every_observation_has_come() -> None:
    execution = run(menu())

    assert execution.status == "PASSED"
    assert "Approximate" not in records(execution)["menu"]
    assert execution.summary == {"TotalObservations": 1, "ObservationsPassed": 1, "ObservationsFailed": 0}
    assert completion(execution) == ("SUCCESS", [])
    assert execution.failures == ()


def test_the_whole_case_passes() -> None:
    full = parse_test_case(json.dumps(documents.whole()), source="case.json")

    execution = run_test_case(full, center())

    assert execution.failures == ()
    assert execution.status == "PASSED"


def test_an_observation_that_never_comes_fails_it() -> None:
    execution = run(observation("orders", says("orders are closed"), ends("end")))

    assert execution.status == "FAILED"
    assert completion(execution) == ("FAILURE", ["OBSERVE_EVENT"])
    assert execution.failures == (
        "observation 'orders': a message (Inclusion) 'orders are closed' has not come; "
        "heard: Hello. / Press one for orders.",
    )


def test_takes_five_simulated_minutes_at_most() -> None:
    execution = run(observation("talk", says("never said")), entry=voice("bot"))

    assert execution.ended - execution.began == 300
    assert completion(execution) == ("TIMEOUT", ["OBSERVE_EVENT"])


def test_does_not_wait_when_the_contact_is_over() -> None:
    execution = run(menu(sends("off", "Disconnect"), then=("late",)), observation("late", says("farewell")))

    assert completion(execution) == ("FAILURE", ["OBSERVE_EVENT"])
    assert execution.ended - execution.began < 1


def test_an_observation_waits_only_once_another_has_passed() -> None:
    hello = observation("hello", says("hello"), then=())
    first = observation("first", says("press one"), sends("two", "DtmfInput", Value="2"), then=("hello",))

    execution = run(first, hello)

    assert execution.failures[0].startswith("observation 'hello': a message (Inclusion) 'hello' has not come")


def test_observations_that_nothing_leads_to_wait_from_the_start_in_any_order() -> None:
    assert run(observation("b", says("press one")), observation("a", says("hello"))).status == "PASSED"


def test_a_text_can_go_over_several_prompts_of_a_call() -> None:
    assert run(observation("all", says("hello press one"))).status == "PASSED"


def test_each_message_of_a_chat_stands_alone() -> None:
    execution = run(observation("all", says("hello press one"), ends("end")), entry=documents.chat("inbound"))

    assert execution.status == "FAILED"


def test_what_was_said_before_an_input_is_over() -> None:
    first = observation("menu", says("press one"), sends("wrong", "DtmfInput", Value="9"), then=("bye",))
    bye = observation("bye", says("orders farewell"))

    assert run(first, bye).status == "FAILED"


@pytest.mark.parametrize(
    ("text", "status"),
    [("Press one for your orders", "PASSED"), ("Say two for bills", "FAILED")],
)
def test_similar_is_what_shares_most_pairs_of_letters(text: str, status: str) -> None:
    execution = run(observation("menu", says(text, "Similarity"), ends("end")))

    assert execution.status == status
    assert records(execution)["menu"]["Approximate"] is True


def test_keys_are_pressed_when_the_prompt_has_been_heard() -> None:
    assert run(menu(sends("one", "DtmfInput", Value="1"), then=("queue",)), queue()).status == "PASSED"


def test_texts_of_the_centre_stand_in_the_case_too() -> None:
    made = Center([inbound(), bot()], texts={"goods": "orders"})
    made.opens("main").function("read_line_status").answers(line_status="open")

    assert run(observation("menu", says("press one for ${text.goods}")), at=made).status == "PASSED"
    with pytest.raises(UnknownPlaceholder, match=r"\$\{text\.goods\} has no value"):
        run(observation("menu", says("press one for ${text.goods}"), ends("end")))


def test_what_the_customer_says_reaches_the_bot() -> None:
    made = center()
    made.bot("service").understands("orders", intent="orders")
    hello = observation("hello", says("what do you want"), sends("say", "Utterance", Value="orders"), then=("done",))
    done = observation(
        "done",
        documents.completes("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${bot.service}"}}),
        asserts("intent", "$.Lex.IntentName", "orders"),
    )

    assert run(hello, done, at=made, entry=voice("bot")).status == "PASSED"


def test_a_test_that_ends_at_the_transfer_never_waits_in_the_queue() -> None:
    made = center()

    execution = run(menu(sends("one", "DtmfInput", Value="1"), then=("queue",)), queue(), at=made)

    assert execution.status == "PASSED"
    assert len(made.queue_named("general")) == 0
    assert [event.reason for event in events_of(made, Disconnected)] == ["OTHER"]
    assert events_of(made, Queued) == []


def test_what_comes_after_the_end_is_skipped() -> None:
    execution = run(observation("hello", says("hello"), ends("end"), then=("menu",)), menu())

    assert records(execution)["COMPLETION"]["ExecutionSummary"]["SkippedObservations"] == 1
    assert execution.status == "PASSED"
    assert "menu" not in records(execution)


@pytest.mark.parametrize(
    ("namespace", "operator", "operand", "holds"),
    [
        ("$.Queue.Name", "Equals", "general", True),
        ("$.Queue.Name", "Equals", "General", False),
        ("$.Queue.Name", "TextEndsWith", "ral", True),
        ("$.Queue.Name", "TextStartsWith", "gen", True),
        ("$.Queue.Name", "TextContains", "nera", True),
        ("$.Queue.Name", "TextContains", "", True),
        ("$.Queue.Name", "NumberLessThan", "3", False),
        ("$.Channel", "Equals", "VOICE", True),
        ("$.CustomerEndpoint.Address", "Equals", "+821012345678", True),
        ("$.Attributes.age", "NumberGreaterThan", "29", True),
        ("$.Attributes.age", "NumberGreaterOrEqualTo", "30", True),
        ("$.Attributes['age']", "NumberLessOrEqualTo", "30", True),
        ("$.Attributes.age", "NumberLessThan", "30", False),
        ("$.Attributes.nothing", "TextStartsWith", "", True),
        ("$.Attributes.nothing", "Equals", "30", False),
        ("$.External.line_status", "Equals", "open", False),
        ("$.Lex.IntentName", "TextContains", "", True),
    ],
)
def test_asserts(namespace: str, operator: str, operand: str, holds: bool) -> None:
    compared = asserts("compared", namespace, operand, operator)

    execution = run(
        menu(sends("one", "DtmfInput", Value="1"), then=("queue",)),
        queue(compared, ends("end")),
        attributes={"age": "30"},
    )

    assert execution.status == ("PASSED" if holds else "FAILED")


def test_an_assertion_that_fails_ends_the_test_and_says_what_was_found() -> None:
    wrong = asserts("wrong", "$.Queue.Name", "orders")

    execution = run(menu(sends("one", "DtmfInput", Value="1"), then=("queue",)), queue(wrong, ends("end")))

    assert execution.failures == ("observation 'queue': $.Queue.Name Equals 'orders' does not hold: 'general'",)
    (action,) = records(execution)["queue"]["Actions"]
    assert (action["Status"], action["ActualParameters"]["Namespace"]) == ("FAILED", "general")
    assert action["ExpectedParameters"] == {"Namespace": "$.Queue.Name", "Operator": "Equals", "Operand": "orders"}


def test_what_a_function_answered_can_be_compared_once_it_was_waited_for() -> None:
    status = observation(
        "status",
        documents.completes("InvokeLambdaFunction", FUNCTION),
        asserts("open", "$.External.line_status", "open"),
        asserts("same", "$.LambdaInvocation.ResultData.line_status", "open"),
    )

    assert run(status).status == "PASSED"


def test_logs_have_what_references_stand_for() -> None:
    execution = run(menu(documents.logs("note", who="$.CustomerEndpoint.Address on $.Channel", list="$.Attributes")))

    (action,) = records(execution)["menu"]["Actions"]
    assert action["ActualParameters"]["Command"]["Properties"]["Expressions"] == {
        "who": "+821012345678 on VOICE",
        "list": "",
    }


def replaced(*overriding: Document, then: Document) -> Execution:
    return run(observation("start", begins(), *overriding, then=(then["Identifier"],)), then)


def test_hours_are_substituted() -> None:
    closed = overrides("closed", "CheckHoursOfOperation", HOURS, documents.substitute("${hours.always_closed}"))

    assert replaced(closed, then=observation("bye", says("we are closed"))).status == "PASSED"
    assert run(observation("bye", says("we are closed"), ends("end"))).status == "FAILED"


def test_a_function_is_mocked() -> None:
    mocked = overrides("mocked", "InvokeLambdaFunction", FUNCTION, documents.mock(line_status="down"))
    status = observation(
        "status",
        documents.completes("InvokeLambdaFunction", FUNCTION),
        asserts("down", "$.External.line_status", "down"),
    )

    assert replaced(mocked, then=status).status == "PASSED"


def test_an_error_of_a_function_is_mocked() -> None:
    failing = overrides("failing", "InvokeLambdaFunction", FUNCTION, documents.mock_error("TimeLimitExceeded"))

    assert replaced(failing, then=observation("bye", says("something is wrong"))).status == "PASSED"


def test_a_bot_is_mocked_without_being_asked() -> None:
    bot_of = {"LexV2Bot": {"AliasArn": "${bot.service}"}}
    mocked = overrides(
        "mocked",
        "ConnectParticipantWithLexBot",
        bot_of,
        documents.mock(IntentName="orders", Slots={"number": "7"}, SessionAttributes={"next": "queue"}),
    )
    done = observation(
        "done",
        documents.completes("ConnectParticipantWithLexBot", bot_of),
        asserts("intent", "$.Lex.IntentName", "orders"),
        asserts("slot", "$.Lex.Slots.number", "7"),
        asserts("next", "$.Lex.SessionAttributes.next", "queue"),
    )

    execution = run(observation("start", begins(), mocked, then=("done",)), done, entry=voice("bot"))

    assert execution.failures == ()


def test_a_queue_is_full() -> None:
    full = overrides("full", "TransferContactToQueue", QUEUE, documents.mock_error("QueueAtCapacity"))
    start = observation("start", begins(), full, then=("menu",))

    execution = run(
        start, menu(sends("one", "DtmfInput", Value="1"), then=("bye",)), observation("bye", says("farewell"))
    )

    assert execution.failures == ()


def test_a_substituted_queue_shows_the_one_that_the_flow_names() -> None:
    made = center()
    spare = overrides("spare", "TransferContactToQueue", QUEUE, documents.substitute("${queue.tests}"))
    start = observation("start", begins(), spare, then=("menu",))
    named = queue(asserts("named", "$.Queue.Name", "general"))

    execution = run(start, menu(sends("one", "DtmfInput", Value="1"), then=("queue",)), named, at=made)

    assert execution.failures == ()
    assert [event.queue for event in events_of(made, Queued)] == ["tests"]


def test_each_override_counts_once_and_the_first_given_is_the_first_taken() -> None:
    first, second = (
        overrides("first", "CheckHoursOfOperation", HOURS, documents.substitute("${hours.always_open}")),
        overrides("second", "CheckHoursOfOperation", HOURS, documents.substitute("${hours.always_closed}")),
    )
    once = observation("start", begins(), copied(first), then=("menu",))
    start = observation("start", begins(), first, second, then=("menu",))
    again = menu(sends("again", "DtmfInput", Value="3"), then=("bye",))
    bye = observation("bye", says("we are closed"))

    assert run(start, again, bye).status == "PASSED"
    assert run(once, again, bye).status == "FAILED"


def test_an_override_at_a_start_counts_for_that_very_start() -> None:
    hours = observation(
        "hours",
        starts("CheckHoursOfOperation", HOURS),
        overrides("closed", "CheckHoursOfOperation", HOURS, documents.substitute("${hours.always_closed}")),
        then=("bye",),
    )

    assert run(hours, observation("bye", says("we are closed"))).status == "PASSED"


def test_what_the_simulation_was_not_told_fails_the_test_and_is_said() -> None:
    made = Center([inbound(), bot()])

    execution = run(menu(ends("end")), at=made)

    assert execution.status == "FAILED"
    assert "function read_line_status: the test does not say what it answers" in execution.failures[0]
    assert completion(execution) == ("FAILURE", ["SIMULATION"])


def test_a_number_that_is_called_leads_nowhere_offline() -> None:
    entry = {
        "Type": "VOICE_CALL",
        "VoiceCallEntryPointParameters": {
            "SourcePhoneNumber": "+821012345678",
            "DestinationPhoneNumber": "+82212345678",
        },
    }

    assert "leads to no flow" in run(menu(ends("end")), entry=entry).failures[0]


def test_a_case_that_connect_refuses_is_not_run() -> None:
    document = documents.whole()
    document["Version"] = "2025-06-21"

    with pytest.raises(InvalidTestCase, match=r"\[E702\]"):
        run_test_case(parse_test_case(json.dumps(document), source="case.json"), center())


def test_waiting_for_the_end_passes_at_the_time_limit_too() -> None:
    end = observation("end", {"Type": "TestCompleted", "Properties": {}})

    execution = run(end, entry=voice("bot"))

    assert execution.status == "PASSED"
    assert completion(execution)[0] == "TIMEOUT"


def test_records_begin_with_the_contact_and_end_with_the_completion() -> None:
    execution = run(menu())

    texts = [json.loads(record.text) for record in execution.records]
    assert [text["Type"] for text in texts] == ["INITIATION", "EXECUTION_START", "OBSERVATION", "COMPLETION"]
    assert texts[0]["EntryPoint"] == {"Type": "VOICE_CALL", "Parameters": {"SourcePhoneNumber": "+821012345678"}}
    assert texts[1]["ContactId"] == execution.contact
    assert texts[2]["ActualEvent"] == {"Type": "MessageReceived", "Properties": {"Text": "Press one for orders."}}
    assert texts[2]["ActualUsage"] == {"Times": 1}


def test_stopping_leaves_the_contact_to_go_on() -> None:
    made = parse_test_case(json.dumps(case(menu(ends("end")))), source="case.json")
    execution = Execution(made, lambda parts: None)

    assert execution.begin("1", at=0.0) == ()
    execution.stop(at=5.0)

    assert execution.status == "STOPPED"
    assert [record.status for record in execution.records] == ["PASSED", "PASSED", "STOPPED", "STOPPED"]


def test_nothing_of_another_contact_is_seen() -> None:
    made = center()
    first = run(menu(), at=made)
    second = run(observation("late", says("we are closed"), ends("end")), at=made)

    assert (first.status, second.status) == ("PASSED", "FAILED")
    assert first.contact != second.contact
