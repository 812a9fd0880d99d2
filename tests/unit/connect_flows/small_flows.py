"""Small flows with names of their own, so that they can lead to one another."""

import json
from collections.abc import Mapping

from connect_flows import Flow, parse
from tests.unit.connect_flows.building import SETTINGS, Document, block, document_of

GOODBYE = block("goodbye", "MessageParticipant", {"Text": "안녕히 계십시오."}, next="bye")
BYE = block("bye", "DisconnectParticipant")


def flow(name: str, *actions: Mapping[str, object], type: str = "contactFlow") -> Flow:
    """A flow that starts with its first action."""
    return _read(name, document_of(*actions, type=type))


def module(name: str, *actions: Mapping[str, object]) -> Flow:
    """A module that starts with its first action."""
    return _read(name, document_of(*actions, type=None, Settings=dict(SETTINGS)))


def say(identifier: str, text: str, *, next: str) -> Document:
    """A message."""
    return block(identifier, "MessageParticipant", {"Text": text}, next=next)


def menu(identifier: str, keys: Mapping[str, str], *, timeout: str, wrong: str) -> Document:
    """A menu. `keys`: where each key leads."""
    return block(
        identifier,
        "GetParticipantInput",
        {"Text": "번호를 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
        next=wrong,
        errors={"InputTimeLimitExceeded": timeout, "NoMatchingCondition": wrong, "NoMatchingError": wrong},
        conditions=[("Equals", key, target) for key, target in keys.items()],
    )


def compare(identifier: str, reference: str, targets: Mapping[str, str], *, otherwise: str) -> Document:
    """A choice by value."""
    return block(
        identifier,
        "Compare",
        {"ComparisonValue": reference},
        next=otherwise,
        errors={"NoMatchingCondition": otherwise},
        conditions=[("Equals", value, target) for value, target in targets.items()],
    )


def ask_function(identifier: str, function: str, *, next: str, failed: str) -> Document:
    """A function."""
    return block(
        identifier,
        "InvokeLambdaFunction",
        {"LambdaFunctionARN": f"${{function.{function}}}", "InvocationTimeLimitSeconds": "4"},
        next=next,
        errors={"NoMatchingError": failed},
    )


def ask_bot(identifier: str, *, intents: Mapping[str, str], otherwise: str, failed: str) -> Document:
    """A bot."""
    return block(
        identifier,
        "ConnectParticipantWithLexBot",
        {"Text": "무엇을 도와드릴까요?", "LexV2Bot": {"AliasArn": "${bot.service}"}},
        next=otherwise,
        errors={"NoMatchingCondition": otherwise, "NoMatchingError": failed},
        conditions=[("Equals", intent, target) for intent, target in intents.items()],
    )


def set_attributes(identifier: str, *, next: str, **values: str) -> Document:
    """Contact attributes."""
    return block(
        identifier, "UpdateContactAttributes", {"Attributes": values}, next=next, errors={"NoMatchingError": next}
    )


def check_hours(identifier: str, *, open: str, closed: str, missing: str) -> Document:
    """Hours of operation."""
    return block(
        identifier,
        "CheckHoursOfOperation",
        {"HoursOfOperationId": "${hours.main}"},
        next=missing,
        errors={"NoMatchingError": missing},
        conditions=[("Equals", "True", open), ("Equals", "False", closed)],
    )


def loop(identifier: str, times: str, *, again: str, done: str) -> Document:
    """A loop."""
    return block(
        identifier,
        "Loop",
        {"LoopCount": times},
        next=done,
        conditions=[("Equals", "ContinueLooping", again), ("Equals", "DoneLooping", done)],
    )


def hook(identifier: str, event: str, flow: str, *, next: str) -> Document:
    """A flow for an event."""
    return block(
        identifier,
        "UpdateContactEventHooks",
        {"EventHooks": {event: f"${{flow.{flow}}}"}},
        next=next,
        errors={"NoMatchingError": next},
    )


def to_queue(*, full: str, failed: str, missing: str) -> tuple[Document, Document]:
    """The two blocks that lead to a queue: "queue" and "transfer"."""
    return (
        block(
            "queue",
            "UpdateContactTargetQueue",
            {"QueueId": "${queue.general}"},
            next="transfer",
            errors={"NoMatchingError": missing},
        ),
        block(
            "transfer",
            "TransferContactToQueue",
            next=failed,
            errors={"QueueAtCapacity": full, "NoMatchingError": failed},
        ),
    )


def play_music(identifier: str = "music", *, seconds: str = "", interrupted: str = "") -> Document:
    """Prompts over and over."""
    parameters: dict[str, object] = {"Messages": [{"Text": "잠시만 기다려 주십시오."}]}
    if not seconds:
        return block(identifier, "MessageParticipantIteratively", parameters)
    return block(
        identifier,
        "MessageParticipantIteratively",
        {**parameters, "InterruptFrequencySeconds": seconds},
        next=interrupted,
        errors={"NoMatchingError": interrupted},
        conditions=[("Equals", "MessagesInterrupted", interrupted)],
    )


def _read(name: str, document: Document) -> Flow:
    return parse(json.dumps(document), source=f"{name}.json")
