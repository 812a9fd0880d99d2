"""The steps towards a callback: take in what was said, ask for what is missing, read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from fulfill_intent import callback_replies as replies
from fulfill_intent import messages, offer_replies, open_replies
from fulfill_intent.callback_availability import free_near, has_seat, refusal, rules_of
from fulfill_intent.callback_offers import leaves_time_open
from fulfill_intent.callback_times import Refused, callable_times
from fulfill_intent.callback_wish import is_about_number, is_about_time
from fulfill_intent.expectation import Asked
from fulfill_intent.reply import hand_over
from fulfill_intent.wished_time import is_past

if TYPE_CHECKING:
    from datetime import date

    from fulfill_intent.callback_replies import Agreed
    from fulfill_intent.callback_wish import Heard
    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn

_NOON = time(12)


def take(turn: Turn, agreed: Agreed, heard: Heard) -> Reply | None:
    """Go on with what was heard; None when nothing was."""
    if agreed.changes and heard.phone not in ("", agreed.phone):
        return open_replies.number_by_person(agreed)
    agreed = replace(agreed, phone=heard.phone or agreed.phone)
    if heard.time:
        return take_time(turn, agreed, heard.time)
    if heard.day:
        return _take_day(turn, agreed, heard.day)
    if heard.phone:
        return go_on(turn, agreed)
    hours = None if turn.keyed else turn.opening_hours.current(turn.now)
    if hours and is_past(turn.transcript, now=turn.now):
        free = free_near(turn, turn.now, hours)
        return offer_replies.offer(agreed, Refused.PAST, turn.now, free, hours=hours, rules=rules_of(turn))
    return None


def suggest(turn: Turn, agreed: Agreed) -> Reply | None:
    """Offer the next time to who leaves it open."""
    if agreed.when or not leaves_time_open(turn.transcript):
        return None
    hours = turn.opening_hours.current(turn.now)
    return offer_replies.suggest(agreed, free_near(turn, turn.now, hours)) if hours else _without_hours(agreed)


def take_time(turn: Turn, agreed: Agreed, when: datetime) -> Reply:
    """Go on with a time, or offer others."""
    hours = turn.opening_hours.current(turn.now)
    if hours is None:
        return _without_hours(replace(agreed, when=when))
    reason, free = refusal(turn, when, hours) or (None, [])
    if reason is Refused.FULL and agreed.changes and has_seat(turn, agreed.calling, when):
        reason = None
    if reason:
        return offer_replies.offer(agreed, reason, when, free, hours=hours, rules=rules_of(turn))
    return go_on(turn, replace(agreed, when=when))


def go_on(turn: Turn, agreed: Agreed) -> Reply:
    """Ask for what is missing, or read back."""
    if agreed.when is None:
        return replies.ask_time(agreed)
    if not agreed.phone:
        return replies.ask_number(agreed)
    if turn.callbacks and not agreed.request:
        agreed = replace(agreed, request=turn.callbacks.new_request())
    return replies.read_back(agreed)


def what_is_wrong(turn: Turn, agreed: Agreed) -> Reply | None:
    """Ask anew for what is said to be wrong."""
    if is_about_number(turn.transcript):
        if agreed.changes:
            return open_replies.number_by_person(agreed)
        return replies.ask(agreed, Asked.PHONE, messages.ASK_NUMBER)
    return replies.ask_time(agreed) if is_about_time(turn.transcript) else None


def _take_day(turn: Turn, agreed: Agreed, day: date) -> Reply:
    hours = turn.opening_hours.current(turn.now)
    if hours is None:
        return _without_hours(agreed)
    noon = datetime.combine(day, _NOON, tzinfo=turn.now.tzinfo)
    rules = rules_of(turn)
    if not callable_times(day, hours, rules):
        return offer_replies.offer(agreed, Refused.CLOSED, noon, free_near(turn, noon, hours), hours=hours, rules=rules)
    return replies.ask_hour(agreed, day)


def _without_hours(agreed: Agreed) -> Reply:
    return hand_over(
        messages.HOURS_UNKNOWN,
        queue=replies.QUEUE,
        summary=replies.summary(agreed),
        learned=replies.learned(agreed),
    )
