"""Flows for tests, put together from a few words."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from connect_flows import Flow, FlowType, parse
from tests.unit.connect_flows.examples.table import Example

Document = dict[str, Any]
Condition = tuple[str, str, str]
"""Operator, operand, target."""
SETTINGS: Mapping[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}


def block(
    identifier: str,
    action_type: str,
    parameters: Mapping[str, object] | None = None,
    *,
    next: str | None = None,
    errors: Mapping[str, str] | None = None,
    conditions: Sequence[Condition] = (),
) -> Document:
    """One action of a document."""
    transitions: dict[str, object] = {}
    if next is not None:
        transitions["NextAction"] = next
    if errors:
        transitions["Errors"] = [{"ErrorType": kind, "NextAction": target} for kind, target in errors.items()]
    if conditions:
        transitions["Conditions"] = [
            {"NextAction": target, "Condition": {"Operator": operator, "Operands": [operand]}}
            for operator, operand, target in conditions
        ]
    return {
        "Identifier": identifier,
        "Type": action_type,
        "Parameters": dict(parameters or {}),
        "Transitions": transitions,
    }


def document_of(*actions: Mapping[str, object], type: str | None = "contactFlow", **members: object) -> Document:
    """A document that starts with its first action. `type` as the console spells it."""
    return {
        "Version": "2019-10-30",
        "StartAction": actions[0]["Identifier"] if actions else "",
        "Metadata": {} if type is None else {"type": type},
        "Actions": list(actions),
        **members,
    }


def flow_of(*actions: Mapping[str, object], type: str | None = "contactFlow", **members: object) -> Flow:
    """The flow of some actions."""
    return read(document_of(*actions, type=type, **members))


def read(document: Mapping[str, object]) -> Flow:
    return parse(json.dumps(document), source="a.json")


def block_like(example: Example, action_type: str) -> Document:
    """The action "it", like an example; all its ways lead to "bye"."""
    return block(
        "it",
        action_type,
        json.loads(json.dumps(example.parameters)),
        next=None if example.ends else "bye",
        errors=dict.fromkeys(example.errors, "bye"),
        conditions=[(operator, operand, "bye") for operator, operand in example.conditions],
    )


def end_of(flow_type: FlowType | None) -> Document:
    """The action "bye", which ends a flow of a type; None stands for modules."""
    if flow_type is None:
        return block("bye", "EndFlowModuleExecution")
    if flow_type.name.endswith("_WHISPER"):
        return block("bye", "EndFlowExecution")
    if flow_type.name.endswith("_HOLD"):
        return block("bye", "MessageParticipantIteratively", {"Messages": [{"Text": "기다려 주십시오."}]})
    return block("bye", "DisconnectParticipant")
