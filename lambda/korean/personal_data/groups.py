"""Groups of digits, typed or spoken, and what links one to the next."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from heapq import merge
from typing import NamedTuple

from korean.digits import Group as DigitGroup
from korean.digits import digit_groups


class Link(IntEnum):
    """What stands between a group and the one before it."""

    NONE = 0  # other text: a run begins
    JOINED = 1  # a hyphen or a dot: parts of one number
    SPACED = 2
    SAID = 3  # 에, 다시, a filler
    ENDED = 4  # 요, 이고, a comma: the group before could have been the last
    REPAIRED = 5  # 아니요: what follows replaces something


class Reading(NamedTuple):
    """The digits that a group may spell, and where they end: before a copula, or before a word that begins like one."""

    digits: str
    end: int


class Group(NamedTuple):
    """Digits that begin at `start`, with their readings, the likeliest first.

    A `coded` group is part of a code with letters, of an address on the net or of an amount. A sealed group (its
    reading has no digits) is something that was found already.
    """

    start: int
    readings: tuple[Reading, ...]
    spoken: bool = False
    coded: bool = False
    link: Link = Link.NONE

    @property
    def digits(self) -> str:
        """The most that the group may spell."""
        return max((reading.digits for reading in self.readings), key=len)

    @property
    def end(self) -> int:
        """Where the longest reading ends."""
        return max(reading.end for reading in self.readings)


# Stands for each character of what was found in an earlier step. What a log has masked already counts as found, too.
SEAL = "\ue000"


def runs(text: str) -> list[list[Group]]:
    """Return the groups of `text`, those that are linked to each other in one list.

    >>> [[group.digits for group in run] for run in runs("공일공에 2580, 그리고 주문은 77")]
    [['010', '2580'], ['77']]
    """
    found: list[list[Group]] = []
    for group in _groups(text):
        link = _link(text[found[-1][-1].end : group.start]) if found else Link.NONE
        if link is Link.NONE:
            found.append([group])
        else:
            found[-1].append(group._replace(link=link))
    return found


def _groups(text: str) -> Iterator[Group]:
    sealed = (Group(match.start(), (Reading("", match.end()),)) for match in _sealed().finditer(text))
    return merge(sealed, _numbers(text), key=lambda group: group.start)


def _numbers(text: str) -> Iterator[Group]:
    codes = _codes(text)
    code = next(codes, (len(text), len(text)))
    for group in digit_groups(text):
        while code[1] <= group.start:
            code = next(codes, (len(text), len(text)))
        if group.spoken:
            start, readings = _spoken(text, group)
            if readings:
                yield Group(start, readings, spoken=True)
        else:
            start = _beginning(text, group.start)
            coded = code[0] <= start or _counted().match(text, group.end) is not None
            yield Group(start, (Reading(text[start : group.start] + group.digits, group.end),), coded=coded)


def _beginning(text: str, start: int) -> int:
    """Where the digits begin that go on at `start`: those right behind a Latin letter are left out as groups."""
    while start and "0" <= text[start - 1] <= "9":
        start -= 1
    return start


def _spoken(text: str, group: DigitGroup) -> tuple[int, tuple[Reading, ...]]:
    start, end = group.start, group.end
    if group.digits == "":
        return start, ()
    readings = [Reading(digits, _end(text, group, digits)) for digits in group.readings if digits]
    if end - start > 3 and not group.counted:
        # The last may begin a word: 삼육구일일곱시. The first may end one: 내일공일공.
        if len(readings) == 1 and "가" <= text[end : end + 1] <= "힣":
            readings.append(Reading(readings[0].digits[:-1], end - 1))
        if text[start - 1 : start + 1] in _WORDS:
            return start + 1, tuple(Reading(reading.digits[1:], reading.end) for reading in readings)
    return start, tuple(readings)


def _end(text: str, group: DigitGroup, digits: str) -> int:
    """Where the reading `digits` of `group` ends: up to two syllables before its end, which are an ending then."""
    if text[group.end - 1] in "이구일십":
        for end in range(group.end, max(group.start, group.end - 3), -1):
            if [each.digits for each in digit_groups(text[group.start : end])] == [digits]:
                return end
    return group.end


def _codes(text: str) -> Iterator[tuple[int, int]]:
    for match in _code().finditer(text):
        if match.lastgroup == "address" or _is_code(match[0]):
            yield match.span()


def _is_code(token: str) -> bool:
    return token.strip("0123456789-_") != "" and not _label().fullmatch(token)


def _link(between: str) -> Link:
    if len(between) > 40:
        return Link.NONE
    match = _links().fullmatch(between)
    return Link[match.lastgroup] if match and match.lastgroup else Link.NONE


# Words whose last syllable is no digit, when a number follows without a space.
_WORDS = frozenset(("내일", "매일", "당일", "휴일", "평일", "생일", "요일", "메일", "회사", "본사", "지사", "기사"))


@cache
def _sealed() -> re.Pattern[str]:
    return re.compile(rf"\[(?:RRN|CARD|ACCOUNT|PHONE|EMAIL|NUMBER)\]|{SEAL}+")


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:원(?!래)|만\s?원|천\s?원|달러|엔|위안|개(?![인통])|건(?!네)|점(?!\s)|포인트|%|퍼센트|프로)"
    )


@cache
def _code() -> re.Pattern[str]:
    return re.compile(
        r"(?P<address>(?:[a-z]{2,9}://|www\.)\S+|(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d))|[A-Za-z0-9_-]+"
    )


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?:tel|hp|phone|mobile|cell|fax|no|card|account|rrn|[tfmhpc])[-_]?[\d-]+", re.IGNORECASE)


_FILLERS = "음|으음|어|으|그|아|저|네|예|에|응|그게|뭐|뭐더라|뭐지|잠깐만요?|잠시만요?|그러니까|그니까|그리고|이제|인제"
_DASHES = "에|에다가?|의|다시|대시|대쉬|데시|하이픈|바|짝대기|작대기|빼기|마이너스|점|쩜"
_SAID = rf"(?:(?:{_DASHES}|{_FILLERS})[\s.\u2026~]*)"
_ENDING = "(?:이?요|이?에요|예요|이?고요?|이?구[요여]|입니다|인데요?|하고)"


@cache
def _links() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<JOINED>\s?[-_·]{{1,2}}\s?|\.)
        | (?P<SPACED>\s{{0,3}}[/()]?\s?[-(/]?\s?)
        | (?P<SAID>[\s.\u2026~]*{_SAID}{{1,4}})
        | (?P<ENDED>{_ENDING}?[\s,.]*{_SAID}{{0,3}})
        | (?P<REPAIRED>{_ENDING}?[\s,.]*{_SAID}{{0,2}}
            (?:(?:아니\S{{0,3}}|아뇨|정정\S{{0,5}}|죄송\S{{0,4}}|잘못\s\S{{2,8}}|틀렸\S{{0,3}}|다시\s(?:말씀|할|불)\S*(?:\s드\S+)?)[\s,.]*){{1,3}}
            {_SAID}{{0,3}})""",
        re.VERBOSE,
    )
