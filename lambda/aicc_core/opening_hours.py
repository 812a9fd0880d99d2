"""When the contact centre works: the document that the stack writes for functions, read and asked about a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
MIDNIGHT = 24 * 60

_LONGEST_TEXT = 300
_LONGEST_NAME = 40


class MalformedOpeningHours(ValueError):
    """The document is not as agreed; one line says where."""


@dataclass(frozen=True, slots=True)
class OpenTimes:
    """From `start` up to but without `end`, in minutes after midnight; `end` may be 1440."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A date on which the week does not hold, and why."""

    name: str
    times: tuple[OpenTimes, ...]


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The week by day, 0 for Monday, the special days, and a sentence that says the week."""

    text: str
    week: Mapping[int, tuple[OpenTimes, ...]]
    special_days: Mapping[date, SpecialDay]

    def times(self, day: date) -> tuple[OpenTimes, ...]:
        """When it is open on `day`, in order; nothing when it is closed."""
        special = self.special_days.get(day)
        return special.times if special else self.week.get(day.weekday(), ())

    def is_open(self, moment: datetime) -> bool:
        """Whether somebody is there at `moment`, in Korea's time."""
        minute = moment.hour * 60 + moment.minute
        return any(times.start <= minute < times.end for times in self.times(moment.date()))


class OpeningHoursSource(Protocol):
    """Where opening hours come from."""

    def current(self, now: datetime) -> OpeningHours | None:
        """Return them, None when nobody has said any; raises `Unavailable` when they cannot be read now."""


def read_opening_hours(document: str) -> OpeningHours:
    """Return what the JSON `document` says.

    Raises `MalformedOpeningHours`.

    >>> hours = read_opening_hours('{"text": "평일", "week": {"MONDAY": [["09:00", "18:00"]]}, "exceptions": {}}')
    >>> hours.times(date(2026, 11, 23)), hours.times(date(2026, 11, 24))
    ((OpenTimes(start=540, end=1080),), ())
    """
    try:
        found = json.loads(document)
        return OpeningHours(
            text=str(found["text"])[:_LONGEST_TEXT],
            week={WEEKDAYS.index(day): _times(ranges) for day, ranges in found["week"].items()},
            special_days={
                date.fromisoformat(day): SpecialDay(str(special["name"])[:_LONGEST_NAME], _times(special["open"]))
                for day, special in found["exceptions"].items()
            },
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise MalformedOpeningHours(f"the opening hours are not as agreed: {error!r}") from error


def clock(minutes: int) -> time:
    """Return minutes after midnight as a time; the end of a day has none."""
    return time(*divmod(minutes, 60))


def _times(ranges: Iterable[tuple[str, str]]) -> tuple[OpenTimes, ...]:
    return tuple(
        sorted((OpenTimes(_minutes(start), _minutes(end)) for start, end in ranges), key=lambda each: each.start)
    )


def _minutes(text: str) -> int:
    hour, minute = text.split(":")
    minutes = int(hour) * 60 + int(minute)
    if not 0 <= minutes <= MIDNIGHT:
        raise ValueError(f"{text!r} is no time of day")
    return minutes
