from typing import Any

import pytest


@pytest.mark.parametrize("identifier", ["a", "x" * 50, "인사말", "to String", "a-b_c.d!?*#'", "ToString"])
def test_takes_what_the_console_takes(block: Any, flow_of: Any, found: Any, identifier: str) -> None:
    assert found(flow_of(block(identifier, "DisconnectParticipant"))) == []


@pytest.mark.parametrize(
    ("identifier", "line"),
    [
        ("", "Actions[0].Identifier: Identifier is empty; name the action"),
        ("x" * 51, f"{'x' * 51}: Identifier has 51 characters; use at most 50"),
        ("a/b=c/", "a/b=c/: Identifier 'a/b=c/' holds '/='; use none of %:(\\/)=$,;[]{}"),
        ("toString", "toString: Identifier 'toString' is reserved; choose another one"),
    ],
    ids=["empty", "long", "characters", "reserved"],
)
def test_says_what_is_wrong_with_a_name(block: Any, flow_of: Any, found: Any, identifier: str, line: str) -> None:
    assert found(flow_of(block(identifier, "DisconnectParticipant"))) == [line]


@pytest.mark.parametrize("character", "%:(\\/)=$,;[]{}")
def test_refuses_each_forbidden_character(block: Any, flow_of: Any, found: Any, character: str) -> None:
    assert len(found(flow_of(block(f"a{character}", "DisconnectParticipant")))) == 1


@pytest.mark.parametrize(
    "identifier",
    [
        "__proto__",
        "constructor",
        "__defineGetter__",
        "__defineSetter__",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "valueOf",
    ],
)
def test_refuses_what_every_object_of_javascript_has(block: Any, flow_of: Any, found: Any, identifier: str) -> None:
    assert len(found(flow_of(block(identifier, "DisconnectParticipant")))) == 1


def test_finds_a_forbidden_character_in_a_long_name_too(block: Any, flow_of: Any, found: Any) -> None:
    assert len(found(flow_of(block("%" * 51, "DisconnectParticipant")))) == 2
