"""What a text means at this point of the conversation, and what that changes in the session."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aicc_local.lex.built_in_values import FREE_FORM, takes_anything
from aicc_local.lex.definition import Intent, Locale, Slot
from aicc_local.lex.letters import joined
from aicc_local.lex.recognizer import Match, Recognizer, SlotValue
from aicc_local.lex.session import Session, begun, filled

_INTERPRETATIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """The outcome.

    Attributes:
        began: The intent is new in this turn.
        captured: The slot that was filled.
        missed: The text was not understood.
    """

    began: bool = False
    captured: Slot | None = None
    missed: bool = False


def understand(session: Session, locale: Locale, recognizer: Recognizer, text: str) -> Understood:
    """Take the text for an answer to what was asked, else for an intent, else for nothing that is known."""
    intent = locale.intent(session.intent["name"]) if session.intent else None
    asked = session.action.get("type")
    if intent is not None and asked == "ElicitSlot":
        slot = intent.slot(session.action["slotToElicit"])
        if slot is not None:
            return _slot_answer(session, locale, recognizer, intent, slot, text)
    if intent is not None and asked == "ConfirmIntent":
        return _confirmation(session, locale, recognizer, intent, text)
    return _intent(session, locale, recognizer, text) or _fall_back(session, locale, recognizer.intents(locale, text))


def _slot_answer(
    session: Session, locale: Locale, recognizer: Recognizer, intent: Intent, slot: Slot, text: str
) -> Understood:
    value = recognizer.slot(locale, intent, slot, text)
    if not _is_an_answer(slot, value, text):
        switched = _intent(session, locale, recognizer, text, unless=intent)
        if switched:
            return switched
    if value is None:
        return _missed(session, locale, intent, slot.prompt)
    assert session.intent is not None
    session.intent["slots"][slot.name] = filled(value)
    session.attempts = 0
    _interpret(session, locale, 1.0)
    return Understood(captured=slot)


def _is_an_answer(slot: Slot, value: SlotValue | None, text: str) -> bool:
    """Whether the text is for the slot, or may also be the wish for something new.

    "예약이요" names the value and little else; "예약한 책이 왜 안 와요" happens to hold one.
    """
    if slot.type_name == FREE_FORM:
        return True
    if value is None or takes_anything(slot.type_name):
        return False
    return 2 * len(joined(value.original)) >= len(joined(text))


def _confirmation(session: Session, locale: Locale, recognizer: Recognizer, intent: Intent, text: str) -> Understood:
    answer = recognizer.confirmation(locale, text)
    if answer is None:
        switched = _intent(session, locale, recognizer, text, unless=intent)
        prompt = intent.confirmation["PromptSpecification"] if intent.confirmation else None
        return switched or _missed(session, locale, intent, prompt)
    assert session.intent is not None
    session.intent["confirmationState"] = "Confirmed" if answer else "Denied"
    session.attempts = 0
    _interpret(session, locale, 1.0)
    return Understood()


def _intent(
    session: Session, locale: Locale, recognizer: Recognizer, text: str, *, unless: Intent | None = None
) -> Understood | None:
    matches = recognizer.intents(locale, text)
    best = locale.intent(matches[0].intent) if matches and matches[0].confidence >= locale.threshold else None
    if best is None or best is unless:
        return None
    session.intent = begun(best, dict(matches[0].slots))
    session.attempts = 0
    _interpret(session, locale, matches[0].confidence, matches[1:])
    return Understood(began=True)


def _missed(session: Session, locale: Locale, intent: Intent, prompt: object) -> Understood:
    retries = prompt["MaxRetries"] if isinstance(prompt, dict) else 0
    session.attempts += 1
    if session.attempts > retries:
        return _fall_back(session, locale)
    _interpret(session, locale, None)
    return Understood(missed=True)


def _fall_back(session: Session, locale: Locale, matches: Sequence[Match] = ()) -> Understood:
    # "The fallback intent is invoked when an intent doesn't recognize the user input as a slot value after the
    # configured number of tries", and at once when no intent is recognized at all.
    assert locale.fallback is not None, "a locale without it is never built"
    session.intent = begun(locale.fallback)
    session.attempts = 0
    _interpret(session, locale, None, matches)
    return Understood(began=True, missed=True)


def _interpret(session: Session, locale: Locale, confidence: float | None, others: Sequence[Match] = ()) -> None:
    """Note what the text was taken for, and what else it may mean.

    "The threshold where Amazon Lex will insert the AMAZON.FallbackIntent" (API reference, nluConfidenceThreshold): what
    is less likely comes after it.
    """
    assert session.intent is not None
    name = session.intent["name"]
    first: dict[str, Any] = {"intent": session.intent, "interpretationSource": "Lex"}
    if confidence is not None:
        first["nluConfidence"] = _score(confidence)
    likely = [_other(locale, each) for each in others if each.intent != name and each.confidence >= locale.threshold]
    unlikely = [_other(locale, each) for each in others if each.intent != name and each.confidence < locale.threshold]
    if locale.fallback is not None and locale.fallback.name != name:
        fallback = {"intent": {"name": locale.fallback.name, "slots": {}}, "interpretationSource": "Lex"}
        likely = [*likely[: _INTERPRETATIONS - 2], fallback]
    session.interpretations = [first, *likely, *unlikely][:_INTERPRETATIONS]


def _other(locale: Locale, match: Match) -> dict[str, Any]:
    intent = locale.intent(match.intent)
    assert intent is not None, "a recognizer names the intents of the locale"
    state = begun(intent, dict(match.slots))
    return {"intent": state, "nluConfidence": _score(match.confidence), "interpretationSource": "Lex"}


def _score(confidence: float) -> dict[str, float]:
    return {"score": round(confidence, 2)}
