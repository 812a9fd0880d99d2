from typing import Any

import pytest


def test_takes_every_member_that_there_is(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    menu = block("menu", "Compare", next="bye", errors={"x": "bye"}, conditions=[("Equals", "1", "bye")])
    settings: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}

    assert found(flow_of(menu, bye, Settings=settings)) == []


def test_names_a_member_of_the_document(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, Acts=[])) == [
        "Acts: is unknown; use only Version, StartAction, Actions, Metadata, Settings"
    ]


def test_names_a_member_of_an_action(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of({**bye, "Name": "x"})) == [
        "bye: Name is unknown; use only Identifier, Type, Parameters, Transitions"
    ]


@pytest.mark.parametrize(
    ("transitions", "line"),
    [
        ({"Next": "bye"}, "Transitions.Next is unknown; use only NextAction, Errors, Conditions"),
        (
            {"Errors": [{"ErrorType": "x", "NextAction": "bye", "Next": "bye"}]},
            "Transitions.Errors[0].Next is unknown; use only ErrorType, NextAction",
        ),
        (
            {"Conditions": [{"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": ["1"]}, "x": 1}]},
            "Transitions.Conditions[0].x is unknown; use only NextAction, Condition",
        ),
        (
            {"Conditions": [{"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": ["1"], "x": 1}}]},
            "Transitions.Conditions[0].Condition.x is unknown; use only Operator, Operands",
        ),
    ],
    ids=["transitions", "error", "branch", "condition"],
)
def test_names_a_member_below_an_action(
    bye: Any, flow_of: Any, found: Any, transitions: dict[str, Any], line: str
) -> None:
    assert found(flow_of({**bye, "Transitions": transitions})) == [f"bye: {line}"]


def test_shows_a_name_that_is_no_word(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of({**bye, "a.b c": "x"})) == [
        "bye: ['a.b c'] is unknown; use only Identifier, Type, Parameters, Transitions"
    ]


@pytest.mark.parametrize("metadata", [{"anything": 1}, {"ActionMetadata": {"bye": {"x": 1}}}])
def test_metadata_and_parameters_are_no_members(bye: Any, flow_of: Any, found: Any, metadata: dict[str, Any]) -> None:
    assert found(flow_of({**bye, "Parameters": metadata}, Metadata=metadata)) == []
