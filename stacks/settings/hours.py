"""Hours of operation: when a queue is staffed, and the dates that are different.

How Connect represents them (registry schema AWS::Connect::HoursOfOperation; administrator guide, "Set the hours of
operation" and "hours-of-operation-overrides"):

- times are Hours 0-23 and Minutes 0-59; midnight is 0:00, so 10:00-0:00 is open for 14 hours and 0:00-0:00 all day (an
  export of the built-in "Basic Hours", open 24x7, reads so). Settings write 24:00 for the end of a day.
- a range past midnight is documented nowhere: it is written as two ranges, each in its own day.
- at most 100 rows for the week and for each override, and 50 overrides, a quota that cannot be raised.
- an override is STANDARD (dated, "temporary hours") unless it recurs; OPEN and CLOSED belong to recurring ones, which
  win over dated ones. Dated overrides "cannot overlap".
- EffectiveFrom and EffectiveTill are dates, both inclusive: an override is ignored "before or after this range".
- dated hours replace the week on their dates; the guide's example leaves out days to be "only open every other day", so
  a day without a row is closed, and a dated closure is an override with an empty OverrideConfig: the schema allows zero
  rows, and public code does so. No AWS page says it in words; `GetEffectiveHoursOfOperations` shows it on a real
  instance. A CLOSED override would need a recurrence and rows, of which less is documented.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from pydantic import Field

from stacks.settings.names import Name
from stacks.settings.section import Description, Section

Weekday = Literal["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]
WEEK: tuple[Weekday, ...] = get_args(Weekday)

ConnectDay = Annotated[Weekday, Field(description="a day in capitals, e.g. 'MONDAY'")]
ClockTime = Annotated[
    str,
    Field(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$",
        description="a time from 00:00 to 23:59, or 24:00 for the end of the day",
    ),
]
MIDNIGHT = 24 * 60


class OpeningTime(Section):
    days: tuple[ConnectDay, ...] = Field(default=WEEK, min_length=1, description="a list of days, e.g. ['MONDAY']")
    start: ClockTime
    end: ClockTime


class HoursOverride(Section):
    name: Name
    description: Description | None = None
    from_: datetime.date = Field(alias="from", description="a date without quotes, e.g. 2027-02-05")
    to: datetime.date = Field(description="a date without quotes, e.g. 2027-02-05, the same as from for a single day")
    closed: bool = Field(default=False, description="true or false")
    open: tuple[OpeningTime, ...] = Field(default=(), description="a list of { start, end }")


class Hours(Section):
    name: Name
    description: Description
    time_zone: str = Field(default="Asia/Seoul", description="an IANA time zone, e.g. 'Asia/Seoul'")
    always_open: bool = Field(default=False, description="true or false")
    open: tuple[OpeningTime, ...] = Field(default=(), description="a list of { days, start, end }")
    closed_on_holidays: bool = Field(description="true or false")
    overrides: tuple[HoursOverride, ...] = Field(
        default=(), description="[[hours.<key>.overrides]] tables with name, from, to and closed or open"
    )

    @property
    def ranges(self) -> tuple["OpenRange", ...]:
        """The week as Connect has it: one range a row, Monday first."""
        return ranges([OpeningTime(start="00:00", end="24:00")] if self.always_open else self.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRange:
    """Open on one day of the week, in minutes after midnight; `end` is at most 1440."""

    day: Weekday
    start: int
    end: int

    @property
    def start_time(self) -> str:
        """As Connect writes it, e.g. "09:00"."""
        return _clock(self.start)

    @property
    def end_time(self) -> str:
        """As Connect writes it: midnight at the end of the day is "00:00"."""
        return _clock(self.end % MIDNIGHT)


def minutes(time: str) -> int:
    """Minutes after midnight of a time of day, 24:00 included."""
    hours, _, rest = time.partition(":")
    return int(hours) * 60 + int(rest)


def ranges(opening_times: Iterable[OpeningTime], days: Iterable[Weekday] = WEEK) -> tuple[OpenRange, ...]:
    """One range for each day of each opening time, in the order of the week, on the given days only."""
    allowed = set(days)
    found = {
        OpenRange(day=day, start=minutes(times.start), end=minutes(times.end))
        for times in opening_times
        for day in times.days
        if day in allowed
    }
    return tuple(sorted(found, key=lambda item: (WEEK.index(item.day), item.start)))


def weekdays(first: datetime.date, last: datetime.date) -> Iterator[Weekday]:
    """The days of the week that occur from `first` to `last`."""
    for offset in range(min((last - first).days + 1, len(WEEK))):
        yield WEEK[(first + datetime.timedelta(days=offset)).weekday()]


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
