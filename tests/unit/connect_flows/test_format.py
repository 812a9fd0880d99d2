"""Formatting changes the spelling of a flow and its picture in the console, never its meaning."""

import json
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given

from connect_flows import Flow
from connect_flows._format import format_flow
from tests.unit.connect_flows.any_flow import ANY_FLOW
from tests.unit.connect_flows.building import SETTINGS, block, flow_of, read

pytestmark = pytest.mark.thorough

BYE = block("bye", "DisconnectParticipant")


def formatted(flow: Flow) -> Any:
    return json.loads(format_flow(flow))


def say(identifier: str, **ways: Any) -> dict[str, Any]:
    return block(identifier, "MessageParticipant", {"Text": "안내"}, **ways)


def meaning(flow: Flow) -> list[str]:
    """Each action with its branches; errors in any order."""
    return sorted(
        json.dumps(
            [
                action.identifier,
                action.type,
                action.parameters,
                action.next_action,
                sorted((error.error_type, error.next_action) for error in action.errors),
                [(branch.operator, branch.operands, branch.next_action) for branch in action.conditions],
            ]
        )
        for action in flow.actions
    )


@given(ANY_FLOW)
def test_keeps_what_a_flow_means(flow: Flow) -> None:
    again = read(formatted(flow))

    assert meaning(again) == meaning(flow)
    assert (again.start_action, again.name, again.description) == (flow.start_action, flow.name, flow.description)


@given(ANY_FLOW)
def test_formatting_twice_changes_nothing(flow: Flow) -> None:
    once = format_flow(flow)

    assert format_flow(read(json.loads(once))) == once


@given(ANY_FLOW)
def test_the_console_shows_every_block_beside_the_others(flow: Flow) -> None:
    metadata = formatted(flow)["Metadata"]

    assert set(metadata["ActionMetadata"]) == {action.identifier for action in flow.actions}
    places = [block["position"] for block in metadata["ActionMetadata"].values()]
    for one, other in combinations([metadata["entryPointPosition"], *places], 2):
        assert abs(one["x"] - other["x"]) >= 260 or abs(one["y"] - other["y"]) >= 180


def test_a_loop_of_prompts_is_written_from_its_start() -> None:
    again = say("again", next="hello", errors={"NoMatchingError": "bye"})

    document = formatted(flow_of(BYE, again, say("hello", next="again"), StartAction="hello"))

    assert [action["Identifier"] for action in document["Actions"]] == ["hello", "again", "bye"]


def test_what_cannot_be_reached_comes_last() -> None:
    document = formatted(flow_of(say("lost", next="bye"), BYE, StartAction="bye"))

    assert [action["Identifier"] for action in document["Actions"]] == ["bye", "lost"]


def test_of_two_actions_with_one_identifier_the_first_stays_the_first() -> None:
    flow = flow_of(say("start", next="other"), say("twice", next="start"), block("twice", "Wait"), say("other"))

    document = formatted(flow)

    assert [action["Type"] for action in document["Actions"] if action["Identifier"] == "twice"] == [
        "MessageParticipant",
        "Wait",
    ]


def test_keys_have_one_order() -> None:
    action = dict(reversed(say("a", next="a", errors={"E": "a"}, conditions=[("Equals", "1", "a")]).items()))
    action["Transitions"] = dict(reversed(action["Transitions"].items()))
    module = {"Actions": [action], "Settings": SETTINGS, "StartAction": "a", "Version": "2019-10-30"}

    document = formatted(read(module))

    assert list(document) == ["Version", "StartAction", "Metadata", "Actions", "Settings"]
    assert list(document["Actions"][0]) == ["Identifier", "Type", "Parameters", "Transitions"]
    assert list(document["Actions"][0]["Transitions"]) == ["NextAction", "Errors", "Conditions"]


def test_errors_are_sorted_and_those_that_catch_the_rest_come_last() -> None:
    errors = dict.fromkeys(["NoMatchingError", "QueueAtCapacity", "NoMatchingCondition", "CallFailed"], "a")

    document = formatted(flow_of(say("a", next="a", errors=errors)))

    kinds = [error["ErrorType"] for error in document["Actions"][0]["Transitions"]["Errors"]]
    assert kinds == ["CallFailed", "QueueAtCapacity", "NoMatchingCondition", "NoMatchingError"]


def test_conditions_keep_their_order() -> None:
    conditions = [("NumberLessThan", "9", "a"), ("NumberLessThan", "5", "a"), ("Equals", "1", "a")]

    document = formatted(flow_of(block("a", "Compare", next="a", conditions=conditions)))

    operands = [branch["Condition"]["Operands"] for branch in document["Actions"][0]["Transitions"]["Conditions"]]
    assert operands == [["9"], ["5"], ["1"]]


def test_metadata_is_kept_but_for_places_and_actions_that_are_gone() -> None:
    kept = {"parameters": {"Text": {"useDynamic": True}}, "position": {"x": 1, "y": 2}}
    metadata = {"name": "한글", "ActionMetadata": {"gone": {}, "bye": kept}, "Annotations": [{"id": "1"}], "hash": {}}

    written = formatted(flow_of(BYE, Metadata=metadata))["Metadata"]

    assert list(written) == ["entryPointPosition", "ActionMetadata", "name", "Annotations", "hash"]
    assert (written["name"], written["Annotations"], written["hash"]) == ("한글", [{"id": "1"}], {})
    assert written["ActionMetadata"] == {
        "bye": {
            "position": {"x": 320, "y": 40},
            "isFriendlyName": True,
            "parameters": {"Text": {"useDynamic": True}},
        }
    }


def test_an_identifier_that_the_console_made_is_not_called_friendly() -> None:
    identifier = "2b3c4d5e-0000-4000-8000-123456789abc"

    written = formatted(flow_of(block(identifier, "DisconnectParticipant")))["Metadata"]

    assert written["ActionMetadata"] == {identifier: {"position": {"x": 320, "y": 40}}}


def test_a_text_is_written_as_it_is_read_and_ends_with_its_line() -> None:
    text = format_flow(flow_of(say("a", next="a")))

    assert '\n        "Text": "안내"\n' in text
    assert text.endswith("\n}\n")
