"""The dates on which hours of operation differ: holidays and the settings' own overrides in one list.

An override of its own wins over a holiday on its dates, so one queue can work on a day on which all others are closed.
"""

import datetime
from dataclasses import dataclass

from stacks.settings.hours import Hours, HoursOverride, OpenRange, ranges, weekdays
from stacks.settings.public_holidays import Holiday, closures

# Administrator guide: "Up to 50 overrides can be created for each hours of operation resource", not adjustable.
MAX_OVERRIDES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Dated hours, both dates inclusive: closed, or open in `ranges` and at no other time."""

    name: str
    description: str
    first: datetime.date
    last: datetime.date
    closed: bool
    ranges: tuple[OpenRange, ...]
    holiday: bool = False


def overrides_of(hours: Hours, holidays: tuple[Holiday, ...]) -> tuple[Override, ...]:
    """Every override of these hours, by date."""
    own = [_own(override) for override in hours.overrides]
    if not hours.closed_on_holidays:
        return _by_date(own)
    free = (day for day in holidays if not any(item.first <= day.date <= item.last for item in own))
    closed = [
        Override(
            # The date in front makes the name unique over the years and sorts the console's list.
            name=f"{closure.first} {closure.name_ascii}"[:127],
            description=closure.name_ko,
            first=closure.first,
            last=closure.last,
            closed=True,
            ranges=(),
            holiday=True,
        )
        for closure in closures(free)
    ]
    return _by_date([*own, *closed])


def _own(override: HoursOverride) -> Override:
    return Override(
        name=override.name,
        description=override.description or override.name,
        first=override.from_,
        last=override.to,
        closed=override.closed,
        ranges=ranges(override.open, weekdays(override.from_, override.to)),
    )


def _by_date(overrides: list[Override]) -> tuple[Override, ...]:
    return tuple(sorted(overrides, key=lambda item: item.first))
