"""What the testing language lets a test do with which action of a flow.

Sources: https://docs.aws.amazon.com/connect/latest/devguide/testing-language-events-flowactionstarted.html and
https://docs.aws.amazon.com/connect/latest/devguide/testing-language-actions-overridesystembehavior.html;
live runs refuse the other actions with "Invalid action type for FlowActionStarted event".
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

SERIALIZED = "LoadedData"
NOTHING = ""


class FlowAction(NamedTuple):
    """An action of a flow as tests name it.

    Attributes:
        target: Where in `ActionParameters` the resource is.
        kind: The kind of placeholder that stands for the resource; "" for none.
        optional: What else `ActionParameters` may hold.
        is_started: Whether tests can wait for it to begin.
        is_completed: Whether tests can wait for it to have succeeded.
        is_overridden: Whether tests can override it.
        result: The member of a mocked success that holds its result; "" for no mocked success.
        errors: The errors that can be mocked.
    """

    target: tuple[str, ...]
    kind: str
    optional: tuple[str, ...] = ()
    is_started: bool = False
    is_completed: bool = False
    is_overridden: bool = False
    result: str = NOTHING
    errors: tuple[str, ...] = ()


_ASKED = ("TimeLimitExceeded", "NoMatchingError")
_QUEUED = ("QueueAtCapacity", "NoMatchingError")

FLOW_ACTIONS: Mapping[str, FlowAction] = {
    "InvokeLambdaFunction": FlowAction(
        ("LambdaFunctionARN",),
        "function",
        is_started=True,
        is_completed=True,
        is_overridden=True,
        result=SERIALIZED,
        errors=_ASKED,
    ),
    "CheckHoursOfOperation": FlowAction(
        ("HoursOfOperationId",),
        "hours",
        is_started=True,
        is_overridden=True,
        result="Value",
        errors=("NoMatchingError",),
    ),
    "ConnectParticipantWithLexBot": FlowAction(
        ("LexV2Bot", "AliasArn"),
        "bot",
        is_started=True,
        is_completed=True,
        is_overridden=True,
        result=SERIALIZED,
        errors=_ASKED,
    ),
    "TransferContactToQueue": FlowAction(
        ("QueueId",), "queue", optional=("AgentId",), is_started=True, is_overridden=True, errors=_QUEUED
    ),
    "DequeueAndTransferToQueue": FlowAction(("QueueId",), "queue", is_overridden=True, errors=_QUEUED),
    "ConnectParticipantWithAgenticCX": FlowAction(
        ("AgentConfiguration", "Alias"), "", optional=("WorkspaceId", "ApplicationId"), is_completed=True
    ),
}


def resource_of(action_type: object, parameters: object) -> str:
    """The resource that an event or an override is about, as it is written; "" if it names none.

    >>> resource_of("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${bot.orders}"}})
    '${bot.orders}'
    """
    flow_action = FLOW_ACTIONS.get(action_type) if isinstance(action_type, str) else None
    found: Any = parameters
    for step in flow_action.target if flow_action is not None else (None,):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found if isinstance(found, str) else ""
