"""When a callback may be, seats apart: in opening hours, ahead, soon, and never at night."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from aicc_core.opening_hours import OpenTimes
from callback_ledger import calling_window
from callback_ledger.slots import SlotRules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from aicc_core.opening_hours import OpeningHours

# Where nothing is booked and a person calls back: any minute of the next thirty days.
WITHOUT_LEDGER = SlotRules(length=1, lead=0, days=30)
_STEP = timedelta(minutes=30)  # between the times that are offered then


class Refused(StrEnum):
    """Why a time will not do."""

    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"
    CLOSED = "closed"
    FULL = "full"


def why_refused(when: datetime, hours: OpeningHours, rules: SlotRules, *, now: datetime) -> Refused | None:
    """Return what speaks against `when` by the rules, None when nothing does."""
    if when <= now:
        return Refused.PAST
    if when < now + timedelta(minutes=rules.lead):
        return Refused.TOO_SOON
    if when.date() > now.date() + timedelta(days=rules.days):
        return Refused.TOO_FAR
    minute = when.hour * 60 + when.minute
    if any(times.start <= minute < times.end for times in callable_times(when.date(), hours, rules)):
        return None
    return Refused.CLOSED


def callable_times(day: date, hours: OpeningHours, rules: SlotRules) -> tuple[OpenTimes, ...]:
    """When callers can be called on `day`, in whole slots."""
    whole = (
        OpenTimes(-(-times.start // rules.length) * rules.length, times.end // rules.length * rules.length)
        for times in calling_window.callable_times(day, hours)
    )
    return tuple(times for times in whole if times.start < times.end)


def nearest(when: datetime, hours: OpeningHours, *, now: datetime) -> datetime | None:
    """Return the time next to `when` that will do without a ledger, the later of two; None when there is none."""
    return min(_times(hours, now), key=lambda time: (abs(time - when), time < when), default=None)


def _times(hours: OpeningHours, now: datetime) -> Iterator[datetime]:
    for days in range(WITHOUT_LEDGER.days + 1):
        midnight = datetime.combine(now.date() + timedelta(days=days), time(), tzinfo=now.tzinfo)
        for times in callable_times(midnight.date(), hours, WITHOUT_LEDGER):
            at, end = midnight + timedelta(minutes=times.start), midnight + timedelta(minutes=times.end)
            while at < end:
                if why_refused(at, hours, WITHOUT_LEDGER, now=now) is None:
                    yield at
                at += _STEP
