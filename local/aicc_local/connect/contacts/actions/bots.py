"""ConnectParticipantWithLexBot: by the rules of `invocation`; what the customer says is a turn of the bot's."""

from typing import Any

from aicc_local.connect.contacts.step import CannotGoOn, Happening, Outcome, Outside, Pause, Step, Typed
from aicc_local.connect.invocation import may_converse
from aicc_local.errors import ServiceError
from aicc_local.lex.runtime import recognize_text


def converse(step: Step) -> Outcome:
    """The first prompt; then it is the customer's turn."""
    step.accept_only("Text", "SSML", "PromptId", "LexV2Bot", "LexSessionAttributes", "LexTimeoutSeconds")
    refusal = may_converse(step.aws, step.contact.instance(step.aws), _alias(step))
    if refusal:
        return step.error(results=refusal)
    prompt = step.parameter("Text") or step.parameter("SSML")
    if prompt is None:
        raise CannotGoOn("a bot that speaks first, or with recorded audio")
    step.contact.say(str(prompt))
    step.frame.lex = {}
    return _ask(step)


def said(step: Step, happening: Happening) -> Outcome:
    """The customer has spoken or written, or has not in time."""
    if not isinstance(happening, Typed):
        return step.error("InputTimeLimitExceeded")
    refusal = may_converse(step.aws, step.contact.instance(step.aws), _alias(step))
    if refusal:
        return step.error(results=refusal)
    aws, alias = step.aws, _alias(step)
    locale = str(step.contact.kept.get("language", "en-US")).replace("-", "_")
    # One session for all bots' blocks that a contact passes: a later one finds what an earlier one has left.
    session = step.contact.id
    mode, text = _heard(step, happening.text)
    # The session has them from the beginning of the block on.
    attributes = {} if step.frame.lex else step.parameter("LexSessionAttributes") or {}

    def work() -> Any:
        try:
            return recognize_text(aws, alias, locale, session, text, session_attributes=attributes, input_mode=mode)
        except ServiceError as error:
            return error

    return Outside(work, understood)


def understood(step: Step, answer: Any) -> Outcome:
    """The bot has answered: it asks on, or an intent is done and chooses the branch."""
    if isinstance(answer, ServiceError):
        return step.error(results=f"{answer.code}: {answer.message}")
    state = answer["sessionState"]
    for message in answer.get("messages") or ():
        step.contact.say(str(message.get("content", "")))
    intent = state.get("intent") or {}
    step.frame.lex = {
        "IntentName": intent.get("name"),
        "SessionAttributes": state.get("sessionAttributes") or {},
        "Slots": {name: _value(slot) for name, slot in (intent.get("slots") or {}).items()},
    }
    step.shown = {"BotAliasArn": _alias(step)}
    if (state.get("dialogAction") or {}).get("type") != "Close":
        return _ask(step)
    name = str(intent.get("name"))
    return step.branch(name) or step.error("NoMatchingCondition", name)


def _heard(step: Step, said: str) -> tuple[str, str]:
    """How the customer has answered, and what; the key that ends an entry is no part of it."""
    if step.contact.channel != "VOICE":
        return "Text", said
    if said.strip("0123456789*#"):
        return "Speech", said
    return "DTMF", said.rstrip("#") or said


def _ask(step: Step) -> Pause:
    # How long a bot waits for a caller is in its own settings, which are not looked at here: it waits.
    limit = (step.parameter("LexTimeoutSeconds") or {}).get("Text") if step.contact.channel == "CHAT" else None
    return Pause("input", float(limit) if limit else None)


def _alias(step: Step) -> str:
    bot: Any = step.parameter("LexV2Bot") or {}
    if "AliasArn" not in bot:
        raise CannotGoOn("a bot of Lex V1")
    return str(bot["AliasArn"])


def _value(slot: Any) -> str | None:
    return slot["value"].get("interpretedValue") if slot and slot.get("value") else None
