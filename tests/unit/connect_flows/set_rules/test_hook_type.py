from typing import Any

import pytest

from tests.unit.connect_flows.building import block


def hook(event: str, name: str) -> dict[str, Any]:
    parameters = {"EventHooks": {event: f"${{flow.{name}}}"}}
    return block("hook", "UpdateContactEventHooks", parameters, next="bye", errors={"NoMatchingError": "bye"})


@pytest.mark.parametrize(
    ("event", "type"),
    [
        ("CustomerQueue", "customerQueue"),
        ("CustomerHold", "customerHold"),
        ("AgentHold", "agentHold"),
        ("CustomerWhisper", "customerWhisper"),
        ("AgentWhisper", "agentWhisper"),
        ("CustomerRemaining", "contactFlow"),
    ],
)
def test_each_hook_wants_its_type(event: str, type: str, flow: Any, found: Any) -> None:
    inbound = flow("inbound", hook(event, "other"))

    assert found(inbound, flow("other", type=type)) == []
    assert len(found(inbound, flow("other", type="outboundWhisper"))) == 1


def test_says_which_type_the_flow_has_and_which_it_should_have(flow: Any, found: Any) -> None:
    assert found(flow("inbound", hook("AgentHold", "wait")), flow("wait", type="customerHold")) == [
        "inbound.json: action 'hook' (Actions[0]): Parameters.EventHooks.AgentHold ${flow.wait} is a CUSTOMER_HOLD "
        "flow; name a flow of type AGENT_HOLD"
    ]


def test_contacts_are_not_handed_to_a_whisper(flow: Any, transfer: Any, found: Any) -> None:
    assert len(found(flow("inbound", transfer("other")), flow("other", type="agentWhisper"))) == 1
    assert found(flow("inbound", transfer("other")), flow("other", type="queueTransfer")) == []


def test_a_hook_that_wants_no_known_type_is_left_alone(flow: Any, found: Any) -> None:
    assert found(flow("inbound", hook("DefaultAgentUI", "other")), flow("other", type="agentHold")) == []
