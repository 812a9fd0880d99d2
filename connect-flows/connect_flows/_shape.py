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
    """An object of the document that has members of its own. `steps`: where it is; most never need a `Place`."""

    value: object
    steps: tuple[str | int, ...]
    members: Members


def parts_of(document: Mapping[str, object]) -> Iterator[Part]:
    """The document and every object in it whose members the flow language names."""
    yield Part(document, (), FLOW)
    actions = document.get("Actions")
    for index, action in enumerate(actions if isinstance(actions, list) else ()):
        yield Part(action, ("Actions", index), ACTION)
        transitions = action.get("Transitions") if isinstance(action, dict) else None
        if isinstance(transitions, dict):
            steps = ("Actions", index, "Transitions")
            yield Part(transitions, steps, TRANSITIONS)
            for number, error in _items(transitions, "Errors"):
                yield Part(error, (*steps, "Errors", number), ERROR)
            for number, branch in _items(transitions, "Conditions"):
                yield Part(branch, (*steps, "Conditions", number), BRANCH)
                if isinstance(branch, dict) and isinstance(branch.get("Condition"), dict):
                    yield Part(branch["Condition"], (*steps, "Conditions", number, "Condition"), CONDITION)


def place_of(part: Part, document: Mapping[str, object]) -> Place:
    """Where a part of the document is."""
    place = ROOT
    for number, step in enumerate(part.steps):
        if number == 1 and isinstance(step, int):
            actions = document["Actions"]
            place = action_place(actions[step] if isinstance(actions, list) else None, step)
        else:
            place = place / step
    return place


def shape_faults(document: object) -> Iterator[Fault]:
    """Whatever is missing or of the wrong kind."""
    if not isinstance(document, dict):
        yield Fault(ROOT, f"{shown(document)} is not a flow", 'write an object: {"Version": "2019-10-30", ...}')
        return
    for part in parts_of(document):
        if not isinstance(part.value, dict):
            yield Fault(place_of(part, document), f"is {shown(part.value)}", "make it an object")
        elif not _is_well(part.value, part.members):
            yield from _member_faults(part.value, place_of(part, document), part.members)


def _items(owner: Mapping[str, object], key: str) -> Iterator[tuple[int, object]]:
    value = owner.get(key)
    return enumerate(value if isinstance(value, list) else ())


def _is_well(owner: Mapping[str, object], members: Members) -> bool:
    for key, kind in members.required.items():
        if not isinstance(owner.get(key), kind):
            return False
    for key, kind in members.optional.items():
        if key in owner and not isinstance(owner[key], kind):
            return False
    return members is not CONDITION or not any(_operand_faults(owner, ROOT))


def _operand_faults(condition: Mapping[str, object], place: Place) -> Iterator[Fault]:
    for number, operand in _items(condition, "Operands"):
        if isinstance(operand, bool) or not isinstance(operand, (str, int, float)):
            yield Fault(place / "Operands" / number, f"is {shown(operand)}", "make it a string")


def _member_faults(owner: Mapping[str, object], place: Place, members: Members) -> Iterator[Fault]:
    for key, kind in members.required.items():
        if key not in owner:
            yield Fault(place / key, "is missing", f"add it, {_KINDS[kind]}")
        elif not isinstance(owner[key], kind):
            yield Fault(place / key, f"is {shown(owner[key])}", f"make it {_KINDS[kind]}")
    for key, kind in members.optional.items():
        if key in owner and not isinstance(owner[key], kind):
            yield Fault(place / key, f"is {shown(owner[key])}", f"make it {_KINDS[kind]}")
    if members is CONDITION:
        yield from _operand_faults(owner, place)
