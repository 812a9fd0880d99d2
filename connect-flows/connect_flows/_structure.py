"""What every flow must be before anything can be said about its blocks.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-language.html and the limits of CreateContactFlow.
"""

from collections.abc import Iterator, Mapping

from connect_flows._finding import shown
from connect_flows._identifiers import identifier_faults, list_items, target_faults
from connect_flows._model import CONSOLE_TYPES
from connect_flows._names import check_name
from connect_flows._place import ROOT, Fault, Place, action_place

VERSION = "2019-10-30"
_MOST_ACTIONS = 250
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
        yield from identifier_faults(actions)
        yield from target_faults(document, actions)


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
    for error, at in list_items(transitions, "Errors", place):
        if isinstance(error, dict):
            yield from _members(error, at, _ERROR_KEYS)
        else:
            yield Fault(at, f"is {shown(error)}", "make it an object")
    for branch, at in list_items(transitions, "Conditions", place):
        yield from _branch_faults(branch, at)


def _branch_faults(branch: object, place: Place) -> Iterator[Fault]:
    if not isinstance(branch, dict):
        yield Fault(place, f"is {shown(branch)}", "make it an object")
        return
    yield from _members(branch, place, _BRANCH_KEYS)
    condition = branch.get("Condition")
    if isinstance(condition, dict):
        yield from _members(condition, place / "Condition", _CONDITION_KEYS)
        for operand, at in list_items(condition, "Operands", place / "Condition"):
            if isinstance(operand, bool) or not isinstance(operand, (str, int, float)):
                yield Fault(at, f"is {shown(operand)}", "make it a string")
