"""Opening hours for functions, as one parameter: the week, and every date on which it does not hold.

Made from what the hours of operation in Connect are made from, so a caller is told what the queue does.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from stacks.settings.errors import Problem
from stacks.settings.hours import WEEK, OpenRange
from stacks.settings.hours_rules import SPOKEN_HOURS
from stacks.settings.opening_hours_text import opening_hours_text
from stacks.settings.overrides import Override

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# Systems Manager, quotas of Parameter Store: an advanced parameter.
MOST_BYTES = 8192
_SHORTEST_EXCEPTION = len('"2026-12-25":{"name":"x","open":[]},')


def opening_hours_document(settings: "Settings") -> str:
    """JSON with `time_zone`, `text`, `week` and `exceptions`; times run from "00:00" to "24:00"."""
    hours = settings.hours[SPOKEN_HOURS]
    week: dict[str, list[list[str]]] = {}
    for item in hours.ranges:
        week.setdefault(item.day, []).append(_times(item))
    exceptions = {
        day.isoformat(): {
            "name": override.description,
            "open": [_times(item) for item in override.ranges if item.day == WEEK[day.weekday()]],
        }
        for override in settings.overrides(SPOKEN_HOURS)
        for day in _days(override)
    }
    document = {
        "time_zone": hours.time_zone,
        "text": opening_hours_text(hours),
        "week": week,
        "exceptions": exceptions,
    }
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def check_opening_hours(settings: "Settings") -> Iterator[Problem]:
    """The document fits into one parameter."""
    if SPOKEN_HOURS not in settings.hours:
        return
    days = sum((override.last - override.first).days + 1 for override in settings.overrides(SPOKEN_HOURS))
    size = days * _SHORTEST_EXCEPTION
    if size <= MOST_BYTES:
        size = len(opening_hours_document(settings).encode())
    if size > MOST_BYTES:
        yield Problem(
            path=("hours", SPOKEN_HOURS, "overrides"),
            message=f"makes {days} dates, {size} bytes or more for functions; "
            f"one parameter takes {MOST_BYTES}: shorten names, or remove past dates and holidays.years",
        )


def _days(override: Override) -> Iterator[date]:
    for offset in range((override.last - override.first).days + 1):
        yield override.first + timedelta(days=offset)


def _times(item: OpenRange) -> list[str]:
    # Not "00:00" for midnight, as Connect has it: the end of the day is after its beginning.
    return [f"{minute // 60:02}:{minute % 60:02}" for minute in (item.start, item.end)]
