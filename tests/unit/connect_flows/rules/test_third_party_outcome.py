from typing import Any

import pytest


def test_an_agent_transfer_flow_is_left_for_good(block: Any, flow_of: Any, found: Any) -> None:
    call = block("call", "TransferParticipantToThirdParty", {"ContinueFlowExecution": "True"})

    assert found(flow_of(call, type="agentTransfer")) == [
        "call: Parameters.ContinueFlowExecution is 'True' in an agent transfer flow; make it 'False'"
    ]


@pytest.mark.parametrize(("value", "console"), [("False", "agentTransfer"), ("True", "queueTransfer"), ("True", None)])
def test_elsewhere_the_call_may_come_back(
    block: Any, flow_of: Any, found: Any, value: str, console: str | None
) -> None:
    call = block("call", "TransferParticipantToThirdParty", {"ContinueFlowExecution": value})

    assert found(flow_of(call, type=console)) == []
