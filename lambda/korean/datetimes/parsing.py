"""From what a caller said to the moment that was meant."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from korean.clock import KOREA
from korean.datetimes.amounts import settle
from korean.datetimes.asides import without_asides
from korean.datetimes.calendar_day import NoSuchDay, named_day
from korean.datetimes.clock_time import minute_of_day
from korean.datetimes.facts import CLOCK_FACTS, DATE_FACTS, PART_FACTS, Fact
from korean.datetimes.phrases import Phrases, Unclear
from korean.datetimes.reading import read
from korean.datetimes.unspaced import unspaced
from korean.datetimes.wish import wish


def parse_datetime(text: str, *, now: datetime) -> datetime | None:
    """Return the moment that `text` asks for, in Korea's time and after `now`; None when it does not say exactly one.

    A wrong moment is worse than none: what is vague, over, impossible, contradictory or not understood is None.
    `now` must be aware; ValueError if it is not. See the package for how the moment is found.

    >>> now = datetime(2026, 11, 23, 10, 15, tzinfo=KOREA)
    >>> str(parse_datetime("내일 오후 세 시 반에 전화 주세요", now=now))
    '2026-11-24 15:30:00+09:00'
    >>> str(parse_datetime("다음주화요일저녁일곱시반이요", now=now))
    '2026-12-01 19:30:00+09:00'
    >>> parse_datetime("조금 이따가요", now=now) is None
    True
    """
    if now.utcoffset() is None:
        raise ValueError(f"now must be aware, got {now!r}: give it a time zone, such as korean.clock.KOREA")
    words = unspaced(text)
    phrases = Phrases(words)
    try:
        for token in settle(words, read(words)):
            phrases.add(token)
        facts = wish(without_asides(words, phrases.finish()))
        if phrases.needs_date and DATE_FACTS.isdisjoint(facts):
            return None
        moment = _moment(facts, now.astimezone(KOREA))
    except (Unclear, NoSuchDay, OverflowError):
        return None
    return moment if moment is not None and moment > now else None


def _moment(facts: Mapping[Fact, int], now: datetime) -> datetime | None:
    if Fact.SECONDS_AHEAD in facts:
        return _ahead(facts, now)
    if Fact.SAME_CLOCK in facts:
        # "At this time" is now, unless a day is named.
        said_more = Fact.HOUR in facts or Fact.PART in facts or DATE_FACTS.isdisjoint(facts)
        minutes = None if said_more else now.hour * 60 + now.minute
    else:
        minutes = minute_of_day(facts)
    if minutes is None:
        return None
    midnight = datetime.combine(now.date(), time(), tzinfo=KOREA)
    today = midnight + timedelta(minutes=minutes)
    if DATE_FACTS.isdisjoint(facts):
        return today if today > now else today + timedelta(days=1)
    return today + (named_day(facts, now.date(), over=today <= now) - now.date())


def _ahead(facts: Mapping[Fact, int], now: datetime) -> datetime | None:
    moment = now + timedelta(seconds=facts[Fact.SECONDS_AHEAD])
    if not (CLOCK_FACTS | PART_FACTS).isdisjoint(facts):
        return None
    said_today = {fact: facts[fact] for fact in DATE_FACTS & facts.keys()} in ({}, {Fact.DAYS_AHEAD: 0})
    named_today = Fact.DAYS_AHEAD not in facts or moment.date() == now.date()
    return moment if said_today and named_today else None
