"""Leads the dialogue: who serves a turn, whether they may, what is missed, and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from aicc_core.lex_answer import Action, LexAnswer, plain_text, ssml
from fulfill_intent import messages
from fulfill_intent.expectation import SLOTS, Asked, Expectation
from fulfill_intent.reply import NextAction, Reply, hand_over
from fulfill_intent.routing import route
from fulfill_intent.table import FALLBACK, INTENTS
from korean import mask

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fulfill_intent.routing import Route
    from fulfill_intent.table import PersonsPart
    from fulfill_intent.turn import Turn

_LONGEST_SUMMARY = 200  # characters
_KNOWN_SLOTS = {"CallbackTime": "callback_time", "CallbackPhone": "callback_phone", "OrderNumber": "order_number"}
_NO_SUBJECT = (FALLBACK, "repeat")  # what the conversation is about stays what it was


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """What came of a turn.

    Attributes:
        answer: For Lex.
        intent: Who served it.
        action: What comes next, for the log: a next action of the flow, or what is asked.
        misses: In a row, this one included.
        fault: What could not be reached; empty when all went well.
    """

    answer: LexAnswer
    intent: str
    action: str
    misses: int
    fault: str = ""


def serve(turn: Turn, attributes: Mapping[str, str]) -> Served:
    """Return the answer to `turn`; `attributes` are those of the session, of which those not ours are kept."""
    found, fault = route(turn), ""
    try:
        reply = _before(turn, found) or found.serve(turn)
    except Unavailable as error:
        fault = str(error)
        reply = hand_over(
            messages.FAULT,
            queue=INTENTS[found.intent].queue,
            summary=_about(messages.SUMMARY_FAULT, found.intent, turn),
            failed=True,
        )
    misses = _misses(turn, reply)
    if reply.missed and misses >= reply.patience:
        reply = _give_up(turn, found, reply)
    return Served(
        answer=_answer(turn, found, reply, before=attributes, after=_remember(turn, found, reply, misses)),
        intent=found.intent,
        action=str(reply.next_action or reply.asked or Action.ELICIT_INTENT),
        misses=misses,
        fault=fault,
    )


def _before(turn: Turn, found: Route) -> Reply | None:
    """What comes before an intent is served: proof of who is asking, and what only a person can do."""
    intent, part = INTENTS[found.intent], INTENTS[found.intent].persons_part
    wanted = part is not None and part.wanted(turn)
    if intent.needs_identity and not turn.session.identified:
        return _prove(turn, found, part if wanted else None)
    return part.reply(turn) if part and wanted else None


def _prove(turn: Turn, found: Route, part: PersonsPart | None) -> Reply:
    summary = _about(messages.SUMMARY_PROVE, found.intent, turn)
    if part:
        # What is wanted must not be lost should the proof fail.
        summary = f"{part.reply(turn).summary} / {summary}"
    # Who is proven and yet has no id would only be sent round in circles.
    if not turn.session.keypad or turn.session.authenticated:
        return hand_over(messages.PROVE_TO_PERSON, queue=INTENTS[found.intent].queue, summary=summary)
    return Reply(
        say=messages.PROVE,
        # Remembered beyond the proof: the caller is not asked about an order then.
        asked=Asked.PERSON if part else None,
        next_action=NextAction.AUTHENTICATE,
        resume=True,
        summary=summary,
    )


def _misses(turn: Turn, reply: Reply) -> int:
    if reply.missed:
        return turn.session.misses + 1
    return turn.session.misses if reply.again else 0


def _give_up(turn: Turn, found: Route, reply: Reply) -> Reply:
    handed_over = hand_over(
        messages.GIVING_UP,
        queue=INTENTS[found.intent].queue,
        summary=_about(messages.SUMMARY_GAVE_UP, found.intent, turn),
        failed=True,
    )
    # What was learned with the last miss is still good for the person.
    return replace(handed_over, learned=reply.learned)


def _about(template: str, intent: str, turn: Turn) -> str:
    line = template.format(intent=messages.SUMMARY_NAMES[intent])
    before = turn.session.bot_summary
    return f"{before} / {line}" if before and line not in before else line


def _remember(turn: Turn, found: Route, reply: Reply, misses: int) -> dict[str, str]:
    """The session attributes that are ours. What a flow compares is emptied as long as the bot goes on."""
    before = turn.session
    closes = reply.next_action is not None
    subject = "" if found.intent in _NO_SUBJECT else found.intent
    return {
        "callback_time": before.callback_time.isoformat() if before.callback_time else "",
        "callback_phone": before.callback_phone,
        "callback_request": before.callback_request,
        "callback_change": "true" if before.changes_callback else "",
        "order_number": before.order_number,
        **reply.learned,
        "next_action": reply.next_action or "",
        "queue": reply.queue,
        "resume_intent": found.intent if reply.resume else "",
        "bot_intent": subject or before.bot_intent or found.intent,
        "bot_summary": mask(reply.summary or before.bot_summary)[:_LONGEST_SUMMARY],
        "misses": "0" if closes else str(misses),
        "last_message": "" if closes else _spoken(turn, reply),
        "expects": _expects(turn, found, reply),
    }


def _expects(turn: Turn, found: Route, reply: Reply) -> str:
    if reply.asked is None:
        return ""
    intent = _owner(turn, found, reply) if reply.asked in SLOTS or reply.asked is Asked.READ_BACK else ""
    return str(Expectation(reply.asked, intent, reply.about))


def _answer(
    turn: Turn, found: Route, reply: Reply, *, before: Mapping[str, str], after: Mapping[str, str]
) -> LexAnswer:
    owner = _owner(turn, found, reply)
    action, slot = _action(reply)
    # What was learned now was learned from these words, whatever was asked for.
    learned = [name for name, known in _KNOWN_SLOTS.items() if after[known] != before.get(known)]
    message = ssml(_spoken(turn, reply)) if turn.session.voice else plain_text(_spoken(turn, reply))
    return LexAnswer(
        action=action,
        # What has no intent of its own ends the one that Lex is in.
        intent=turn.intent if owner == FALLBACK else owner,
        slot=slot,
        slot_names=INTENTS[owner].slots,
        slots={name: after[known] for name, known in _KNOWN_SLOTS.items() if after[known]},
        said={**turn.said, **{name: turn.transcript for name in learned}},
        attributes={**before, **after},
        messages=[message],
        failed=reply.failed,
    )


def _action(reply: Reply) -> tuple[Action, str]:
    if reply.next_action is not None:
        return Action.CLOSE, ""
    if reply.asked is Asked.READ_BACK:
        return Action.CONFIRM_INTENT, ""
    slot = SLOTS.get(reply.asked, "") if reply.asked else ""
    return (Action.ELICIT_SLOT, slot) if slot else (Action.ELICIT_INTENT, "")


def _owner(turn: Turn, found: Route, reply: Reply) -> str:
    """The intent that goes on; what is repeated is the question of the intent that asked it."""
    expects = turn.session.expects
    return expects.intent if reply.again and expects and expects.intent else found.intent


def _spoken(turn: Turn, reply: Reply) -> str:
    return reply.say.voice if turn.session.voice else reply.say.chat
