"""From what was said of the day to a date."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from korean.datetimes.facts import MONTH_FACTS, YEAR_FACTS, Fact

# Who names a day that was a few days ago has mistaken it, rather than meaning it a year from now.
_LATELY = timedelta(weeks=2)
_YEAR = timedelta(days=365)
# A birthday is in the past, whatever its two digits of the year make of it.
_FARTHEST = 2 * _YEAR
_WEEK = timedelta(weeks=1)


class NoSuchDay(Exception):
    """The day does not exist, is over, or is left open."""


def named_day(facts: Mapping[Fact, int], today: date, *, over: bool) -> date:
    """Return the day that all facts agree on; `over`: the time of day has passed today. Raises NoSuchDay."""
    days = set(_days(facts, today, over=over))
    if len(days) != 1 or max(days) - today > _FARTHEST:
        raise NoSuchDay
    return days.pop()


def _days(facts: Mapping[Fact, int], today: date, *, over: bool) -> Iterator[date]:
    """Each day that a group of facts tells by itself; what needs another day beside it is checked against that."""
    try:
        known = list(_known_days(facts, today))
        if not known and Fact.DAY in facts:
            known = [_next_day(facts[Fact.DAY], today)]
    except (ValueError, OverflowError) as error:
        raise NoSuchDay from error
    yield from known
    if Fact.WEEKDAY in facts and Fact.WEEK not in facts:
        yield _same_weekday(facts, known[0]) if known else _coming_weekday(facts, today, over=over)
    if Fact.WEEK in facts and Fact.WEEKDAY not in facts:
        yield _in_week(facts[Fact.WEEK], known, today)
    if Fact.DAY in facts and known[0].day != facts[Fact.DAY] != 0:
        raise NoSuchDay


def _known_days(facts: Mapping[Fact, int], today: date) -> Iterator[date]:
    if Fact.DAYS_AHEAD in facts:
        yield today + timedelta(days=facts[Fact.DAYS_AHEAD])
    if Fact.MONTHS_AHEAD in facts:
        yield _in_month(today, facts[Fact.MONTHS_AHEAD], today.day)
    if Fact.WEEK in facts and Fact.WEEKDAY in facts:
        yield _monday(today) + facts[Fact.WEEK] * _WEEK + timedelta(days=facts[Fact.WEEKDAY])
    if not (MONTH_FACTS | YEAR_FACTS).isdisjoint(facts):
        yield _dated(facts, today)


def _dated(facts: Mapping[Fact, int], today: date) -> date:
    """A day of a month that was named, in the year that was named or else in the one in which it comes next."""
    if Fact.DAY not in facts:
        raise NoSuchDay
    if Fact.MONTHS_ON in facts:
        if Fact.MONTH in facts or not YEAR_FACTS.isdisjoint(facts):
            raise NoSuchDay
        return _in_month(today, facts[Fact.MONTHS_ON], facts[Fact.DAY])
    if Fact.MONTH not in facts or facts.keys() >= YEAR_FACTS:
        raise NoSuchDay
    year = facts.get(Fact.YEAR, today.year + facts.get(Fact.YEARS_ON, 0))
    month, day = facts[Fact.MONTH], facts[Fact.DAY]
    if not YEAR_FACTS.isdisjoint(facts):
        return _date(year, month, day)
    passed = (month, day or 31) < (today.month, today.day)
    coming = _date(year + passed, month, day)
    if coming - today > _YEAR - _LATELY:
        raise NoSuchDay
    return coming


def _next_day(day: int, today: date) -> date:
    this_month = _in_month(today, 0, day)
    return this_month if this_month >= today else _in_month(today, 1, day)


def _in_month(today: date, months: int, day: int) -> date:
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return _date(year, month + 1, day)


def _date(year: int, month: int, day: int) -> date:
    if day:
        return date(year, month, day)
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _same_weekday(facts: Mapping[Fact, int], day: date) -> date:
    if day.weekday() != facts[Fact.WEEKDAY]:
        raise NoSuchDay
    return day


def _coming_weekday(facts: Mapping[Fact, int], today: date, *, over: bool) -> date:
    """The next such day.

    Nobody calls today by its weekday, unless by mistake, so on a Monday "월요일" is open while the time is still ahead.
    So is "다음 금요일" on a Wednesday, which is in two days for some and in nine for others.
    """
    ahead = facts[Fact.WEEKDAY] - today.weekday()
    near = facts.get(Fact.NEAR_WEEK)
    if (near is None and ahead == 0 and not over) or (near == 0 and ahead <= 0) or (near == 1 and ahead > 0):
        raise NoSuchDay
    return today + timedelta(days=ahead) + (_WEEK if ahead <= 0 else timedelta())


def _in_week(weeks: int, known: list[date], today: date) -> date:
    if not known or _monday(known[0]) != _monday(today) + weeks * _WEEK:
        raise NoSuchDay
    return known[0]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
