"""When a callback may be: in opening hours, ahead, soon, and never at night, whatever the opening hours say."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from aicc_core.opening_hours import OpenTimes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from aicc_core.opening_hours import OpeningHours

MOST_DAYS = 30
_STEP = timedelta(minutes=30)  # between the times that are offered
# Korean law asks for a separate consent to calls from 21:00 to 08:00 (Network Act, article 50); a callback that the
# caller asked for is no advertising, but nobody is to be rung out of bed by a slip.
_DAYTIME = OpenTimes(8 * 60, 21 * 60)


class Refused(StrEnum):
    """Why a time will not do."""

    PAST = "past"
    TOO_FAR = "too_far"
    CLOSED = "closed"


def why_refused(when: datetime, hours: OpeningHours, *, now: datetime) -> Refused | None:
    """Return what speaks against `when`, None when nothing does."""
    if when <= now:
        return Refused.PAST
    if when > now + timedelta(days=MOST_DAYS):
        return Refused.TOO_FAR
    minute = when.hour * 60 + when.minute
    if any(times.start <= minute < times.end for times in callable_times(when.date(), hours)):
        return None
    return Refused.CLOSED


def callable_times(day: date, hours: OpeningHours) -> tuple[OpenTimes, ...]:
    """When callers can be called on `day`."""
    within = (OpenTimes(max(times.start, _DAYTIME.start), min(times.end, _DAYTIME.end)) for times in hours.times(day))
    return tuple(times for times in within if times.start < times.end)


def nearest(when: datetime, hours: OpeningHours, *, now: datetime) -> datetime | None:
    """Return the time next to `when` that will do, the later of two; None when no day to come has any."""
    return min(_times(hours, now), key=lambda time: (abs(time - when), time < when), default=None)


def _times(hours: OpeningHours, now: datetime) -> Iterator[datetime]:
    for days in range(MOST_DAYS + 1):
        midnight = datetime.combine(now.date() + timedelta(days=days), time(), tzinfo=now.tzinfo)
        for times in callable_times(midnight.date(), hours):
            at, end = midnight + timedelta(minutes=times.start), midnight + timedelta(minutes=times.end)
            while at < end:
                if why_refused(at, hours, now=now) is None:
                    yield at
                at += _STEP
