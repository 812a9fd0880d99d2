"""When something is open: stretches of the week, and the days on which the week does not hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from aicc_constructs.checks import NAME_LENGTH, check_choice, check_description, check_length
from aicc_constructs.errors import InvalidInput

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Amazon Connect quota "hours of operation overrides", fixed.
MOST_OVERRIDES = 50
MOST_STRETCHES = 100
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


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

    Example:
        >>> Override(name="Seollal", first=date(2027, 2, 6), last=date(2027, 2, 9)).times
        ()
    """

    name: str
    first: date
    last: date
    times: Sequence[OpenTime] = ()
    description: str | None = None


class Weekly:
    """Weeks that many have.

    Example:
        >>> len(Weekly.always()), len(Weekly.weekdays("09:00", "18:00"))
        (7, 5)
    """

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
    _check_clock("time of day", text)
    return int(text[:2]) * 60 + int(text[3:])


def _check_clock(place: str, text: str) -> None:
    if not _CLOCK.fullmatch(text):
        raise InvalidInput(place, f"{text!r} does not exist", "write HH:MM from 00:00 to 23:59")


def check_times(place: str, times: Sequence[OpenTime]) -> None:
    """Refuse days and minutes that do not exist, and stretches that are impossible or overlap."""
    if len(times) > MOST_STRETCHES:
        raise InvalidInput(place, f"{len(times)} stretches are more than Connect's {MOST_STRETCHES}", "join some")
    for time in times:
        check_choice(f"{place}: day", time.day, WEEKDAYS)
        _check_clock(f"{place}: {time.day}: start", time.start)
        _check_clock(f"{place}: {time.day}: end", time.end)
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
        where = f"{place}: override {override.name!r}"
        check_length(f"{where}: name", override.name, NAME_LENGTH)
        check_description(where, override.description)
        if override.last < override.first:
            raise InvalidInput(where, f"ends on {override.last}, before {override.first}", "swap them")
        check_times(where, override.times)
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
