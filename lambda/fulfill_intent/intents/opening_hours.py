"""When somebody is there: the week, today, a day that is named, holidays."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from aicc_core.opening_hours import clock
from fulfill_intent import messages
from fulfill_intent.expectation import Asked
from fulfill_intent.phrases import squeeze
from fulfill_intent.reply import Reply, answer
from fulfill_intent.spoken_hours import spell_times, write_week
from fulfill_intent.wished_time import wished_day
from fulfill_intent.words import Words, alike, spell_date, spell_time, words

if TYPE_CHECKING:
    from datetime import date, datetime

    from aicc_core.opening_hours import OpeningHours
    from fulfill_intent.turn import Turn

_NOW = re.compile(r"지금|현재")
_TODAY = re.compile(r"오늘|금일|지금|현재")
_WEEKEND = re.compile(r"주말|토요일.{0,3}일요일|토일")
_HOLIDAY = re.compile(r"공휴일|휴일|빨간날|휴무|명절|연휴|쉬는날|쉬나|쉬어|쉽니까|쉬세요")
# What callers call a holiday, and what the settings may.
_HOLIDAY_NAMES = (
    ("설날|설연휴|구정|설에|설명절|음력설", "설날"),
    ("추석|한가위", "추석"),
    ("성탄|크리스마스", "성탄|기독탄신"),
    ("부처님|석가|초파일", "부처님|석가"),
    ("신정|새해", "신정|새해|1월1일"),
    ("노동절|근로자", "노동절|근로자"),
    ("삼일절|3[.·]?1절", "삼일절|31절"),
    *((name, name) for name in ("어린이날", "현충일", "제헌절", "광복절", "개천절", "한글날", "선거일")),
)
_SATURDAY = 5
_WEEK = 7


def serve(turn: Turn) -> Reply:
    """Answer about the day that is named, else about the week."""
    hours = turn.opening_hours.current(turn.now)
    if hours is None:
        return Reply(say=messages.CANNOT_TELL_HOURS, asked=Asked.MORE, summary=messages.SUMMARY_HOURS)
    return answer(_say(turn, hours), summary=messages.SUMMARY_HOURS)


def _say(turn: Turn, hours: OpeningHours) -> Words:
    squeezed, today = squeeze(turn.transcript), turn.now.date()
    holiday = _named_holiday(squeezed, hours, today)
    if holiday:
        return _day(holiday, hours)
    if _TODAY.search(squeezed):
        state = _now(hours, turn.now) if _NOW.search(squeezed) else None
        return state + _day(today, hours, today=True) if state else _day(today, hours, today=True)
    if _WEEKEND.search(squeezed):
        saturday = today + timedelta(days=(_SATURDAY - today.weekday()) % _WEEK)
        return _day(saturday, hours) + _day(saturday + timedelta(days=1), hours)
    day = wished_day(turn.transcript, now=turn.now)
    if day:
        return _day(day, hours)
    if _HOLIDAY.search(squeezed):
        return _week(hours) + _next_holiday(hours, today)
    return _week(hours) + _day(today, hours, today=True)


def _week(hours: OpeningHours) -> Words:
    return words(messages.WEEKLY_HOURS, text=Words(hours.text, write_week(hours.week) or hours.text))


def _day(day: date, hours: OpeningHours, *, today: bool = False) -> Words:
    name = spell_date(day)
    if today:
        name = words(messages.TODAY, day=name)
    times = hours.times(day)
    if times:
        return words(messages.OPEN_DAY, day=name, times=spell_times(times))
    special = hours.special_days.get(day)
    if special:
        return words(messages.SPECIAL_DAY, day=name, name=alike(special.name))
    return words(messages.CLOSED_DAY, day=name)


def _now(hours: OpeningHours, now: datetime) -> Words:
    if hours.is_open(now):
        return messages.NOW_OPEN
    minute = now.hour * 60 + now.minute
    later = [times.start for times in hours.times(now.date()) if times.start > minute]
    if later:
        return words(messages.NOW_CLOSED, at=spell_time(clock(later[0])))
    return messages.NOW_CLOSED_TODAY


def _next_holiday(hours: OpeningHours, today: date) -> Words:
    closed = sorted(day for day, special in hours.special_days.items() if day >= today and not special.times)
    if not closed:
        return messages.NO_HOLIDAY
    name = alike(hours.special_days[closed[0]].name)
    return words(messages.NEXT_HOLIDAY, day=spell_date(closed[0]), name=name)


def _named_holiday(squeezed: str, hours: OpeningHours, today: date) -> date | None:
    """The next day that is special under the name that is said."""
    names = [called for said, called in _HOLIDAY_NAMES if re.search(said, squeezed)]
    for day, special in sorted(hours.special_days.items()):
        name = squeeze(special.name)
        if day >= today and (name in squeezed or any(re.search(called, name) for called in names)):
            return day
    return None
