from typing import Any


def remember(block: Any, **attributes: str) -> Any:
    return block("remember", "UpdateContactAttributes", {"Attributes": attributes}, next="bye")


def test_finds_more_than_a_contact_takes(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(remember(block, a="가" * 10_922, b="12"), bye)) == [
        "remember: Parameters.Attributes has 32,770 bytes: the action fails; keep such texts elsewhere"
    ]


def test_takes_what_a_contact_takes(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(remember(block, a="가" * 10_922), bye)) == []
