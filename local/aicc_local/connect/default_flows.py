"""The flows of a new instance: their names and types as AWS gives them, their content the shortest that is valid.

Documented names: administrator guide, "Default flows" and "Sample flows". Types, and the exact names of samples:
listings of real instances. What AWS's own flows do is not copied.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from aicc_local.resource_type import compact

FLOW_TYPES = {
    "Default agent hold": "AGENT_HOLD",
    "Default agent transfer": "AGENT_TRANSFER",
    "Default agent whisper": "AGENT_WHISPER",
    "Default customer hold": "CUSTOMER_HOLD",
    "Default customer queue": "CUSTOMER_QUEUE",
    "Default customer whisper": "CUSTOMER_WHISPER",
    "Default outbound": "OUTBOUND_WHISPER",
    "Default queue transfer": "QUEUE_TRANSFER",
    "Sample AB test": "CONTACT_FLOW",
    "Sample Lambda integration": "CONTACT_FLOW",
    "Sample disconnect flow": "CONTACT_FLOW",
    "Sample inbound flow (first contact experience)": "CONTACT_FLOW",
    "Sample interruptible queue flow with callback": "CUSTOMER_QUEUE",
    "Sample note for screenpop": "CONTACT_FLOW",
    "Sample queue configurations flow": "CONTACT_FLOW",
    "Sample queue customer": "CONTACT_FLOW",
    "Sample recording behavior": "CONTACT_FLOW",
    "Sample secure input with agent": "QUEUE_TRANSFER",
    "Sample secure input with no agent": "CONTACT_FLOW",
}
_LOOPING = frozenset({"AGENT_HOLD", "CUSTOMER_HOLD", "CUSTOMER_QUEUE"})
_WHISPERS = frozenset({"AGENT_WHISPER", "CUSTOMER_WHISPER", "OUTBOUND_WHISPER"})


def default_flows() -> Iterator[tuple[str, str, str]]:
    """Name, type and content of each."""
    for name, kind in FLOW_TYPES.items():
        yield name, kind, compact(_content(name, kind))


def _content(name: str, kind: str) -> Mapping[str, Any]:
    end = "DisconnectParticipant" if kind == "CONTACT_FLOW" else "EndFlowExecution"
    last = {"Identifier": "end", "Type": end, "Parameters": {}, "Transitions": {}}
    first = _first(name, kind)
    actions = [last] if first is None else [first, last]
    return {"Version": "2019-10-30", "StartAction": actions[0]["Identifier"], "Metadata": {}, "Actions": actions}


def _first(name: str, kind: str) -> dict[str, Any] | None:
    error = {"NextAction": "end", "ErrorType": "NoMatchingError"}
    if kind in _LOOPING:
        message = {"Messages": [{"Text": name}]}
        looped = {"NextAction": "end", "Errors": [error], "Conditions": []}
        return {
            "Identifier": "loop",
            "Type": "MessageParticipantIteratively",
            "Parameters": message,
            "Transitions": looped,
        }
    if kind in _WHISPERS:
        said = {"NextAction": "end", "Errors": [error], "Conditions": []}
        return {"Identifier": "say", "Type": "MessageParticipant", "Parameters": {"Text": name}, "Transitions": said}
    return None
