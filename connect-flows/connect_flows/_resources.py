"""Where the parameters of actions name resources of Amazon Connect, and which kind they name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from connect_flows._place import Place
from connect_flows._view import View


class Named(NamedTuple):
    """A string that stands for a resource. `kind`: as placeholders spell it."""

    kind: str
    place: Place
    value: str


_QUEUE = (("queue", ("QueueId",)),)
_NAMING: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "CheckHoursOfOperation": (("hours", ("HoursOfOperationId",)),),
    "CheckMetricData": _QUEUE,
    "ConnectParticipantWithLexBot": (("bot", ("LexV2Bot", "AliasArn")), ("prompt", ("PromptId",))),
    "CreateCallbackContact": (*_QUEUE, ("flow", ("ContactFlowId",))),
    "CreateTask": (("flow", ("ContactFlowId",)),),
    "DequeueContactAndTransferToQueue": _QUEUE,
    "GetMetricData": _QUEUE,
    "GetParticipantInput": (("prompt", ("PromptId",)),),
    "InvokeFlowModule": (("module", ("FlowModuleId",)),),
    "InvokeLambdaFunction": (("function", ("LambdaFunctionARN",)),),
    "MessageParticipant": (("prompt", ("PromptId",)),),
    "StartOutboundChatContact": (("flow", ("ContactFlowArn",)),),
    "TransferToFlow": (("flow", ("ContactFlowId",)),),
    "UpdateContactMediaProcessing": (("function", ("ChatProcessor", "LambdaProcessorARN")),),
    "UpdateContactTargetQueue": _QUEUE,
}


_FILLED_IN = ("$.", "$[", "${", "{{", "<", "%")
"""What makes a string of what nobody knows yet: JSONPaths, placeholders, the templates of other tools."""


def is_fixed(value: str) -> bool:
    """Whether a string that stands for a resource is what Amazon Connect will see."""
    return bool(value) and not any(mark in value for mark in _FILLED_IN)


def named_resources(view: View) -> Iterator[Named]:
    """Every string in the flow's parameters that stands for a resource."""
    for known in view.known:
        action, place, _ = known
        for kind, path in _NAMING.get(action.type, ()):
            value: object = action.parameters
            for step in path:
                value = value.get(step) if isinstance(value, dict) else None
            if isinstance(value, str):
                at = place / "Parameters"
                for step in path:
                    at = at / step
                yield Named(kind, at, value)
        if action.type == "UpdateContactEventHooks":
            yield from _hooks(action.parameters.get("EventHooks"), place / "Parameters" / "EventHooks")
        elif action.type == "MessageParticipantIteratively":
            yield from _prompts(action.parameters.get("Messages"), place / "Parameters" / "Messages")


def _hooks(hooks: object, place: Place) -> Iterator[Named]:
    for hook, value in hooks.items() if isinstance(hooks, dict) else ():
        if isinstance(value, str):
            yield Named("flow", place / hook, value)


def _prompts(messages: object, place: Place) -> Iterator[Named]:
    for index, message in enumerate(messages if isinstance(messages, list) else ()):
        prompt = message.get("PromptId") if isinstance(message, dict) else None
        if isinstance(prompt, str):
            yield Named("prompt", place / index / "PromptId", prompt)
