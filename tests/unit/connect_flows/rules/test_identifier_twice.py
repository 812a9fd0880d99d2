from typing import Any


def test_names_both_actions(block: Any, flow_of: Any, found: Any) -> None:
    flow = flow_of(block("bye", "DisconnectParticipant"), block("bye", "DisconnectParticipant"))

    assert found(flow) == ["bye: Identifier 'bye' is there twice; give each action its own"] * 2


def test_tells_upper_from_lower_case(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("bye", "DisconnectParticipant"), block("Bye", "DisconnectParticipant"))) == []
