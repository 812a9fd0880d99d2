from typing import Any

import pytest


def test_finds_conditions_where_there_are_none(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    call = block("call", "InvokeLambdaFunction", next="bye", conditions=[("Equals", "1", "bye")])

    assert found(flow_of(call, bye)) == [
        "call: Transitions.Conditions is not for this action; "
        "leave them out; after InvokeLambdaFunction, a Compare can branch"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("GetParticipantInput", {"Text": "x", "StoreInput": "True"}),
        ("GetParticipantInput", {"EnableDTMFBuffer": "True"}),
        ("MessageParticipantIteratively", {}),
    ],
)
def test_finds_conditions_in_modes_that_have_none(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    go = block("go", action_type, parameters, conditions=[("Equals", "1", "bye")])

    assert len(found(flow_of(go, bye))) == 1


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("GetParticipantInput", {"Text": "x", "StoreInput": "False"}),
        ("GetParticipantInput", {"Text": "x", "EnableDTMFBuffer": "True"}),
        ("MessageParticipantIteratively", {"InterruptFrequencySeconds": "20"}),
        ("Compare", {}),
        ("DisconnectParticipant", {}),
        ("CheckSegmentMembership", {}),
    ],
)
def test_takes_them_elsewhere_and_leaves_ends_to_another_rule(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    go = block("go", action_type, parameters, conditions=[("Equals", "1", "bye")])

    assert found(flow_of(go, bye)) == []


def test_an_empty_list_is_none(block: Any, flow_of: Any, found: Any) -> None:
    go = block("go", "TagContact")

    assert found(flow_of({**go, "Transitions": {"Conditions": []}})) == []
