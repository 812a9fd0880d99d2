"""Which time a caller wishes: what `korean.parse_datetime` reads, put into the conversation.

"네 시요" alone is today or tomorrow. Said about an agreed time it means the agreed day, and "모레로 해 주세요" keeps
the agreed hour. What is missing is found by asking the parser from another day, or with an hour added, so that every
way of saying a day or an hour that the parser knows is known here too.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

import korean
from fulfill_intent.phrases import squeeze

# Said from now on, not from the agreed day on.
_FROM_NOW = re.compile(r"오늘|지금|(?:분|시간|시간반)(?:쯤|정도|만)?(?:뒤|후|이후|있다|이따|지나|다음)")
_NOON = "낮 열두 시"


def wished_time(text: str, *, now: datetime, agreed: datetime | None = None) -> datetime | None:
    """Return the time that `text` names, with day or hour of the one `agreed` where it names only the other."""
    if agreed is not None:
        hour = wished_hour(text, agreed.date(), now=now)
        if hour is not None:
            return hour
    found = korean.parse_datetime(text, now=now)
    if found is None and agreed is not None:
        day = wished_day(text, now=now)
        return datetime.combine(day, agreed.timetz()) if day else None
    return found


def wished_hour(text: str, day: date, *, now: datetime) -> datetime | None:
    """Return the time on `day` that `text` names, None when it names none, or another day."""
    if _FROM_NOW.search(squeeze(text)):
        return None
    found = korean.parse_datetime(text, now=_midnight(day, now))
    return found if found is not None and found.date() == day else None


def wished_day(text: str, *, now: datetime) -> date | None:
    """Return the day that `text` names, with or without an hour; None when it names none."""
    midnight = _midnight(now.date(), now)
    found = korean.parse_datetime(text, now=midnight) or korean.parse_datetime(f"{text} {_NOON}", now=midnight)
    if found is None:
        return None
    # An hour without a day is read as one of today.
    if found.date() == now.date() and not re.search("오늘|금일|요일", squeeze(text)):
        return None
    return found.date()


def is_past(text: str, *, now: datetime) -> bool:
    """Whether `text` names a time of today that is over."""
    found = korean.parse_datetime(text, now=_midnight(now.date(), now))
    return found is not None and found <= now


def _midnight(day: date, now: datetime) -> datetime:
    # Just before the day would make "오늘" mean the day before.
    return datetime.combine(day, time(), tzinfo=now.tzinfo)
