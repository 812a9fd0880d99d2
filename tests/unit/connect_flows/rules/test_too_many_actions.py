from typing import Any


def test_takes_250_actions(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(*(block(f"a{number}", "DisconnectParticipant") for number in range(250)))) == []


def test_refuses_251(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(*(block(f"a{number}", "DisconnectParticipant") for number in range(251)))) == [
        "Actions: has 251 actions; keep at most 250; move some into a module"
    ]
