"""What Lex V2 tells a code hook, read once and then typed.

Source: Amazon Lex V2 developer guide, "Using an AWS Lambda function": the format may grow without a new version, so
only what is read here is asked for, and what is not known is passed over.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aicc_core.errors import MalformedEvent
from aicc_core.event_values import object_at, text_at


@dataclass(frozen=True, slots=True, kw_only=True)
class LexEvent:
    """One invocation by a bot.

    Attributes:
        session_id: Of the conversation; with Connect the contact's id.
        input_mode: "Speech", "DTMF" or "Text".
        transcript: What the caller said, typed or keyed in; empty when nothing was heard.
        intent: The name of the intent that Lex is in.
        confirmation: "Confirmed", "Denied" or "None": what Lex makes of the answer to a read-back.
        confidence: How sure Lex is of the intent, 0 to 1 in hundredths; None where it does not say, as of its fallback.
        slots: The values of the slots that are filled: what Lex makes of them, else the caller's words.
        said: The caller's words for these slots.
        attributes: The session's, all of them texts.
    """

    session_id: str
    input_mode: str
    transcript: str = field(repr=False)
    intent: str
    confirmation: str
    confidence: float | None
    slots: Mapping[str, str] = field(repr=False)
    said: Mapping[str, str] = field(repr=False)
    attributes: Mapping[str, str] = field(repr=False)


def read_lex_event(event: Mapping[str, Any]) -> LexEvent:
    """Return the invocation that `event` describes.

    Raises `MalformedEvent`, which names what is missing or of the wrong kind and quotes no value.

    >>> read_lex_event({"sessionId": "1", "inputMode": "Text", "sessionState": {"intent": {}}})
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: sessionState.intent.name must be a text, got nothing
    """
    if not isinstance(event, Mapping):
        raise MalformedEvent("the event must be an object")
    state = object_at(event.get("sessionState"), "sessionState")
    intent = object_at(state.get("intent"), "sessionState.intent")
    return LexEvent(
        session_id=text_at(event.get("sessionId"), "sessionId"),
        input_mode=text_at(event.get("inputMode"), "inputMode"),
        transcript=text_at(event.get("inputTranscript") or "", "inputTranscript"),
        intent=text_at(intent.get("name"), "sessionState.intent.name"),
        confirmation=text_at(intent.get("confirmationState") or "None", "sessionState.intent.confirmationState"),
        confidence=_confidence(event.get("interpretations")),
        slots=_slots(intent.get("slots") or {}, "interpretedValue", "originalValue"),
        said=_slots(intent.get("slots") or {}, "originalValue"),
        attributes=_attributes(state.get("sessionAttributes") or {}),
    )


def _confidence(interpretations: object) -> float | None:
    # A bare number in the guide of today, {"score": n} in that of 2021 and in the runtime API.
    match interpretations:
        case [{"nluConfidence": {"score": int() | float() as score}}, *_]:
            return round(float(score), 2)
        case [{"nluConfidence": int() | float() as score}, *_]:
            return round(float(score), 2)
    return None


def _slots(slots: object, *kinds: str) -> dict[str, str]:
    """The first of `kinds` that each slot has."""
    found: dict[str, str] = {}
    for name, slot in object_at(slots, "sessionState.intent.slots").items():
        match slot:
            case {"value": {**value}}:
                texts = [text for kind in kinds if isinstance(text := value.get(kind), str) and text]
                if texts:
                    found[name] = texts[0]
    return found


def _attributes(attributes: object) -> dict[str, str]:
    place = "sessionState.sessionAttributes"
    return {name: text_at(value, f"{place}.{name}") for name, value in object_at(attributes, place).items()}
