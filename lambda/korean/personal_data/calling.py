"""What a number is called where it stands."""

import re
from functools import cache
from typing import NamedTuple

from korean.personal_data.groups import Group
from korean.personal_data.kinds import Kind
from korean.personal_data.words import Word, words


class Called(NamedTuple):
    """The kind that the words near a number call it, None when there are none, and whether one does so by name."""

    kind: Kind | None = None
    by_name: bool = False


_BEFORE = 80  # how far from a number a word may still say what it is, in characters
_BEHIND = 20
_NEAR = 20  # a number that follows so closely goes by the same name; a word so far away weighs half


def family(kind: Kind | None) -> Kind | None:
    """Return the kind whose words speak for `kind`, too: those of a registration number do so for its back."""
    return Kind.RRN if kind is Kind.BACK_OF_RRN else kind


def what_called(text: str, begun: int, run: list[Group], following: list[Group] | None, previous: Called) -> Called:
    """Return what the numbers of `run` are called.

    The nearest word decides, before it (from `begun` on) or behind it (up to the run that follows). Without any, what
    the `previous` run was called goes on.

    >>> from korean.personal_data.groups import runs
    >>> text = "송장이 6011-2233-4455, 6011-2233-4456"
    >>> what_called(text, 0, runs(text)[0], None, Called())
    Called(kind=<Kind.OTHER: 0>, by_name=True)
    """
    start, end = run[0].start, run[-1].end
    weighed = [
        (_weight(text, word, start - word.end, word.end, start), word)
        for word in words(text, max(begun, start - _BEFORE), start)
    ]
    weighed += [
        (_weight(text, word, word.start - end, end, word.start) * 0.8, word) for word in _behind(text, end, following)
    ]
    if weighed:
        kind = max(weighed, key=lambda each: each[0])[1].kind
        return Called(kind, any(word.by_name for _, word in weighed if family(word.kind) is family(kind)))
    if start - begun <= _NEAR and not _clause().search(text, begun, start):
        return previous
    return Called()


def _weight(text: str, word: Word, distance: int, start: int, end: int) -> float:
    weight = (2 if word.by_name else 1) / (1 + distance / _NEAR)
    return weight / 2 if _clause().search(text, start, end) else weight


def _behind(text: str, end: int, following: list[Group] | None) -> list[Word]:
    reach = min(end + _BEHIND, len(text))
    clause = _clause().search(text, end, reach)
    if clause:
        reach = clause.start()
    # What stands right before the next number is its own name.
    if following and following[0].start <= reach:
        if not _this().match(text, end):
            return []
        reach = following[0].start
    return words(text, end, reach)


@cache
def _clause() -> re.Pattern[str]:
    """The end of a clause."""
    endings = "이고|하고|했고|고요?|구요|는데요?|인데요?|지만|으며|니까|(?<![가는은이])요"
    return re.compile(rf"[.!?;\n]\s|(?<=[가-힣])(?:{endings})[\s,]")


@cache
def _this() -> re.Pattern[str]:
    return re.compile(r"\s?(?:이게|이거|이건|이\s)")
