from typing import Any

import pytest


@pytest.mark.parametrize(
    "action_type",
    ["DisconnectParticipant", "EndFlowExecution", "EndFlowModuleExecution", "TransferContactToAgent"],
)
def test_nothing_leads_on_from_an_end(block: Any, flow_of: Any, found: Any, action_type: str) -> None:
    assert found(flow_of(block("end", action_type))) == []
    cure = f"{action_type} ends the flow; leave Transitions empty"
    wrong = block("end", action_type, next="end", errors={"x": "end"}, conditions=[("Equals", "1", "end")])
    assert found(flow_of(wrong)) == [
        f"end: Transitions.Conditions leads on; {cure}",
        f"end: Transitions.Errors leads on; {cure}",
        f"end: Transitions.NextAction leads on; {cure}",
    ]


def test_empty_lists_lead_nowhere(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of({**bye, "Transitions": {"Errors": [], "Conditions": []}})) == []


def test_transitions_may_be_left_out(flow_of: Any, found: Any) -> None:
    assert found(flow_of({"Identifier": "bye", "Type": "DisconnectParticipant"})) == []


@pytest.mark.parametrize("action_type", ["TransferContactToQueue", "TransferToFlow", "MessageParticipantIteratively"])
def test_a_transfer_is_no_end(block: Any, bye: Any, flow_of: Any, found: Any, action_type: str) -> None:
    assert found(flow_of(block("go", action_type, next="bye"), bye)) == []
