"""Which groups of a run could be one number, and what its digits would be."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from korean.personal_data.groups import Group, Link
from korean.personal_data.kinds import Shape


class Candidate(NamedTuple):
    """The groups `first` to `last` of a run as one number; `doubt`: how many likelier ways there are to read them."""

    shape: Shape
    doubt: int
    first: int
    last: int
    start: int
    end: int


_FEWEST_DIGITS = 7
_MOST_DIGITS = 24
_MOST_GROUPS = 20  # digits may be said one by one
_FEW_GROUPS = 3  # up to so many, each may end in a copula


def candidates(text: str, run: list[Group], *, after_date: bool) -> Iterator[Candidate]:
    """Return what may be a number in `run`; `after_date`: it follows six digits that are a date.

    >>> from korean.personal_data.groups import runs
    >>> text = "02-345-6789 12"
    >>> [candidate.shape.digits for candidate in candidates(text, runs(text)[0], after_date=False)]
    ['023456789', '02345678912']
    """
    for first, last in _ranges(run):
        groups = run[first : last + 1]
        for doubt, trims in enumerate(_trims(groups)):
            parts = [group.digits[: len(group.digits) - trim] for group, trim in zip(groups, trims, strict=True)]
            end = groups[-1].ends[-1 - trims[-1]]
            start = groups[0].start
            before = text[start - 1 : start]
            shape = Shape(
                "".join(parts),
                tuple(map(len, parts)),
                joined=len(groups) > 1 and all(group.link is Link.JOINED for group in groups[1:]),
                spoken=any(group.spoken for group in groups),
                abroad=before == "+",
                after_date=after_date and last == 0,
            )
            # With the sign before a country code, and the bracket before an area code.
            signed = before == "+" or (before == "(" and ")" in text[start:end])
            yield Candidate(shape, doubt, first, last, start - signed, end)


def _ranges(run: list[Group]) -> Iterator[tuple[int, int]]:
    """First and last group of whatever may be one number: no part of a number that goes on with a hyphen or a dot."""
    for first, group in enumerate(run):
        if group.link is Link.JOINED:
            continue
        digits = 0
        for last in range(first, min(first + _MOST_GROUPS, len(run))):
            digits += len(run[last].digits)
            if not run[last].digits or digits > _MOST_DIGITS or (last > first and run[last].link is Link.REPAIRED):
                break
            if digits >= _FEWEST_DIGITS and (last + 1 == len(run) or run[last + 1].link is not Link.JOINED):
                yield first, last


def _trims(groups: list[Group]) -> Iterator[tuple[int, ...]]:
    """How many of the last digits of each group are none, likeliest first."""
    # A group as long as the one before is whole: 구팔칠육에 오사삼이요 are twice four.
    alike = len(groups) > 1 and len(groups[-1].digits) == len(groups[-2].digits)
    last = sorted(groups[-1].trims) if alike else groups[-1].trims
    inner = [group.trims if group.trims[0] or group.trims[-1] else (0,) for group in groups[:-1]]
    if len(groups) > _FEW_GROUPS:
        inner = [trims[:1] for trims in inner]
    return product(*inner, last)
