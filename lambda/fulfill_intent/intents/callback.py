"""Books a callback: when, which number, read back, confirmed.

What is agreed is in the session from turn to turn. Whatever the caller is asked, a time or a number that they say
counts: "아니 네 시요" in place of yes or no changes the time, and what changes is read back anew.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from fulfill_intent import callback_replies as replies
from fulfill_intent import messages, phrases
from fulfill_intent.callback_replies import Agreed
from fulfill_intent.callback_times import Refused, callable_times, why_refused
from fulfill_intent.callback_wish import (
    calling_number,
    contradicts,
    day_asked_about,
    hear,
    is_about_number,
    is_about_time,
    leaves_time_open,
    names_what_is_wrong,
)
from fulfill_intent.expectation import Asked, Expectation
from fulfill_intent.reply import hand_over
from fulfill_intent.turn import read_moment
from fulfill_intent.wished_time import is_past

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from fulfill_intent.callback_wish import Heard
    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

INTENT = "callback"

_NOON = time(12)


def serve(turn: Turn) -> Reply:
    """Take in what was said, and ask for what is missing."""
    return _ANSWERS[_expects(turn).asked](turn, _agreed(turn), hear(turn, _expects(turn)))


def holds_answer(turn: Turn) -> bool:
    """Whether the turn answers what was asked, or corrects what is agreed."""
    expects, text = _expects(turn), turn.transcript
    if hear(turn, expects):
        return True
    if expects.asked in (Asked.READ_BACK, Asked.CHANGE) and names_what_is_wrong(text):
        return True
    closed = expects.asked in (Asked.OFFER, Asked.PHONE, Asked.READ_BACK, Asked.CHANGE)
    return closed and (phrases.is_yes(text) or phrases.is_no(text))


def _expects(turn: Turn) -> Expectation:
    """What was asked by this intent; MORE, which is nothing in particular, where it was another's question."""
    expects = turn.session.expects
    return expects if expects and expects.intent == INTENT else Expectation(Asked.MORE)


def _agreed(turn: Turn) -> Agreed:
    when = turn.session.callback_time
    # A time may pass while a conversation rests.
    return Agreed(
        when=when if when and when > turn.now else None,
        phone=turn.session.callback_phone,
        calling=calling_number(turn),
    )


# What was asked, and what an answer to it does ------------------------------------------------------------------------


def _begin(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    return _take(turn, agreed, heard) or _suggest(turn, agreed) or _go_on(agreed)


def _when(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = _take(turn, agreed, heard) or _suggest(turn, agreed)
    if taken:
        return taken
    day = day_asked_about(_expects(turn))
    if day:
        return replies.ask_hour(agreed, day, again=True)
    return replies.ask(agreed, Asked.TIME, messages.ASK_TIME_AGAIN, missed=True)


def _offered(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    offer = read_moment(_expects(turn).about)
    taken = _take(turn, agreed, heard)
    if taken or offer is None:
        return taken or _when(turn, agreed, heard)
    if phrases.is_yes(turn.transcript) or leaves_time_open(turn.transcript):
        return _take_time(turn, agreed, offer)
    if phrases.is_no(turn.transcript):
        return replies.ask(agreed, Asked.TIME, messages.ASK_TIME)
    return replies.offer_again(agreed, offer)


def _which_number(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = _take(turn, agreed, heard)
    if taken:
        return taken
    if agreed.calling and phrases.is_yes(turn.transcript):
        return _go_on(replace(agreed, phone=agreed.calling))
    if phrases.is_no(turn.transcript) or phrases.means_other_number(turn.transcript):
        return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER)
    return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER_AGAIN, missed=True)


def _read_back(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    if _changes(agreed, heard) or not (agreed.when and agreed.phone):
        return _begin(turn, agreed, heard)
    denied = contradicts(turn.transcript)
    if not denied and (heard or phrases.is_yes(turn.transcript) or turn.confirmed):
        return replies.book(agreed)
    asked = _what_is_wrong(turn, agreed)
    if asked:
        return asked
    if denied or turn.denied:
        return replies.ask(agreed, Asked.CHANGE, messages.ASK_CHANGE)
    return replies.read_back(agreed, again=True)


def _change(turn: Turn, agreed: Agreed, heard: Heard) -> Reply:
    taken = _take(turn, agreed, heard) or _what_is_wrong(turn, agreed)
    if taken:
        return taken
    if phrases.is_yes(turn.transcript):
        return _go_on(agreed)
    return replies.ask(agreed, Asked.CHANGE, messages.ASK_CHANGE, missed=True)


_ANSWERS: dict[Asked, Callable[[Turn, Agreed, Heard], Reply]] = {
    Asked.MORE: _begin,
    Asked.TIME: _when,
    Asked.HOUR: _when,
    Asked.OFFER: _offered,
    Asked.PHONE: _which_number,
    Asked.READ_BACK: _read_back,
    Asked.CHANGE: _change,
}


# Steps ----------------------------------------------------------------------------------------------------------------


def _take(turn: Turn, agreed: Agreed, heard: Heard) -> Reply | None:
    """Go on with what was heard; None when nothing was."""
    agreed = replace(agreed, phone=heard.phone or agreed.phone)
    if heard.time:
        return _take_time(turn, agreed, heard.time)
    if heard.day:
        return _take_day(turn, agreed, heard.day)
    if heard.phone:
        return _go_on(agreed)
    hours = None if turn.keyed else turn.opening_hours.current(turn.now)
    if hours and is_past(turn.transcript, now=turn.now):
        return replies.offer(agreed, Refused.PAST, turn.now, hours, now=turn.now)
    return None


def _suggest(turn: Turn, agreed: Agreed) -> Reply | None:
    """Offer the next time to who leaves it open."""
    if agreed.when or not leaves_time_open(turn.transcript):
        return None
    hours = turn.opening_hours.current(turn.now)
    return replies.suggest(agreed, hours, now=turn.now) if hours else _without_hours(agreed)


def _take_time(turn: Turn, agreed: Agreed, when: datetime) -> Reply:
    hours = turn.opening_hours.current(turn.now)
    if hours is None:
        return _without_hours(replace(agreed, when=when))
    refused = why_refused(when, hours, now=turn.now)
    if refused:
        return replies.offer(agreed, refused, when, hours, now=turn.now)
    return _go_on(replace(agreed, when=when))


def _take_day(turn: Turn, agreed: Agreed, day: date) -> Reply:
    hours = turn.opening_hours.current(turn.now)
    if hours is None:
        return _without_hours(agreed)
    noon = datetime.combine(day, _NOON, tzinfo=turn.now.tzinfo)
    if not callable_times(day, hours):
        return replies.offer(agreed, Refused.CLOSED, noon, hours, now=turn.now)
    return replies.ask_hour(agreed, day)


def _without_hours(agreed: Agreed) -> Reply:
    return hand_over(messages.HOURS_UNKNOWN, queue=replies.QUEUE, summary=replies.summary(agreed))


def _go_on(agreed: Agreed) -> Reply:
    """Ask for what is missing, or read back."""
    if agreed.when is None:
        return replies.ask(agreed, Asked.TIME, messages.ASK_TIME)
    return replies.read_back(agreed) if agreed.phone else replies.ask_number(agreed)


def _changes(agreed: Agreed, heard: Heard) -> bool:
    other_time = heard.day is not None or (heard.time is not None and heard.time != agreed.when)
    return other_time or bool(heard.phone and heard.phone != agreed.phone)


def _what_is_wrong(turn: Turn, agreed: Agreed) -> Reply | None:
    if is_about_number(turn.transcript):
        return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER)
    if is_about_time(turn.transcript):
        return replies.ask(agreed, Asked.TIME, messages.ASK_TIME)
    return None
