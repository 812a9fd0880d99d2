"""Contents of test cases for the resources of an account."""

import json
from collections.abc import Mapping
from typing import Any

END = {
    "Identifier": "end",
    "Type": "TestControl",
    "Parameters": {"ActionType": "TestControl", "Command": {"Type": "EndTest"}},
    "Transitions": {},
}


def observation(name: str, event: Mapping[str, Any], *actions: Mapping[str, Any], then: str = "") -> dict[str, Any]:
    """One observation; its actions follow each other."""
    following = [{"NextAction": action["Identifier"]} for action in actions[1:]]
    return {
        "Identifier": name,
        "Event": {"Identifier": f"{name}-event", "Actor": "System", **event},
        "Actions": [{**action, "Transitions": after} for action, after in zip(actions, [*following, {}], strict=False)],
        "Transitions": {"NextObservations": [then] if then else []},
    }


def content(*observations: Mapping[str, Any], **members: Any) -> str:
    """What `Content` holds."""
    return json.dumps({"Version": "2019-10-30", "Observations": observations, **members}, ensure_ascii=False)


def started() -> dict[str, Any]:
    """The event at the start of a test."""
    return {"Type": "TestInitiated", "Properties": {}}


def hears(text: str, matching: str = "Inclusion") -> dict[str, Any]:
    """The event that something is said."""
    return {
        "Type": "MessageReceived",
        "Properties": {"Text": text, "MatchingCriteria": {"Type": matching}},
    }


def begins(action_type: str, **parameters: Any) -> dict[str, Any]:
    """The event that a flow's action begins."""
    return {
        "Type": "FlowActionStarted",
        "Properties": {"ActionType": action_type, "ActionParameters": parameters},
    }


def completes(action_type: str, **parameters: Any) -> dict[str, Any]:
    """The event that a flow's action has gone well."""
    return {**begins(action_type, **parameters), "Type": "FlowActionCompleted"}


def sends(text: str, kind: str = "Utterance") -> dict[str, Any]:
    """The customer writes or says something; with the kind "DtmfInput", presses keys."""
    instruction = {"Type": kind, "Properties": {"Value": text}}
    return {
        "Identifier": f"send-{kind}-{text}",
        "Type": "SendInstruction",
        "Parameters": {"ActionType": "SendInstruction", "Actor": "Customer", "Instruction": instruction},
    }


def overrides(action_type: str, strategy: Mapping[str, Any], **parameters: Any) -> dict[str, Any]:
    """Put something in the place of a resource, once."""
    properties = {"ActionType": action_type, "ActionParameters": parameters, "Strategy": dict(strategy)}
    return {
        "Identifier": f"override-{action_type}",
        "Type": "OverrideSystemBehavior",
        "Parameters": {
            "ActionType": "OverrideSystemBehavior",
            "Behavior": {"Type": "FlowAction", "Properties": properties},
        },
    }


def substitute(arn: str) -> dict[str, Any]:
    """The strategy that another resource is used."""
    return {"Type": "SubstituteResource", "SubstituteArn": arn}


def asserts(namespace: str, operand: str, operator: str = "Equals") -> dict[str, Any]:
    """Check a value."""
    return {
        "Identifier": f"check-{namespace}-{operand}",
        "Type": "Assert",
        "Parameters": {"Namespace": namespace, "Operator": operator, "Operand": operand},
    }


def chat_with(flow: str) -> dict[str, Any]:
    """The entry point of a chat."""
    return {"Type": "CHAT", "ChatEntryPointParameters": {"FlowId": flow}}


def call_to(flow: str, **parameters: str) -> dict[str, Any]:
    """The entry point of a call."""
    return {"Type": "VOICE_CALL", "VoiceCallEntryPointParameters": {"FlowId": flow, **parameters}}
