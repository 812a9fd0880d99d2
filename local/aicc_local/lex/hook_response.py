"""What a code hook may answer.

Source: https://docs.aws.amazon.com/lexv2/latest/dg/lambda-response-format.html
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aicc_local.errors import ServiceError
from aicc_local.lex.definition import Intent, Locale
from aicc_local.lex.session import IntentState

ACTIONS = ("Close", "ConfirmIntent", "Delegate", "ElicitIntent", "ElicitSlot")
_STATES = ("Failed", "Fulfilled", "FulfillmentInProgress", "InProgress", "ReadyForFulfillment", "Waiting")
_CONFIRMATIONS = ("Confirmed", "Denied", "None")
_CONTENT_TYPES = ("CustomPayload", "ImageResponseCard", "PlainText", "SSML")
_MESSAGES = 10
_CONTENT = 1_024


@dataclass(frozen=True, slots=True, kw_only=True)
class HookResponse:
    """What the function wants; the state that it gives replaces that of the session.

    Attributes:
        intent: None when the function named none, as it may for Delegate and ElicitIntent.
    """

    action: dict[str, Any]
    intent: IntentState | None
    attributes: dict[str, str]
    contexts: list[dict[str, Any]] = field(default_factory=list)
    messages: list[dict[str, Any]] = field(default_factory=list)
    request_attributes: dict[str, str] | None = None


def failed_dependency(message: str) -> ServiceError:
    """Lex's answer when a function fails or says what Lex does not understand."""
    return ServiceError("DependencyFailedException", message, status=424)


def read_response(payload: Any, locale: Locale) -> HookResponse:
    """Read the answer of a function.

    Raises:
        ServiceError: DependencyFailedException, naming everything that is wrong.
    """
    problems = [*_problems(payload, locale)]
    if problems:
        raise failed_dependency(f"Invalid Lambda Response: {'; '.join(problems)}")
    state = payload["sessionState"]
    given = state.get("intent")
    intent = locale.intent(given["name"]) if given else None
    return HookResponse(
        action={key: each for key, each in state["dialogAction"].items() if each is not None},
        intent=_read_intent(given, intent) if given and intent else None,
        attributes=dict(state.get("sessionAttributes") or {}),
        contexts=list(state.get("activeContexts") or ()),
        messages=list(payload.get("messages") or ()),
        request_attributes=payload.get("requestAttributes"),
    )


def _read_intent(given: Mapping[str, Any], intent: Intent) -> IntentState:
    slots = given.get("slots") or {}
    return {
        "name": intent.name,
        "slots": {slot.name: slots.get(slot.name) for slot in intent.slots},
        "state": given.get("state") or "InProgress",
        "confirmationState": given.get("confirmationState") or "None",
    }


def _problems(payload: Any, locale: Locale) -> Iterator[str]:
    state = payload.get("sessionState") if isinstance(payload, dict) else None
    if not isinstance(state, dict):
        yield "there is no sessionState"
        return
    action = state.get("dialogAction")
    if not isinstance(action, dict) or action.get("type") not in ACTIONS:
        yield f"sessionState.dialogAction.type must be one of {', '.join(ACTIONS)}"
        return
    yield from _action_problems(action, state.get("intent"), payload.get("messages"), locale)
    yield from _attribute_problems(state.get("sessionAttributes"), "sessionState.sessionAttributes")
    yield from _attribute_problems(payload.get("requestAttributes"), "requestAttributes")
    yield from _message_problems(payload.get("messages"))


def _action_problems(action: dict[str, Any], given: Any, messages: Any, locale: Locale) -> Iterator[str]:
    kind, slot = action["type"], action.get("slotToElicit")
    if kind == "ElicitIntent" and not messages:
        yield "messages are required for ElicitIntent"
    if slot and kind != "ElicitSlot":
        yield f"slotToElicit is for ElicitSlot only, not for {kind}"
    if given is None:
        if kind not in ("Delegate", "ElicitIntent"):
            yield f"sessionState.intent is required for {kind}"
        return
    intent = locale.intent(str(given.get("name"))) if isinstance(given, dict) else None
    if intent is None:
        yield f"there is no intent {given.get('name') if isinstance(given, dict) else given!r}"
        return
    if kind == "ElicitSlot" and (not slot or intent.slot(slot) is None):
        yield f"slotToElicit {slot!r} is no slot of {intent.name}"
    yield from _intent_problems(given, intent)


def _intent_problems(given: dict[str, Any], intent: Intent) -> Iterator[str]:
    if (given.get("state") or "InProgress") not in _STATES:
        yield f"sessionState.intent.state {given['state']!r} is not one of {', '.join(_STATES)}"
    if (given.get("confirmationState") or "None") not in _CONFIRMATIONS:
        yield f"sessionState.intent.confirmationState {given['confirmationState']!r} is unknown"
    slots = given.get("slots") or {}
    if not isinstance(slots, dict):
        yield "sessionState.intent.slots must be a map"
        return
    for name, value in slots.items():
        if intent.slot(name) is None:
            yield f"{intent.name} has no slot {name}"
        elif value is not None and not (isinstance(value, dict) and isinstance(value.get("value"), dict)):
            yield f"the value of the slot {name} must be null or an object with a value"


def _attribute_problems(attributes: Any, place: str) -> Iterator[str]:
    if attributes is None:
        return
    if not isinstance(attributes, dict):
        yield f"{place} must be a map"
        return
    for key, value in attributes.items():
        if not isinstance(value, str):
            yield f"{place}.{key} must be a string, not {value!r}"


def _message_problems(messages: Any) -> Iterator[str]:
    if messages is None:
        return
    if not isinstance(messages, list) or len(messages) > _MESSAGES:
        yield f"messages must be a list of at most {_MESSAGES}"
        return
    for index, message in enumerate(messages):
        kind = message.get("contentType") if isinstance(message, dict) else None
        if kind not in _CONTENT_TYPES:
            yield f"messages[{index}].contentType must be one of {', '.join(_CONTENT_TYPES)}"
        elif kind != "ImageResponseCard" and not 1 <= len(str(message.get("content") or "")) <= _CONTENT:
            yield f"messages[{index}].content must have 1 to {_CONTENT} characters"
