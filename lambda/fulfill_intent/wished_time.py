"""Which time a caller wishes: what `korean.parse_datetime` reads, put into the conversation.

"네 시요" alone is today or tomorrow. Said about an agreed time it means the agreed day, and "모레로 해 주세요" keeps
the agreed hour. What is missing is found by asking the parser from another day, or with an hour added, so that every
way of saying a day or an hour that the parser knows is known here too.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from fulfill_intent.phrases import squeeze
from korean import parse_datetime

# Said from now on, not from the agreed day on.
_FROM_NOW = re.compile(r"오늘|지금|(?:분|시간|시간반)(?:쯤|정도|만)?(?:뒤|후|이후|있다|이따|지나|다음)")
# Put behind a day: some hour of the morning or the evening, and noon.
_SOME_HOURS = ("낮 열두 시", "열 시")
_DAY = re.compile(
    r"(?:(?:다음|다다음|이번)\s*주\s*)?[월화수목금토일]\s*요일|내일\s*모레|오늘|금일|내일|모레|그?글피"
    r"|(?:\d{1,2}|[일이삼사오육유칠팔구시십]{1,3})\s*월\s*(?:\d{1,2}|[일이삼사오육칠팔구십]{1,3})\s*일"
)
# A day of the week with no word of which week: the parser leaves open whether today or in a week is meant.
_WEEKDAY = re.compile(r"(?<!주)(?<!주\s)([월화수목금토일])\s*요일")
_GONE = re.compile(r"(?:어제|그저께|그제|엊그제|지난주)[가-힣0-9]{0,8}(?:시|정오|자정)")
_WEEKDAYS = "월화수목금토일"
_DENIED = re.compile("말고|아니|안되|안돼|빼고|못")
_TODAY = re.compile("오늘|금일|[월화수목금토일]요일")


def wished_time(text: str, *, now: datetime, agreed: datetime | None = None) -> datetime | None:
    """Return the time that `text` names, with day or hour of the one `agreed` where it names only the other."""
    if agreed is not None:
        hour = wished_hour(text, agreed.date(), now=now)
        if hour is not None:
            return hour
    found = parse_datetime(text, now=now) or _today_or_in_a_week(text, now)
    if found is None and agreed is not None:
        day = wished_day(text, now=now)
        return datetime.combine(day, agreed.timetz()) if day else None
    return found


def wished_hour(text: str, day: date, *, now: datetime) -> datetime | None:
    """Return the time on `day` that `text` names, None when it names none, or another day."""
    if _FROM_NOW.search(squeeze(text)):
        return None
    found = parse_datetime(text, now=_midnight(day, now))
    return found if found is not None and found.date() == day else None


def wished_day(text: str, *, now: datetime) -> date | None:
    """Return the day that `text` names, with or without an hour; None when it names none, or more than one."""
    if _names_weekday_of(now.date(), text):
        text = _in_week("이번 주", text)
    named = _DAY.findall(text)
    # What else a sentence is about may keep the parser from reading it; the day alone is then enough.
    alone = named if len(named) == 1 and not _DENIED.search(squeeze(text)) else []
    found = _some_moment(text, now) or next((_some_moment(day, now) for day in alone), None)
    # An hour without a day is read as one of today.
    if found is None or (found.date() == now.date() and not _TODAY.search(squeeze(text))):
        return None
    return found.date()


def _some_moment(text: str, now: datetime) -> datetime | None:
    midnight = _midnight(now.date(), now)
    spelled = (text, *(f"{text} {hour}" for hour in _SOME_HOURS))
    return next(filter(None, (parse_datetime(each, now=midnight) for each in spelled)), None)


def is_past(text: str, *, now: datetime) -> bool:
    """Whether `text` names a time that is over, of today or of a day before."""
    if _GONE.search(squeeze(text)) and parse_datetime(text, now=now) is None:
        return True
    found = parse_datetime(text, now=_midnight(now.date(), now))
    return found is not None and found <= now


def _today_or_in_a_week(text: str, now: datetime) -> datetime | None:
    """The time on today's day of the week, which is the next one that is ahead: what is read back says its date."""
    if not _names_weekday_of(now.date(), text):
        return None
    spelled = (_in_week(week, text) for week in ("이번 주", "다음 주"))
    return next(filter(None, (parse_datetime(each, now=now) for each in spelled)), None)


def _names_weekday_of(day: date, text: str) -> bool:
    return _WEEKDAY.findall(text) == [_WEEKDAYS[day.weekday()]]


def _in_week(week: str, text: str) -> str:
    return _WEEKDAY.sub(rf"{week} \1요일", text)


def _midnight(day: date, now: datetime) -> datetime:
    # Just before the day would make "오늘" mean the day before.
    return datetime.combine(day, time(), tzinfo=now.tzinfo)
