"""ConnectParticipantWithLexBot: what the customer says or presses is a turn of the bot's, until it closes an intent."""

from dataclasses import replace
from typing import Any

from connect_flows._simulator._blocks import message
from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._events import ActionCompleted, BotAnswered
from connect_flows._simulator._outcomes import Answered, Asks, Ends, Happening, Outcome, Pause, Pressed, Said
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import BotRequest, BotResult, MockedRequest, Override


def run(step: Step) -> Outcome:
    """The first prompt; then it is the customer's turn."""
    step.accept_only("Text", "SSML", "PromptId", "LexV2Bot", "LexSessionAttributes", "LexTimeoutSeconds")
    alias = _alias(step)
    if not step.started(alias):
        return Ends()
    replaced = step.override(alias)
    if replaced and not replaced.substitute:
        return _replaced(step, replaced)
    step.walk.asked = replaced.substitute if replaced else ""
    step.frame.lex = {}
    refusal = step.around.refusal(step.contact, alias)
    if refusal:
        return step.error(results=refusal)
    seconds = message.said(step, step.block.parameters)
    if seconds is None:
        raise NotRun(f"{step.place}: a bot that speaks first is not simulated; let a stub stand in for it")
    return _listen(step, seconds)


def resume(step: Step, happening: Happening) -> Outcome:
    """The customer has spoken, pressed keys or written; or has not in time; or the bot has answered."""
    if isinstance(happening, Answered):
        assert isinstance(happening.result, BotResult)
        return _understood(step, happening.result)
    if step.walk.closing:
        return _closed(step)
    if not isinstance(happening, Said | Pressed):
        return step.error("InputTimeLimitExceeded")
    refusal = step.around.refusal(step.contact, _alias(step))
    if refusal:
        return step.error(results=refusal)
    mode, text = _heard(step, happening)
    # The session has the attributes of the block from its beginning on.
    begun = bool(step.frame.lex)
    return Asks(
        BotRequest(
            bot=step.walk.asked or _alias(step),
            locale=(step.contact.language or "en-US").replace("-", "_"),
            # One session for all blocks that a contact passes: a later one finds what an earlier one has left.
            session=step.contact.id,
            text=text,
            mode=mode,
            attributes={} if begun else step.parameter("LexSessionAttributes") or {},
        )
    )


def _understood(step: Step, result: BotResult) -> Outcome:
    """The bot asks on, or an intent is done and chooses the branch."""
    alias = _alias(step)
    at = (step.contact.id, step.around.now(), step.program.name, step.block.identifier, alias)
    intent, closed, error = result.intent, result.closed, result.error
    step.around.emit(BotAnswered(*at, intent, result.slots, result.attributes, closed, error, result.confidence))
    if result.error:
        late = result.error == "TimeLimitExceeded"
        return step.error("InputTimeLimitExceeded" if late else "NoMatchingError", results=result.error)
    seconds = sum(step.say(text, by="bot") for text in result.messages)
    if step.contact.ended:
        return Ends()
    step.frame.lex = _told(result)
    step.shown = {"BotAliasArn": alias}
    if not result.closed:
        return _listen(step, seconds)
    step.walk.closing = True
    return Pause("speech", seconds) if seconds else _closed(step)


def _closed(step: Step) -> Outcome:
    """The last words have been heard: the intent chooses the branch."""
    step.walk.closing = False
    at = (step.contact.id, step.around.now(), step.program.name, step.block.identifier)
    step.around.emit(ActionCompleted(*at, step.block.type, _alias(step), step.frame.lex))
    step.shown = {"BotAliasArn": _alias(step)}
    intent = str(step.frame.lex["IntentName"] or "")
    return step.branch(intent) or step.error("NoMatchingCondition", intent)


def _replaced(step: Step, replaced: Override) -> Outcome:
    """What a test lets the bot make of the whole conversation, without a prompt."""
    step.frame.lex = {}
    result = BotResult(error=replaced.error) if replaced.error else replaced.result
    assert isinstance(result, BotResult)
    return Asks(MockedRequest(result=replace(result, seconds=replaced.seconds)))


def _told(result: BotResult) -> dict[str, Any]:
    told: dict[str, Any] = {
        "IntentName": result.intent or None,
        "SessionAttributes": dict(result.attributes),
        "Slots": dict(result.slots),
    }
    if result.confidence is not None:
        told["IntentConfidence"] = {"Score": result.confidence}
    return told


def _heard(step: Step, happening: Said | Pressed) -> tuple[str, str]:
    """How the customer has answered, and what; the key that ends an entry is no part of it."""
    if step.contact.channel != "VOICE":
        return "Text", happening.text if isinstance(happening, Said) else happening.keys
    if isinstance(happening, Said):
        return "Speech", happening.text
    return "DTMF", happening.keys.rstrip("#") or happening.keys


def _listen(step: Step, speaking: float) -> Pause:
    # How long a bot waits for a caller is in its own settings, which no flow knows.
    limit = (step.parameter("LexTimeoutSeconds") or {}).get("Text") if step.contact.channel == "CHAT" else None
    return Pause("input", float(limit) + speaking if limit else None)


def _alias(step: Step) -> str:
    bot: Any = step.parameter("LexV2Bot") or {}
    if "AliasArn" not in bot:
        raise NotRun(f"{step.place}: a bot of Lex V1 is not simulated; let a stub stand in for it")
    return str(bot["AliasArn"])
