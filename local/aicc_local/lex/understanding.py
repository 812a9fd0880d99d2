"""What a text means at this point of the conversation, and what that changes in the session."""

from collections.abc import Sequence
from dataclasses import dataclass

from aicc_local.lex.definition import Intent, Locale, Slot
from aicc_local.lex.recognizer import Match, Recognizer
from aicc_local.lex.session import Session, begun, filled

_INTERPRETATIONS = 5
_FREE_FORM = "AMAZON.FreeFormInput"


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
    return _intent(session, locale, recognizer, text) or _fall_back(session, locale)


def _slot_answer(
    session: Session, locale: Locale, recognizer: Recognizer, intent: Intent, slot: Slot, text: str
) -> Understood:
    # Free text is for the slot whatever it says; anything else may also be the wish for something new.
    if slot.type_name != _FREE_FORM:
        switched = _intent(session, locale, recognizer, text, unless=intent)
        if switched:
            return switched
    value = recognizer.slot(locale, intent, slot, text)
    if value is None:
        return _missed(session, locale, intent, slot.prompt)
    assert session.intent is not None
    session.intent["slots"][slot.name] = filled(value)
    session.attempts = 0
    _interpret(session, locale, [Match(intent=intent.name, confidence=1.0)])
    return Understood(captured=slot)


def _confirmation(session: Session, locale: Locale, recognizer: Recognizer, intent: Intent, text: str) -> Understood:
    answer = recognizer.confirmation(locale, text)
    if answer is None:
        switched = _intent(session, locale, recognizer, text, unless=intent)
        prompt = intent.confirmation["PromptSpecification"] if intent.confirmation else None
        return switched or _missed(session, locale, intent, prompt)
    assert session.intent is not None
    session.intent["confirmationState"] = "Confirmed" if answer else "Denied"
    session.attempts = 0
    _interpret(session, locale, [Match(intent=intent.name, confidence=1.0)])
    return Understood()


def _intent(
    session: Session, locale: Locale, recognizer: Recognizer, text: str, *, unless: Intent | None = None
) -> Understood | None:
    matches = [match for match in recognizer.intents(locale, text) if match.confidence >= locale.threshold]
    best = locale.intent(matches[0].intent) if matches else None
    if best is None or best is unless:
        return None
    session.intent = begun(best, dict(matches[0].slots))
    session.attempts = 0
    _interpret(session, locale, matches)
    return Understood(began=True)


def _missed(session: Session, locale: Locale, intent: Intent, prompt: object) -> Understood:
    retries = prompt["MaxRetries"] if isinstance(prompt, dict) else 0
    session.attempts += 1
    if session.attempts > retries:
        return _fall_back(session, locale)
    _interpret(session, locale, [])
    return Understood(missed=True)


def _fall_back(session: Session, locale: Locale) -> Understood:
    # "The fallback intent is invoked when an intent doesn't recognize the user input as a slot value after the
    # configured number of tries", and at once when no intent is recognized at all.
    assert locale.fallback is not None, "a locale without it is never built"
    session.intent = begun(locale.fallback)
    session.attempts = 0
    _interpret(session, locale, [])
    return Understood(began=True, missed=True)


def _interpret(session: Session, locale: Locale, matches: Sequence[Match]) -> None:
    assert session.intent is not None
    first = {"intent": session.intent, "interpretationSource": "Lex"}
    if matches:
        first["nluConfidence"] = {"score": matches[0].confidence}
    others = [
        {
            "intent": begun(intent, dict(match.slots)),
            "nluConfidence": {"score": match.confidence},
            "interpretationSource": "Lex",
        }
        for match in matches[1:]
        if (intent := locale.intent(match.intent)) is not None and intent.name != session.intent["name"]
    ]
    fallback = locale.fallback
    last = []
    if fallback is not None and fallback.name != session.intent["name"]:
        last = [{"intent": {"name": fallback.name, "slots": {}}, "interpretationSource": "Lex"}]
    session.interpretations = [first, *others[: _INTERPRETATIONS - 2], *last]
