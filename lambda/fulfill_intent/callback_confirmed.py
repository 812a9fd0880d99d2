"""What was read back is confirmed: the callback is booked, or moved, and what comes of it is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from fulfill_intent import callback_replies as replies
from fulfill_intent import messages, offer_replies, open_replies
from fulfill_intent.callback_availability import free_near, rules_of
from fulfill_intent.callback_times import Refused, why_refused
from fulfill_intent.callbacks import Booking

if TYPE_CHECKING:
    from aicc_core.opening_hours import OpeningHours
    from fulfill_intent.callback_replies import Agreed
    from fulfill_intent.callbacks import Callbacks
    from fulfill_intent.reply import Reply
    from fulfill_intent.turn import Turn


def book(turn: Turn, agreed: Agreed) -> Reply:
    """Book what is agreed. Where that cannot be done now, a person gets time and number."""
    if turn.callbacks is None:
        return replies.pass_on(agreed)
    try:
        hours = turn.opening_hours.current(turn.now)
        if hours is None:
            return _not_certain(agreed)
        return _tell(turn, agreed, _book(turn, turn.callbacks, agreed, hours), hours)
    except Unavailable:
        return _not_certain(agreed)


def _book(turn: Turn, callbacks: Callbacks, agreed: Agreed, hours: OpeningHours) -> Booking:
    assert agreed.when
    if agreed.changes:
        # Looked up anew: only the callback of the number that calls is ever moved.
        found = callbacks.find(agreed.calling) if agreed.calling else None
        moved = callbacks.move(found, agreed.when, hours, turn.now) if found else Booking.GONE
        if moved is not Booking.GONE:
            return moved
    for request in (agreed.request or callbacks.new_request(), callbacks.new_request()):
        booking = callbacks.book(request, agreed.phone, agreed.when, hours, turn.now)
        if booking is not Booking.GONE:
            break
    return booking


def _tell(turn: Turn, agreed: Agreed, booking: Booking, hours: OpeningHours) -> Reply:
    assert agreed.when
    if booking is Booking.DONE:
        return replies.booked(agreed, company=turn.company, today=turn.now.date())
    if booking is Booking.ALREADY_OPEN:
        return _already_open(turn, agreed)
    if booking in (Booking.UNDER_WAY, Booking.GONE):
        return open_replies.under_way(agreed)
    rules = rules_of(turn)
    refused = Refused.FULL
    if booking is Booking.NOT_OFFERED:
        refused = why_refused(agreed.when, hours, rules, now=turn.now) or Refused.CLOSED
    free = free_near(turn, agreed.when, hours)
    return offer_replies.offer(replace(agreed, when=None), refused, agreed.when, free, hours=hours, rules=rules)


def _already_open(turn: Turn, agreed: Agreed) -> Reply:
    """Only who calls from a number hears what is booked for it."""
    if agreed.phone != agreed.calling:
        return open_replies.number_by_person(agreed)
    found = turn.callbacks.find(agreed.calling) if turn.callbacks else None
    if found is None:
        return _not_certain(agreed)
    if not found.movable:
        return open_replies.under_way(agreed)
    return open_replies.ask_what_to_do(found, agreed, already=True, now=turn.now)


def _not_certain(agreed: Agreed) -> Reply:
    return replies.pass_on(agreed, messages.NOT_CERTAIN, template=messages.SUMMARY_NOT_CERTAIN)
