"""What counts of an input: which kinds a prompt takes, and which of the keys.

The settings are those of the attempt of the prompt (`PromptAttemptsSpecification`); what has none has the defaults of
https://docs.aws.amazon.com/lexv2/latest/dg/session-attribs-speech.html
"""

from aicc_local.lex.definition import Locale, Properties
from aicc_local.lex.session import Session

DTMF, SPEECH = "DTMF", "Speech"
_DEFAULT = {"MaxLength": 1024, "DeletionCharacter": "*", "EndCharacter": "#"}


def heard(session: Session, locale: Locale, mode: str, text: str) -> str:
    """The text, or the keys up to the one that ends them; empty when the prompt does not take this kind of input."""
    attempt = _attempt(session, locale)
    allowed = attempt.get("AllowedInputTypes", {})
    if not allowed.get({DTMF: "AllowDTMFInput", SPEECH: "AllowAudioInput"}.get(mode, ""), True):
        return ""
    if mode != DTMF:
        return text
    return _keys(text, {**_DEFAULT, **attempt.get("AudioAndDTMFInputSpecification", {}).get("DTMFSpecification", {})})


def attempt_name(session: Session) -> str:
    """As the API names the attempt of the prompt: "Initial", "Retry1"."""
    return f"Retry{session.attempts}" if session.attempts else "Initial"


def _keys(pressed: str, settings: Properties) -> str:
    kept = ""
    for key in pressed:
        if key == settings["EndCharacter"]:
            break
        if key == settings["DeletionCharacter"]:
            # "Clears the accumulated DTMF digits and immediately ends the input" (API reference)
            return ""
        kept += key
        if len(kept) == settings["MaxLength"]:
            break
    return kept


def _asked_with(session: Session, locale: Locale) -> Properties | None:
    """The prompt that waits for an answer; None when the bot asked nothing itself."""
    intent = locale.intent(session.intent["name"]) if session.intent else None
    if intent is None:
        return None
    if session.action.get("type") == "ConfirmIntent":
        found: Properties | None = intent.confirmation["PromptSpecification"] if intent.confirmation else None
        return found
    slot = intent.slot(session.action.get("slotToElicit", ""))
    return slot.prompt if slot and session.action.get("type") == "ElicitSlot" else None


def _attempt(session: Session, locale: Locale) -> Properties:
    prompt = _asked_with(session, locale)
    attempts: Properties = prompt.get("PromptAttemptsSpecification", {}) if prompt else {}
    found: Properties = attempts.get(attempt_name(session), {})
    return found
