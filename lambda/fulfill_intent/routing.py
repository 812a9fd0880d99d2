"""Whose turn it is: of the intent that asked, of the one that Lex hears, or of none of them.

While Lex waits for a free-form slot it takes every word for the slot's value, and a short answer to a question of ours
("네", "아니요 없어요") may sound to it like any intent. So what was asked decides first, then what is said, then Lex.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fulfill_intent import phrases
from fulfill_intent.expectation import Asked
from fulfill_intent.intents import callback, small_talk
from fulfill_intent.order_numbers import names_number
from fulfill_intent.other_wish import other_wish
from fulfill_intent.table import FALLBACK, INTENTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

_TAKES_KEYS = (Asked.ORDER, Asked.PHONE)
# Lex asks for these with a slot that takes any words.
_FREE_FORM = (Asked.TIME, Asked.HOUR, Asked.OFFER, Asked.PHONE, Asked.OPEN, Asked.CANCEL, Asked.ORDER)
_A_PERSON = "0"
_IN_BETWEEN = (FALLBACK, "repeat")  # what Lex hears in an answer that it does not understand


@dataclass(frozen=True, slots=True)
class Route:
    """Who serves a turn, by which function; `intent` is in the table."""

    intent: str
    serve: Callable[[Turn], Reply]


def route(turn: Turn) -> Route:
    """Return who serves `turn`."""
    heard = turn.intent if turn.intent in INTENTS else FALLBACK
    asking = _asking(turn)
    if turn.keyed:
        return _keys(turn, asking)
    cancels = callback.cancelling(turn, heard)
    if cancels:
        return Route(callback.INTENT, cancels)
    if asking and INTENTS[asking].holds_answer(turn):
        return _to(asking)
    found = _said(turn, asking, heard) or _resumed(turn, heard) or _greeted(turn, asking, heard)
    if found:
        return found
    if asking and heard in (asking, *_IN_BETWEEN):
        return _to((turn.session.asked in _FREE_FORM and other_wish(turn.transcript, asking=asking)) or asking)
    return _to(heard)


def _asking(turn: Turn) -> str:
    """The intent that waits for an answer; empty when none does."""
    return turn.session.expects.intent if turn.session.expects else ""


def _keys(turn: Turn, asking: str) -> Route:
    if turn.transcript == _A_PERSON:
        return _to(FALLBACK)
    if asking and turn.session.asked in _TAKES_KEYS:
        return _to(asking)
    # Who has just proven to be a customer may key in an order number.
    resume = turn.session.resume_intent
    return _to(resume if resume in INTENTS and names_number(turn.transcript) else FALLBACK)


def _said(turn: Turn, asking: str, heard: str) -> Route | None:
    text = turn.transcript
    if turn.session.asked is Asked.MORE and phrases.is_done(text):
        return Route(FALLBACK, small_talk.say_goodbye)
    if turn.session.asked is Asked.MORE and phrases.has_more(text):
        return Route(FALLBACK, small_talk.ask_what)
    if not asking and heard != FALLBACK:
        return None
    if phrases.wants_person(text):
        return _to("agent")
    if phrases.wants_repeat(text):
        return _to("repeat")
    if phrases.gives_up(text):
        return Route(asking, small_talk.drop) if asking else Route(FALLBACK, small_talk.say_goodbye)
    return None


def _resumed(turn: Turn, heard: str) -> Route | None:
    """Go on with what the caller wanted before proving who they are, unless they clearly want something else."""
    resume, text = turn.session.resume_intent, turn.transcript
    if resume not in INTENTS or not turn.session.authenticated:
        return None
    intent, for_person = INTENTS[resume], turn.session.asked is Asked.PERSON
    goes_on = (FALLBACK, resume, "agent") if for_person else (FALLBACK, resume)
    answers = (phrases.is_yes, phrases.is_no, phrases.means_latest, names_number)
    if heard not in goes_on and not any(says(text) for says in answers):
        return None
    # A no means another order, where there are orders to choose from.
    if phrases.is_no(text) and (for_person or not intent.slots):
        return Route(resume, small_talk.drop)
    if intent.persons_part and for_person:
        return Route(resume, intent.persons_part.reply)
    return _to(resume)


def _greeted(turn: Turn, asking: str, heard: str) -> Route | None:
    """Who only says hello, or yes to nothing, has not been misunderstood."""
    greets = heard == FALLBACK and not asking and phrases.greets(turn.transcript)
    return Route(FALLBACK, small_talk.greet) if greets else None


def _to(intent: str) -> Route:
    return Route(intent, INTENTS[intent].serve)
