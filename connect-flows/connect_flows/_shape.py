"""The members that a document must have, each of its kind, before it can be read as a flow at all.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault, Place, action_place

_KINDS: Mapping[type, str] = {str: "a string", dict: "an object", list: "a list"}


class Members(NamedTuple):
    """The keys of one kind of object, with the kinds of their values."""

    required: Mapping[str, type]
    optional: Mapping[str, type]

    @property
    def allowed(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)

    @property
    def names(self) -> AbstractSet[str]:
        return self.required.keys() | self.optional.keys()


FLOW = Members({"Version": str, "StartAction": str, "Actions": list}, {"Metadata": dict, "Settings": dict})
SETTINGS = Members({"InputParameters": list, "OutputParameters": list, "Transitions": list}, {})
ACTION = Members({"Identifier": str, "Type": str}, {"Parameters": dict, "Transitions": dict})
TRANSITIONS = Members({}, {"NextAction": str, "Errors": list, "Conditions": list})
ERROR = Members({"ErrorType": str, "NextAction": str}, {})
BRANCH = Members({"NextAction": str, "Condition": dict}, {})
CONDITION = Members({"Operator": str, "Operands": list}, {})


class Part(NamedTuple):
    """An object of the document that has members of its own."""

    value: object
    place: Place
    members: Members


def parts_of(document: Mapping[str, object]) -> Iterator[Part]:
    """The document and every object in it whose members the flow language names."""
    yield Part(document, ROOT, FLOW)
    actions = document.get("Actions")
    for index, action in enumerate(actions if isinstance(actions, list) else ()):
        place = action_place(action, index)
        yield Part(action, place, ACTION)
        transitions = action.get("Transitions") if isinstance(action, dict) else None
        if isinstance(transitions, dict):
            place = place / "Transitions"
            yield Part(transitions, place, TRANSITIONS)
            for error, at in list_items(transitions, "Errors", place):
                yield Part(error, at, ERROR)
            for branch, at in list_items(transitions, "Conditions", place):
                yield Part(branch, at, BRANCH)
                if isinstance(branch, dict) and isinstance(branch.get("Condition"), dict):
                    yield Part(branch["Condition"], at / "Condition", CONDITION)


def shape_faults(document: object) -> Iterator[Fault]:
    """Whatever is missing or of the wrong kind."""
    if not isinstance(document, dict):
        yield Fault(ROOT, f"{shown(document)} is not a flow", 'write an object: {"Version": "2019-10-30", ...}')
        return
    for value, place, members in parts_of(document):
        if isinstance(value, dict):
            yield from _member_faults(value, place, members)
            if members is CONDITION:
                yield from _operand_faults(value, place)
        else:
            yield Fault(place, f"is {shown(value)}", "make it an object")


def list_items(owner: Mapping[str, object], key: str, place: Place) -> Iterator[tuple[object, Place]]:
    """The items of a list that is a member of an object, if it is one."""
    value = owner.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield item, place / key / index


def _operand_faults(condition: Mapping[str, object], place: Place) -> Iterator[Fault]:
    for operand, at in list_items(condition, "Operands", place):
        if isinstance(operand, bool) or not isinstance(operand, (str, int, float)):
            yield Fault(at, f"is {shown(operand)}", "make it a string")


def _member_faults(owner: Mapping[str, object], place: Place, members: Members) -> Iterator[Fault]:
    for key, kind in members.required.items():
        if key not in owner:
            yield Fault(place / key, "is missing", f"add it, {_KINDS[kind]}")
        elif not isinstance(owner[key], kind):
            yield Fault(place / key, f"is {shown(owner[key])}", f"make it {_KINDS[kind]}")
    for key, kind in members.optional.items():
        if key in owner and not isinstance(owner[key], kind):
            yield Fault(place / key, f"is {shown(owner[key])}", f"make it {_KINDS[kind]}")
