"""What is said and asked about a callback, given what is agreed so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from fulfill_intent import messages
from fulfill_intent.callback_times import MOST_DAYS, Refused, callable_times, nearest
from fulfill_intent.expectation import Asked
from fulfill_intent.reply import PATIENCE, NextAction, Reply, answer, hand_over
from fulfill_intent.spoken_hours import spell_times
from fulfill_intent.words import Words, alike, spell_date, spell_moment, spell_phone, words

if TYPE_CHECKING:
    from aicc_core.opening_hours import OpeningHours

QUEUE = "general"
_PATIENCE_WITH_TIMES = 3  # a time that will not do was understood, and the next one may do


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed so far; `calling`: the caller's own number, empty when there is none to call back."""

    when: datetime | None
    phone: str
    calling: str


def ask(
    agreed: Agreed, asked: Asked, say: Words, *, about: str = "", missed: bool = False, patience: int = PATIENCE
) -> Reply:
    """Ask something, and remember what is agreed."""
    return Reply(
        say=say,
        asked=asked,
        about=about,
        learned=_learned(agreed),
        summary=summary(agreed),
        missed=missed,
        patience=patience,
    )


def ask_hour(agreed: Agreed, day: date, *, again: bool = False) -> Reply:
    """The day is known and the hour is not."""
    say = words(messages.ASK_HOUR_AGAIN if again else messages.ASK_HOUR, day=spell_date(day))
    return ask(agreed, Asked.HOUR, say, about=day.isoformat(), missed=again)


def ask_number(agreed: Agreed) -> Reply:
    """Ask for a number, the one that calls first."""
    say = messages.ASK_NUMBER
    if agreed.calling:
        say = words(messages.ASK_THIS_NUMBER, number=spell_phone(agreed.calling))
    return ask(agreed, Asked.PHONE, say)


def read_back(agreed: Agreed, *, again: bool = False) -> Reply:
    """Everything is agreed: is it right?"""
    assert agreed.when
    say = words(
        messages.READ_BACK_AGAIN if again else messages.READ_BACK,
        when=spell_moment(agreed.when),
        number=spell_phone(agreed.phone),
    )
    return ask(agreed, Asked.READ_BACK, say, missed=again)


def offer(agreed: Agreed, refused: Refused, when: datetime, hours: OpeningHours, *, now: datetime) -> Reply:
    """`when` will not do; offer the nearest time that will."""
    found = nearest(when, hours, now=now)
    if found is None:
        return hand_over(messages.NEVER_OPEN, queue=QUEUE, summary=summary(agreed))
    return ask(
        agreed,
        Asked.OFFER,
        _reason(refused, when, hours) + words(messages.OFFER, offer=spell_moment(found)),
        about=found.isoformat(),
        missed=True,
        patience=_PATIENCE_WITH_TIMES,
    )


def suggest(agreed: Agreed, hours: OpeningHours, *, now: datetime) -> Reply:
    """Any time will do: offer the next one."""
    found = nearest(now, hours, now=now)
    if found is None:
        return hand_over(messages.NEVER_OPEN, queue=QUEUE, summary=summary(agreed))
    say = words(messages.OFFER, offer=spell_moment(found))
    return ask(agreed, Asked.OFFER, say, about=found.isoformat())


def offer_again(agreed: Agreed, found: datetime) -> Reply:
    """Whether the offer will do was not understood."""
    say = words(messages.OFFER_AGAIN, offer=spell_moment(found))
    return ask(agreed, Asked.OFFER, say, about=found.isoformat(), missed=True)


def book(agreed: Agreed) -> Reply:
    """The flow does the rest."""
    return Reply(
        say=messages.BOOKED,
        next_action=NextAction.CALLBACK,
        summary=summary(agreed),
        learned=_learned(agreed),
    )


def drop() -> Reply:
    """The caller does not want to be called any more."""
    return answer(
        messages.CALLBACK_DROPPED,
        summary=messages.SUMMARY_CALLBACK_DROPPED,
        learned=_learned(Agreed(when=None, phone="", calling="")),
    )


def summary(agreed: Agreed) -> str:
    """One line for the agent's screen, where the number has a place of its own."""
    if agreed.when is None:
        return messages.SUMMARY_CALLBACK
    return words(messages.SUMMARY_CALLBACK_AT, when=spell_moment(agreed.when)).chat


def _learned(agreed: Agreed) -> dict[str, str]:
    return {"callback_time": agreed.when.isoformat() if agreed.when else "", "callback_phone": agreed.phone}


def _reason(refused: Refused, when: datetime, hours: OpeningHours) -> Words:
    day, times = spell_date(when.date()), callable_times(when.date(), hours)
    if refused is Refused.PAST:
        return messages.PAST
    if refused is Refused.TOO_FAR:
        return words(messages.TOO_FAR, days=Words("삼십", str(MOST_DAYS)))
    if times:
        return words(messages.CLOSED_HOUR, day=day, times=spell_times(times))
    special = hours.special_days.get(when.date())
    if special:
        return words(messages.SPECIAL_DAY, day=day, name=alike(special.name))
    return words(messages.CLOSED_DAY, day=day)
