from typing import Any


def test_finds_actions_that_go_with_no_type_of_flow(block: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(block("hold", "MessageParticipantIteratively"), block("to", "TransferContactToQueue"), type=None)

    assert found(flow) == [
        "to: Type TransferContactToQueue is in AGENT_TRANSFER, CONTACT_FLOW, QUEUE_TRANSFER, modules only; "
        "no other action of this flow is allowed there"
    ]


def test_finds_the_end_of_a_module_in_a_flow(block: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(block("back", "EndFlowModuleExecution"), type=None))) == 1


def test_one_type_that_fits_is_enough(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(block("loop", "MessageParticipantIteratively"), bye, block("if", "Compare"), type=None)

    assert found(flow) == []


def test_says_nothing_where_the_type_is_known(block: Any, flow_of: Any, found: Any) -> None:
    actions = [block("hold", "MessageParticipantIteratively"), block("to", "TransferContactToQueue")]
    settings: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}

    assert found(flow_of(*actions)) == []
    assert found(flow_of(*actions, type=None, Settings=settings)) == []
