"""The names of a flow's actions, and whether each way leads to one of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault, Place, action_place

_LONGEST_IDENTIFIER = 50
_FORBIDDEN_CHARACTERS = "%:(\\/)=$,;[]{}"
_FORBIDDEN_IDENTIFIERS = (
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
)


def identifier_faults(actions: list[object]) -> Iterator[Fault]:
    """Identifiers that Connect refuses, or that two actions have."""
    counted = Counter(_identifiers(actions))
    for index, action in enumerate(actions):
        identifier = action.get("Identifier") if isinstance(action, dict) else None
        if isinstance(identifier, str):
            place = action_place(action, index)
            yield from _spelling_faults(identifier, place / "Identifier")
            if counted[identifier] > 1:
                yield Fault(place / "Identifier", f"{shown(identifier)} is there twice", "give each action its own")


def target_faults(document: Mapping[str, object], actions: list[object]) -> Iterator[Fault]:
    """Ways that lead to an action that is not there."""
    identifiers = set(_identifiers(actions))
    for place, target in chain(_start(document), _targets(actions)):
        if isinstance(target, str) and target not in identifiers:
            yield Fault(place, f"{shown(target)} does not exist", "use one of the flow's identifiers")


def list_items(owner: Mapping[str, object], key: str, place: Place) -> Iterator[tuple[object, Place]]:
    """The items of a list that is a member of an object, if it is one."""
    value = owner.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield item, place / key / index


def _spelling_faults(identifier: str, place: Place) -> Iterator[Fault]:
    if not identifier:
        yield Fault(place, "is empty", "name the action")
    if len(identifier) > _LONGEST_IDENTIFIER:
        yield Fault(place, f"has {len(identifier)} characters", f"use at most {_LONGEST_IDENTIFIER}")
    forbidden = "".join(dict.fromkeys(c for c in identifier if c in _FORBIDDEN_CHARACTERS))
    if forbidden:
        yield Fault(place, f"{shown(identifier)} holds {shown(forbidden)}", f"use none of {_FORBIDDEN_CHARACTERS}")
    if identifier in _FORBIDDEN_IDENTIFIERS:
        yield Fault(place, f"{shown(identifier)} is reserved", "choose another one")


def _start(document: Mapping[str, object]) -> Iterable[tuple[Place, object]]:
    return [(ROOT / "StartAction", document.get("StartAction"))]


def _targets(actions: list[object]) -> Iterator[tuple[Place, object]]:
    for index, action in enumerate(actions):
        transitions = action.get("Transitions") if isinstance(action, dict) else None
        if isinstance(transitions, dict):
            place = action_place(action, index) / "Transitions"
            yield place / "NextAction", transitions.get("NextAction")
            for key in ("Errors", "Conditions"):
                for branch, at in list_items(transitions, key, place):
                    if isinstance(branch, dict):
                        yield at / "NextAction", branch.get("NextAction")


def _identifiers(actions: list[object]) -> Iterator[str]:
    for action in actions:
        identifier = action.get("Identifier") if isinstance(action, dict) else None
        if isinstance(identifier, str):
            yield identifier
