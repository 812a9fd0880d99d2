"""How an action may be called."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault, Place
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

LONGEST_IDENTIFIER = 50
FORBIDDEN_CHARACTERS = "%:(\\/)=$,;[]{}"
FORBIDDEN_IDENTIFIERS = frozenset(
    {
        "__proto__",
        "constructor",
        "__defineGetter__",
        "__defineSetter__",
        "toString",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "valueOf",
    }
)


class IdentifierSpelling(Rule):
    id = "E105"
    text = (
        f"An identifier has 1 to {LONGEST_IDENTIFIER} characters, none of {FORBIDDEN_CHARACTERS}, and is not reserved."
    )
    source = DOCUMENT

    def check(self, view: View) -> Iterator[Fault]:
        for action, place in view.places:
            yield from _faults(action.identifier, place / "Identifier")


def _faults(identifier: str, place: Place) -> Iterator[Fault]:
    if not identifier:
        yield Fault(place, "is empty", "name the action")
    elif len(identifier) > LONGEST_IDENTIFIER:
        yield Fault(place, f"has {len(identifier)} characters", f"use at most {LONGEST_IDENTIFIER}")
    elif identifier in FORBIDDEN_IDENTIFIERS:
        yield Fault(place, f"{shown(identifier)} is reserved", "choose another one")
    forbidden = "".join(dict.fromkeys(c for c in identifier if c in FORBIDDEN_CHARACTERS))
    if forbidden:
        yield Fault(place, f"{shown(identifier)} holds {shown(forbidden)}", f"use none of {FORBIDDEN_CHARACTERS}")
