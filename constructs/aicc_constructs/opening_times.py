"""When something is open: stretches of the week, and the days on which the week does not hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from aicc_constructs.errors import InvalidInput

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Amazon Connect quota "hours of operation overrides", fixed.
MOST_OVERRIDES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTime:
    """A stretch of a day on which the queue is open.

    Args:
        day: "MONDAY" to "SUNDAY".
        start: First minute, "HH:MM".
        end: Minute at which it closes, "HH:MM"; "00:00" after a start means midnight at the end of the day.

    Example:
        >>> OpenTime(day="MONDAY", start="09:00", end="18:00").minutes
        (540, 1080)
        >>> OpenTime(day="SUNDAY", start="00:00", end="00:00").minutes
        (0, 1440)
    """

    day: str
    start: str
    end: str

    @property
    def minutes(self) -> tuple[int, int]:
        """Start and end in minutes of the day."""
        start, end = _minutes(self.start), _minutes(self.end)
        return start, end or 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Days on which the week does not hold: a holiday, or a day with other hours.

    Args:
        name: Unique within the hours, 1 to 127 characters.
        first: First day, inclusive.
        last: Last day, inclusive.
        times: Stretches in which it is open nevertheless; none means closed all day.
        description: Up to 250 characters.
    """

    name: str
    first: date
    last: date
    times: Sequence[OpenTime] = ()
    description: str | None = None


class Weekly:
    """Weeks that many have."""

    @staticmethod
    def always() -> tuple[OpenTime, ...]:
        """24 hours on every day.

        Example:
            >>> len(Weekly.always())
            7
        """
        return tuple(OpenTime(day=day, start="00:00", end="00:00") for day in WEEKDAYS)

    @staticmethod
    def weekdays(start: str, end: str) -> tuple[OpenTime, ...]:
        """Monday to Friday from start to end.

        Example:
            >>> [time.day for time in Weekly.weekdays("09:00", "18:00")][-1]
            'FRIDAY'
        """
        return tuple(OpenTime(day=day, start=start, end=end) for day in WEEKDAYS[:5])


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes.isdigit() and len(text) == 5 and int(hours) < 24 and int(minutes) < 60):
        raise InvalidInput("time of day", f"{text!r} does not exist", "write HH:MM from 00:00 to 23:59")
    return int(hours) * 60 + int(minutes)


def check_times(place: str, times: Sequence[OpenTime]) -> None:
    """Refuse days that do not exist and stretches that are impossible or overlap."""
    for day in WEEKDAYS:
        stretches = sorted(time.minutes for time in times if time.day == day)
        for start, end in stretches:
            if end <= start:
                raise InvalidInput(
                    f"{place}: {day}",
                    f"closes at {_clock(end)}, before it opens at {_clock(start)}",
                    "swap them or split at midnight",
                )
        for (_, end), (start, _) in pairwise(stretches):
            if start < end:
                raise InvalidInput(
                    f"{place}: {day}", f"a stretch from {_clock(start)} overlaps one until {_clock(end)}", "join them"
                )
    unknown = next((time.day for time in times if time.day not in WEEKDAYS), None)
    if unknown is not None:
        raise InvalidInput(f"{place}: day", f"{unknown!r} is not a day", f"use one of {', '.join(WEEKDAYS)}")


def check_overrides(place: str, overrides: Sequence[Override]) -> None:
    """Refuse overrides that are too many, impossible, overlapping or named twice."""
    if len(overrides) > MOST_OVERRIDES:
        raise InvalidInput(
            f"{place}: overrides",
            f"{len(overrides)} are more than Connect's {MOST_OVERRIDES}",
            "name fewer years of holidays",
        )
    ordered = sorted(overrides, key=lambda override: override.first)
    for override in ordered:
        if override.last < override.first:
            raise InvalidInput(
                f"{place}: override {override.name!r}", f"ends on {override.last}, before {override.first}", "swap them"
            )
        check_times(f"{place}: override {override.name!r}", override.times)
    for one, other in pairwise(ordered):
        if other.first <= one.last:
            raise InvalidInput(
                f"{place}: override {other.name!r}",
                f"overlaps {one.name!r} on {other.first}",
                "give each day to one override",
            )
    names = [override.name for override in overrides]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InvalidInput(f"{place}: overrides", f"{twice!r} is named twice", "give each its own name")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
