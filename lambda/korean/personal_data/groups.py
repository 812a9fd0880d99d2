"""Groups of digits, typed or spoken, and what links one to the next."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from korean.personal_data.spoken import chunk, read_spoken


class Link(IntEnum):
    """What stands between a group and the one before it."""

    NONE = 0  # other text: a run begins
    JOINED = 1  # a hyphen or a dot: parts of one number
    SPACED = 2
    SAID = 3  # 에, 다시, a filler
    ENDED = 4  # 요, 이고, a comma: the group before could have been the last
    REPAIRED = 5  # 아니요: what follows replaces something


class Group(NamedTuple):
    """Digits, and where each begins and ends.

    `trims`: how many of the last may be no digits but a copula or the beginning of a word, likeliest first. A `coded`
    group is part of a code with letters, of an address on the net or of an amount. A sealed group (no digits) is
    something that was found already.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    digits: str
    spoken: bool = False
    trims: tuple[int, ...] = (0,)
    coded: bool = False
    link: Link = Link.NONE

    @property
    def start(self) -> int:
        """Where the group begins."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where the group ends."""
        return self.ends[-1]


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
    codes = _codes(text)
    code = next(codes, (len(text), len(text)))
    last = -1  # where the last group ended that was not spoken
    for match in _token().finditer(text):
        start, end = match.span()
        if match.lastgroup == "sealed":
            yield Group((start,), (last := end,), "")
        elif match.lastgroup == "typed":
            while code[1] <= start:
                code = next(codes, (len(text), len(text)))
            last = end
            coded = code[0] <= start or _counted().match(text, end) is not None
            yield Group(tuple(range(start, end)), tuple(range(start + 1, end + 1)), match[0], coded=coded)
        elif match.lastgroup == "spoken":
            spoken = read_spoken(text, start, end)
            # 5678이구요: one or two syllables right behind typed digits are an ending.
            if spoken and (start > last or len(spoken.digits) > 2):
                yield Group(spoken.starts, spoken.ends, spoken.digits, spoken=True, trims=spoken.trims)


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


@cache
def _token() -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<sealed>\[(?:RRN|CARD|ACCOUNT|PHONE|EMAIL|NUMBER)\]|{SEAL}+)
        | (?<!\d)(?:19|20)\d\d(?P<between>\s?[-./]\s?)(?:1[0-2]|0?[1-9])(?P=between)(?:3[01]|[12]\d|0?[1-9])(?![-\d])
        | (?<!\d)\d{{1,2}}:\d\d(?::\d\d)?(?!\d)
        | (?<!\d)\d{{1,3}}(?:,\d{{3}})+(?!\d)
        | (?<![\d.])\d{{1,3}}(?:\.\d{{1,3}}){{3}}(?!\.?\d)
        | (?P<typed>\d+)
        | (?P<spoken>{chunk().pattern})""",
        re.VERBOSE,
    )


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(
        r"\s?(?:원(?!래)|만\s?원|천\s?원|달러|엔|위안|개(?![인통])|건(?!네)|점(?!\s)|포인트|%|퍼센트|프로)"
    )


@cache
def _code() -> re.Pattern[str]:
    return re.compile(r"(?P<address>(?:[a-z]{2,9}://|www\.)\S+)|[A-Za-z0-9_-]+")


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
