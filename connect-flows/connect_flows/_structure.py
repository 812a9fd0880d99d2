"""What every flow must be before anything can be said about its blocks.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html and the limits of CreateContactFlow.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from connect_flows._finding import shown
from connect_flows._model import CONSOLE_TYPES
from connect_flows._names import check_name
from connect_flows._place import ROOT, Fault, Place, action_place

VERSION = "2019-10-30"
_MOST_ACTIONS = 250
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
_KINDS: Mapping[type, str] = {str: "a string", dict: "an object", list: "a list"}

_FLOW_KEYS: Mapping[str, type] = {"Version": str, "StartAction": str, "Actions": list}
_ACTION_KEYS: Mapping[str, type] = {"Identifier": str, "Type": str}
_SETTINGS_KEYS: Mapping[str, type] = {"InputParameters": list, "OutputParameters": list, "Transitions": list}
_ERROR_KEYS: Mapping[str, type] = {"ErrorType": str, "NextAction": str}
_BRANCH_KEYS: Mapping[str, type] = {"NextAction": str, "Condition": dict}
_CONDITION_KEYS: Mapping[str, type] = {"Operator": str, "Operands": list}


def structure_faults(document: object) -> Iterator[Fault]:
    """Whatever is missing, unknown or of the wrong kind; then names that do not exist."""
    if not isinstance(document, dict):
        yield Fault(ROOT, f"{shown(document)} is not a flow", 'write an object: {"Version": "2019-10-30", ...}')
        return
    yield from _members(document, ROOT, _FLOW_KEYS, optional={"Metadata": dict, "Settings": dict})
    yield from _version_faults(document)
    yield from _metadata_faults(document.get("Metadata"))
    yield from _settings_faults(document.get("Settings"))
    actions = document.get("Actions")
    if isinstance(actions, list):
        yield from _count_faults(actions)
        for index, action in enumerate(actions):
            yield from _action_faults(action, action_place(action, index))
        yield from _identifier_faults(actions)
        yield from _target_faults(document, actions)


def _members(
    owner: Mapping[str, object], place: Place, required: Mapping[str, type], optional: Mapping[str, type] | None = None
) -> Iterator[Fault]:
    allowed = {**required, **(optional or {})}
    for key in required:
        if key not in owner:
            yield Fault(place / key, "is missing", f"add it, {_KINDS[required[key]]}")
    for key, value in owner.items():
        if key not in allowed:
            yield Fault(place / key, "is unknown", f"use only {', '.join(allowed)}")
        elif not isinstance(value, allowed[key]):
            yield Fault(place / key, f"is {shown(value)}", f"make it {_KINDS[allowed[key]]}")


def _version_faults(document: Mapping[str, object]) -> Iterator[Fault]:
    version = document.get("Version")
    if isinstance(version, str) and version != VERSION:
        yield Fault(ROOT / "Version", f"is {shown(version)}", f"make it {VERSION!r}, the only one there is")


def _metadata_faults(metadata: object) -> Iterator[Fault]:
    if not isinstance(metadata, dict):
        return
    place = ROOT / "Metadata"
    for key in ("name", "description", "type"):
        if key in metadata and not isinstance(metadata[key], str):
            yield Fault(place / key, f"is {shown(metadata[key])}", "make it a string")
    name, flow_type = metadata.get("name"), metadata.get("type")
    if isinstance(name, str):
        yield from _name_faults(name, place / "name")
    if isinstance(flow_type, str) and flow_type not in CONSOLE_TYPES:
        yield Fault(place / "type", f"{shown(flow_type)} is no type of flow", f"use one of {', '.join(CONSOLE_TYPES)}")


def _name_faults(name: str, place: Place) -> Iterator[Fault]:
    reason = check_name(name)
    if reason is not None:
        problem, _, cure = reason.rpartition("; ")
        yield Fault(place, problem, cure)
    elif "${" in name:
        yield Fault(place, f"{shown(name)} holds a placeholder", "write the name itself")


def _settings_faults(settings: object) -> Iterator[Fault]:
    if isinstance(settings, dict):
        yield from _members(settings, ROOT / "Settings", _SETTINGS_KEYS)


def _count_faults(actions: list[object]) -> Iterator[Fault]:
    if len(actions) > _MOST_ACTIONS:
        yield Fault(
            ROOT / "Actions", f"has {len(actions)} actions", f"keep at most {_MOST_ACTIONS}; move some into a module"
        )


def _action_faults(action: object, place: Place) -> Iterator[Fault]:
    if not isinstance(action, dict):
        yield Fault(place, f"is {shown(action)}", "make it an object")
        return
    yield from _members(action, place, _ACTION_KEYS, optional={"Parameters": dict, "Transitions": dict})
    if action.get("Type") == "":
        yield Fault(place / "Type", "is empty", "name a type of action")
    transitions = action.get("Transitions")
    if isinstance(transitions, dict):
        yield from _transition_faults(transitions, place / "Transitions")


def _transition_faults(transitions: Mapping[str, object], place: Place) -> Iterator[Fault]:
    yield from _members(transitions, place, {}, optional={"NextAction": str, "Errors": list, "Conditions": list})
    for error, at in _list_items(transitions, "Errors", place):
        if isinstance(error, dict):
            yield from _members(error, at, _ERROR_KEYS)
        else:
            yield Fault(at, f"is {shown(error)}", "make it an object")
    for branch, at in _list_items(transitions, "Conditions", place):
        yield from _branch_faults(branch, at)


def _branch_faults(branch: object, place: Place) -> Iterator[Fault]:
    if not isinstance(branch, dict):
        yield Fault(place, f"is {shown(branch)}", "make it an object")
        return
    yield from _members(branch, place, _BRANCH_KEYS)
    condition = branch.get("Condition")
    if isinstance(condition, dict):
        yield from _members(condition, place / "Condition", _CONDITION_KEYS)
        for operand, at in _list_items(condition, "Operands", place / "Condition"):
            if isinstance(operand, bool) or not isinstance(operand, (str, int, float)):
                yield Fault(at, f"is {shown(operand)}", "make it a string")


def _list_items(owner: Mapping[str, object], key: str, place: Place) -> Iterator[tuple[object, Place]]:
    value = owner.get(key)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield item, place / key / index


def _identifier_faults(actions: list[object]) -> Iterator[Fault]:
    counted = Counter(_identifiers(actions))
    for index, action in enumerate(actions):
        identifier = action.get("Identifier") if isinstance(action, dict) else None
        if isinstance(identifier, str):
            place = action_place(action, index)
            yield from _spelling_faults(identifier, place / "Identifier")
            if counted[identifier] > 1:
                yield Fault(place / "Identifier", f"{shown(identifier)} is there twice", "give each action its own")


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


def _target_faults(document: Mapping[str, object], actions: list[object]) -> Iterator[Fault]:
    identifiers = set(_identifiers(actions))
    for place, target in chain(_start(document), _targets(actions)):
        if isinstance(target, str) and target not in identifiers:
            yield Fault(place, f"{shown(target)} does not exist", "use one of the flow's identifiers")


def _start(document: Mapping[str, object]) -> Iterable[tuple[Place, object]]:
    return [(ROOT / "StartAction", document.get("StartAction"))]


def _targets(actions: list[object]) -> Iterator[tuple[Place, object]]:
    for index, action in enumerate(actions):
        transitions = action.get("Transitions") if isinstance(action, dict) else None
        if isinstance(transitions, dict):
            place = action_place(action, index) / "Transitions"
            yield place / "NextAction", transitions.get("NextAction")
            for key in ("Errors", "Conditions"):
                for branch, at in _list_items(transitions, key, place):
                    if isinstance(branch, dict):
                        yield at / "NextAction", branch.get("NextAction")


def _identifiers(actions: list[object]) -> Iterator[str]:
    for action in actions:
        identifier = action.get("Identifier") if isinstance(action, dict) else None
        if isinstance(identifier, str):
            yield identifier
