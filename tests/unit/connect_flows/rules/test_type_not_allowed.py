from typing import Any

import pytest

from connect_flows import FlowType


def test_says_where_a_type_is_allowed(bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(bye, type="customerHold")) == [
        "bye: Type DisconnectParticipant is not allowed in CUSTOMER_HOLD flows; "
        "it is in AGENT_TRANSFER, CONTACT_FLOW, CUSTOMER_QUEUE, QUEUE_TRANSFER, modules"
    ]


def test_a_module_is_a_place_too(block: Any, flow_of: Any, found: Any) -> None:
    settings: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
    back = block("back", "EndFlowModuleExecution")

    assert found(flow_of(back, Settings=settings)) == []
    assert found(flow_of(back), flow_type="MODULE") == []
    assert found(flow_of(back)) == [
        "back: Type EndFlowModuleExecution is not allowed in CONTACT_FLOW flows; it is in modules"
    ]


def test_who_checks_knows_better_than_the_flow(bye: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(bye), flow_type=FlowType.AGENT_WHISPER)) == 1
    assert found(flow_of(bye, type="agentWhisper"), flow_type=FlowType.CONTACT_FLOW) == []


@pytest.mark.parametrize("flow_type", [None, FlowType.CAMPAIGN])
def test_does_not_guess_where_nothing_is_known(
    block: Any, bye: Any, flow_of: Any, found: Any, flow_type: FlowType | None
) -> None:
    assert found(flow_of(bye, block("end", "EndFlowExecution"), type=None), flow_type=flow_type) == []


@pytest.mark.parametrize(
    ("action_type", "console", "count"),
    [
        ("EndFlowExecution", "agentWhisper", 0),
        ("EndFlowExecution", "contactFlow", 1),
        ("TransferContactToAgent", "queueTransfer", 0),
        ("TransferContactToAgent", "contactFlow", 1),
        ("TransferContactToQueue", "customerQueue", 1),
        ("DequeueContactAndTransferToQueue", "customerQueue", 0),
        ("MessageParticipantIteratively", "agentHold", 0),
        ("MessageParticipantIteratively", "contactFlow", 1),
        ("MessageParticipant", "customerHold", 1),
        ("CompleteOutboundCall", "outboundWhisper", 0),
        ("Compare", "agentHold", 0),
    ],
)
def test_each_type_of_flow_has_its_own_actions(
    block: Any, flow_of: Any, found: Any, action_type: str, console: str, count: int
) -> None:
    assert len(found(flow_of(block("go", action_type), type=console))) == count
