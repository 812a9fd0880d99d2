"""The flows of a new instance: their names and types as AWS gives them, their content the shortest that is valid.

Documented names: administrator guide, "Default flows" and "Sample flows". Types, and the exact names of samples:
listings of real instances. What AWS's own flows do is not copied.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from aicc_local.resource_type import compact

Action = dict[str, Any]

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


def default_flows() -> Iterator[tuple[str, str, str]]:
    """Name, type and content of each."""
    for name, kind in FLOW_TYPES.items():
        actions = _ACTIONS.get(kind, _hang_up)(name)
        content = {"Version": "2019-10-30", "StartAction": actions[0]["Identifier"], "Metadata": {}, "Actions": actions}
        yield name, kind, compact(content)


def _hang_up(name: str) -> list[Action]:
    return [_action("end", "DisconnectParticipant")]


def _loop(name: str) -> list[Action]:
    return [_action("loop", "MessageParticipantIteratively", {"Messages": [{"Text": name}]})]


def _wait(name: str) -> list[Action]:
    said = {"Messages": [{"Text": name}]}
    return [_action("loop", "MessageParticipantIteratively", said, _ON), _action("end", "EndFlowExecution")]


def _whisper(name: str) -> list[Action]:
    return [_action("say", "MessageParticipant", {"Text": name}, _ON), _action("end", "EndFlowExecution")]


def _to_agent(name: str) -> list[Action]:
    return [_action("transfer", "TransferContactToAgent")]


def _to_queue(name: str) -> list[Action]:
    full = {"NextAction": "end", "ErrorType": "QueueAtCapacity"}
    transitions = {**_ON, "Errors": [full, *_ON["Errors"]]}
    return [_action("transfer", "TransferContactToQueue", transitions=transitions), *_hang_up(name)]


def _action(
    identifier: str,
    kind: str,
    parameters: Mapping[str, Any] | None = None,
    transitions: Mapping[str, Any] | None = None,
) -> Action:
    return {
        "Identifier": identifier,
        "Type": kind,
        "Parameters": dict(parameters or {}),
        "Transitions": dict(transitions or {}),
    }


_ON: dict[str, Any] = {"NextAction": "end", "Errors": [{"NextAction": "end", "ErrorType": "NoMatchingError"}]}
_ACTIONS: dict[str, Callable[[str], list[Action]]] = {
    "AGENT_HOLD": _loop,
    "AGENT_TRANSFER": _to_agent,
    "AGENT_WHISPER": _whisper,
    "CUSTOMER_HOLD": _loop,
    "CUSTOMER_QUEUE": _wait,
    "CUSTOMER_WHISPER": _whisper,
    "OUTBOUND_WHISPER": _whisper,
    "QUEUE_TRANSFER": _to_queue,
}
