"""Dates and times as they are typed: 12/3, 2026-12-03, 12.3., 14:00, 10-12시."""

from functools import cache
from re import Match, Pattern, compile

from korean.datetimes.facts import Fact
from korean.datetimes.numbers import counter, follows_number_label, number, unit_at
from korean.datetimes.tokens import Kind, Token
from korean.datetimes.unspaced import Unspaced
from korean.numerals import SINO_SYLLABLES

FIGURES = r"\d+(?:[.,:/~\-]\d+)*"
"""Digits and the marks between them."""


def figures(words: Unspaced, found: Match[str]) -> tuple[list[Token], int]:
    """Read digits with what stands between them."""
    start, end = found.span()
    if follows_number_label(words.text, start):
        return [], end
    if found.group().isdecimal():
        return _digits(words, start, end)
    for form, reader in ((_DATE, _date), (_TIME, _time), (_TIMES, _times), (_HOURS, _hours)):
        shape = _pattern(form).fullmatch(words.text, start, end)
        if shape and (tokens := reader(words, shape)):
            return tokens, tokens[-1].end
    return _neither(words, start, end), end


# A time may follow the last dot: 2026. 12. 3. 14:00.
_DATE = (
    r"(?:(?P<year>\d{4}|\d{2})(?P<mark>[./-]))?(?P<month>\d{1,2})[./-](?P<day>\d{1,2})"
    r"(?:\.(?P<hour>\d{1,2}):(?P<minute>\d\d))?"
)
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?"
_TIMES = r"(?P<first>\d{1,2}:\d\d)[~\-](?P<last>\d{1,2}:\d\d)"
_HOURS = r"(?P<first>\d{1,2})[~\-](?P<last>\d{1,2})"
_FULL_DATE = r"20\d\d([./-])\d{1,2}\1\d{1,2}(?:\.\d{1,2}:\d\d)?"
_LONG_NUMBER = r"\d{1,3}(?:,\d{3})+|(?=(?:\D*\d){7})\d+(?:[.-]\d+)+"
_HALF_DAY = r"[ap]\.?m(?![a-z])"
_BARE_MINUTES = r"[0-5]\d(?!\d|[-:.,/~]\d)"
_MONTH = f"(?:\\d{{1,2}}|[{SINO_SYLLABLES}유시]{{1,2}})월"
_MEASURES = r"(?![ap]\.?m|t\d)(?:[a-z%배원번호동층시분초]|점(?!심)|킬로)"


def _digits(words: Unspaced, start: int, end: int) -> tuple[list[Token], int]:
    """Read digits with nothing between them."""
    digits = words.text[start:end]
    unit = unit_at(words, end)
    if len(digits) <= 2 and _pattern(_HALF_DAY).match(words.text, end):
        return [Token(Kind.FACTS, start, end, {Fact.HOUR: int(digits)})], end
    if unit is None:
        return _bare_digits(words, start, end), end
    after = end + len(unit)
    if len(digits) > 4:
        return [Token(Kind.UNCLEAR, start, after)], after
    if unit == "년" and len(digits) == 2 and _pattern(_MONTH).match(words.text, after):
        return [Token(Kind.FACTS, start, after, {Fact.YEAR: 2000 + int(digits)})], after
    token = number(int(digits), unit, start, after)
    minutes = _pattern(_BARE_MINUTES).match(words.text, after) if unit == "시" else None
    if minutes and unit_at(words, minutes.end()) is None and not counter().match(words.text, minutes.end()):
        facts = {**token.facts, Fact.MINUTE: int(minutes.group())}
        return [token._replace(end=minutes.end(), facts=facts)], minutes.end()
    return [token], after


def _bare_digits(words: Unspaced, start: int, end: int) -> list[Token]:
    """12 (of December?), 1203, 1430, 20261203; but not the groups of a telephone number, nor what is counted."""
    telephone = words.text[start] == "0" or words.text[max(0, start - 1) : start] == " "
    if (telephone and end - start > 2) or end - start not in (1, 2, 3, 4, 6, 8) or counter().match(words.text, end):
        return []
    return [Token(Kind.COUNT, start, end)]


def _date(words: Unspaced, shape: Match[str]) -> list[Token]:
    month, day, year = int(shape["month"]), int(shape["day"]), shape["year"]
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return []
    if not year and _pattern(_MEASURES).match(words.text, shape.end()):
        return []
    facts = {Fact.MONTH: month, Fact.DAY: day}
    if year:
        facts[Fact.YEAR] = int(year) if len(year) == 4 else 2000 + int(year)
    return [Token(Kind.FACTS, shape.start(), shape.end("day"), facts)] + (_time(words, shape) if shape["hour"] else [])


def _time(words: Unspaced, shape: Match[str]) -> list[Token]:
    hour, minute = int(shape["hour"]), int(shape["minute"])
    if hour > 24 or minute > 59:
        return []
    # What follows may be a time zone, or make it the score of a match.
    foreign = _pattern(r"(?![ap]\.?m)[a-z+]").match(words.text, shape.end())
    facts = {Fact.HOUR: hour, Fact.MINUTE: minute, Fact.TYPED: 2 if shape["hour"].startswith("0") else 1}
    return [Token(Kind.UNCLEAR if foreign else Kind.FACTS, shape.start("hour"), shape.end(), facts)]


def _times(words: Unspaced, shape: Match[str]) -> list[Token]:
    ends = [_pattern(_TIME).match(words.text, *shape.span(name)) for name in ("first", "last")]
    first, last = ([] if end is None else _time(words, end) for end in ends)
    return _range(shape, first, last)


def _hours(words: Unspaced, shape: Match[str]) -> list[Token]:
    if not _pattern("시(?!간)").match(words.text, shape.end()) or int(shape["first"]) > 24:
        return []
    first = Token(Kind.FACTS, *shape.span("first"), {Fact.HOUR: int(shape["first"])})
    last = Token(Kind.FACTS, shape.start("last"), shape.end() + 1, {Fact.HOUR: int(shape["last"])})
    return _range(shape, [first], [last])


def _range(shape: Match[str], first: list[Token], last: list[Token]) -> list[Token]:
    return [*first, Token(Kind.FROM, shape.end("first"), shape.start("last")), *last] if first and last else []


def _neither(words: Unspaced, start: int, end: int) -> list[Token]:
    """A price, an order or a telephone is nothing here, unless a unit of time follows; the rest may be a time."""
    unit = _pattern("시|분|일(?!요일)|월|년|달|개월|주").match(words.text, end)
    # Written as a day is, and none: 2026-13-03.
    if _pattern(_FULL_DATE).fullmatch(words.text, start, end):
        return [Token(Kind.UNCLEAR, start, end)]
    if not unit and _pattern(_LONG_NUMBER).fullmatch(words.text, start, end):
        return []
    kind = Kind.UNCLEAR if unit or _pattern("[:/~]").search(words.text, start, end) else Kind.COUNT
    return [Token(kind, start, end)]


@cache
def _pattern(form: str) -> Pattern[str]:
    return compile(form)
