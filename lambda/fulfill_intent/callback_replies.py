"""What is said and asked about a callback, given what is agreed so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.reply import PATIENCE, NextAction, Reply, answer
from fulfill_intent.words import Words, alike, spell_date, spell_moment, spell_phone, spell_soon, words

QUEUE = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What is agreed so far.

    Attributes:
        when: The time.
        phone: The number to call back, E.164.
        calling: The caller's own number, empty when there is none to call back.
        request: The secret of the wish, once it was read back.
        changes: The open callback of the calling number is to be moved.
    """

    when: datetime | None
    phone: str
    calling: str
    request: str = ""
    changes: bool = False


NOTHING = Agreed(when=None, phone="", calling="")


def ask(
    agreed: Agreed, asked: Asked, say: Words, *, about: str = "", missed: bool = False, patience: int = PATIENCE
) -> Reply:
    """Ask something, and remember what is agreed."""
    return Reply(
        say=say,
        asked=asked,
        about=about,
        learned=learned(agreed),
        summary=summary(agreed),
        missed=missed,
        patience=patience,
    )


def ask_time(agreed: Agreed) -> Reply:
    """Neither day nor hour is known."""
    return ask(agreed, Asked.TIME, messages.ASK_NEW_TIME if agreed.changes else messages.ASK_TIME)


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
    if agreed.changes:
        template = messages.READ_BACK_CHANGE_AGAIN if again else messages.READ_BACK_CHANGE
    else:
        template = messages.READ_BACK_AGAIN if again else messages.READ_BACK
    say = words(template, when=spell_moment(agreed.when), number=spell_phone(agreed.phone))
    return ask(agreed, Asked.READ_BACK, say, missed=again)


def booked(agreed: Agreed, *, company: str, today: date) -> Reply:
    """The callback has its place; what the customer will meet is said once."""
    assert agreed.when
    template = messages.MOVED if agreed.changes else messages.BOOKED
    done = messages.SUMMARY_MOVED if agreed.changes else messages.SUMMARY_BOOKED
    say = words(template, when=spell_soon(agreed.when, today), number=spell_phone(agreed.phone))
    return answer(
        say + words(messages.WHAT_TO_EXPECT, company=alike(company)),
        summary=words(done, when=spell_moment(agreed.when)).chat,
        learned=learned(NOTHING),
    )


def pass_on(agreed: Agreed, say: Words = messages.PASSED_ON, *, template: str = "") -> Reply:
    """A person books; the flow hands time and number over."""
    assert agreed.when
    line = words(template, when=spell_moment(agreed.when)).chat if template else summary(agreed)
    return Reply(say=say, next_action=NextAction.CALLBACK, summary=line, learned=learned(agreed))


def drop() -> Reply:
    """The caller does not want to be called any more."""
    return answer(messages.CALLBACK_DROPPED, summary=messages.SUMMARY_CALLBACK_DROPPED, learned=learned(NOTHING))


def summary(agreed: Agreed) -> str:
    """One line for the agent's screen, where the number has a place of its own."""
    if agreed.when is None:
        return messages.SUMMARY_CALLBACK
    return words(messages.SUMMARY_CALLBACK_AT, when=spell_moment(agreed.when)).chat


def learned(agreed: Agreed) -> dict[str, str]:
    """The session attributes that hold what is agreed."""
    return {
        "callback_time": agreed.when.isoformat() if agreed.when else "",
        "callback_phone": agreed.phone,
        "callback_request": agreed.request,
        "callback_change": "true" if agreed.changes else "",
    }
