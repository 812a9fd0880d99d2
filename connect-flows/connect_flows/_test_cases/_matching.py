"""Whether something that happens in a contact is what an observation waits for."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from connect_flows._simulator._events import ActionCompleted, ActionStarted, Prompt
from connect_flows._simulator._events import Event as ContactEvent
from connect_flows._simulator._hearing import heard, includes
from connect_flows._test_cases._flow_actions import FLOW_ACTIONS, resource_of
from connect_flows._test_cases._model import Event
from connect_flows._test_cases._similarity import is_similar
from connect_flows._test_cases._view import mapping

_SUFFIXES = (":$SAVED", ":$LATEST")
_LAMBDA_VERSION = re.compile(r"(arn:[^:]*:lambda:[^:]*:[^:]*:function:[^:]*):[^:]*")


class Seen(NamedTuple):
    """Something that tests can observe. `properties` as records show them. `result`: what a completed action left."""

    type: str
    at: float
    properties: Mapping[str, Any]
    resource: str = ""
    result: Mapping[str, Any] | None = None


def seen_in(event: ContactEvent) -> Seen | None:
    """What tests observe of something that happens; None if it is nothing to them."""
    if isinstance(event, Prompt) and event.to == "customer":
        key = event.kind if event.kind in ("SSML", "PromptId", "Media") else "Text"
        return Seen("MessageReceived", event.at, {key: event.text}, event.text)
    if isinstance(event, ActionStarted) and _can(event.type, "is_started"):
        return Seen("FlowActionStarted", event.at, _parameters(event), event.resource)
    if isinstance(event, ActionCompleted) and _can(event.type, "is_completed"):
        return Seen("FlowActionCompleted", event.at, _parameters(event), event.resource, event.result)
    return None


def matches(wanted: Event, seen: Seen, before: Sequence[str]) -> bool:
    """Whether it is what is waited for. `before`: what was said in one go before it."""
    if wanted.type != seen.type:
        return False
    if seen.type == "MessageReceived":
        return _is_said(wanted, seen, before)
    if not seen.type.startswith("FlowAction"):
        return True
    action_type = wanted.properties.get("ActionType")
    resource = resource_of(action_type, wanted.properties.get("ActionParameters"))
    return action_type == seen.properties.get("ActionType") and same_resource(resource, seen.resource)


def same_resource(one: str, other: str) -> bool:
    """Whether two names are of one resource: an ARN and its id are, and so are a resource and a version of it.

    >>> function = "arn:aws:lambda:ap-northeast-2:1:function:status"
    >>> same_resource(f"{function}:7", function), same_resource(function, f"{function}-too")
    (True, False)
    >>> same_resource("arn:aws:connect:ap-northeast-2:1:instance/i/queue/4f1c", "4f1c")
    True
    """
    return bool(one) and _plain(one) == _plain(other)


def _plain(resource: str) -> str:
    for suffix in _SUFFIXES:
        resource = resource.removesuffix(suffix)
    if resource.startswith("arn:") and ":connect:" in resource:
        return resource.rpartition("/")[2]
    return _LAMBDA_VERSION.sub(r"\1", resource)


def _is_said(event: Event, seen: Seen, before: Sequence[str]) -> bool:
    properties, wanted = event.properties, event.words
    if "PromptId" in properties:
        return "PromptId" in seen.properties and same_resource(str(properties["PromptId"]), seen.resource)
    if "Media" in properties:
        return mapping(properties["Media"]).get("Uri") == seen.properties.get("Media")
    said = [*before, seen.resource]
    if mapping(properties.get("MatchingCriteria")).get("Type") == "Inclusion":
        return bool(heard(wanted)) and (includes(seen.resource, wanted) or includes(" ".join(said), wanted))
    return any(is_similar(" ".join(said[first:]), wanted) for first in range(len(said)))


def _can(action_type: str, what: str) -> bool:
    flow_action = FLOW_ACTIONS.get(action_type)
    return flow_action is not None and bool(getattr(flow_action, what))


def _parameters(event: ActionStarted | ActionCompleted) -> Mapping[str, Any]:
    value: Any = event.resource
    for step in reversed(FLOW_ACTIONS[event.type].target):
        value = {step: value}
    return {"ActionType": event.type, "ActionParameters": value}
