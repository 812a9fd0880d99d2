"""Whether a time can be had, and which ones can in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from callback_ledger.slots import slot_of
from fulfill_intent.callback_times import WITHOUT_LEDGER, Refused, nearest, why_refused

if TYPE_CHECKING:
    from datetime import datetime

    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.slots import SlotRules
    from fulfill_intent.turn import Turn

_OFFERED = 2  # a caller keeps no more in mind


def rules_of(turn: Turn) -> SlotRules:
    """Which times are offered."""
    return turn.callbacks.rules if turn.callbacks else WITHOUT_LEDGER


def free_near(turn: Turn, wish: datetime, hours: OpeningHours) -> list[datetime]:
    """Return the times that can be had near `wish`, the nearest first: `wish` itself, where it can.

    Where the seats cannot be looked at, what the rules allow: booking shows, and nothing that was said is lost.
    """
    if turn.callbacks:
        try:
            return turn.callbacks.nearest_free(wish, hours, turn.now, _OFFERED)
        except Unavailable:
            if why_refused(wish, hours, turn.callbacks.rules, now=turn.now) is None:
                return [wish]
    found = nearest(wish, hours, now=turn.now)
    return [found] if found else []


def has_seat(turn: Turn, phone: str, when: datetime) -> bool:
    """Whether the callback of `phone` has a seat in the slot of `when`, which is then not full for itself."""
    if turn.callbacks is None:
        return False
    try:
        found = turn.callbacks.find(phone)
    except Unavailable:
        return False
    rules = turn.callbacks.rules
    return found is not None and slot_of(found.when, "", rules) == slot_of(when, "", rules)


def refusal(turn: Turn, wish: datetime, hours: OpeningHours) -> tuple[Refused, list[datetime]] | None:
    """Return why `wish` cannot be had and what can, None when it can."""
    refused = why_refused(wish, hours, rules_of(turn), now=turn.now)
    if refused is None and turn.callbacks is None:
        return None
    free = free_near(turn, wish, hours)
    if refused is None and free[:1] == [wish]:
        return None
    return refused or Refused.FULL, free
