from typing import Any

import pytest


def test_finds_an_action_that_goes_nowhere(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("to", "TransferContactToQueue"))) == [
        "to: Transitions.NextAction is missing; TransferContactToQueue needs it; "
        "without a branch for success, repeat the target of another branch"
    ]


def test_branches_are_not_enough(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    menu = block("if", "Compare", errors={"NoMatchingCondition": "bye"}, conditions=[("Equals", "1", "bye")])

    assert len(found(flow_of(menu, bye))) == 1


@pytest.mark.parametrize("action_type", ["DisconnectParticipant", "EndFlowExecution", "MessageParticipantIteratively"])
def test_an_end_and_a_loop_of_messages_may_stop_there(block: Any, flow_of: Any, found: Any, action_type: str) -> None:
    assert found(flow_of(block("end", action_type))) == []
