"""Which groups of a run could be one number, and what its digits would be."""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from korean.personal_data.groups import Group, Link, Reading
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
        for doubt, readings in enumerate(_readings(groups)):
            parts = [reading.digits for reading in readings]
            end = readings[-1].end
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
    sizes = [len(group.digits) for group in run]
    for first, group in enumerate(run):
        if group.link is Link.JOINED:
            continue
        digits = 0
        for last in range(first, min(first + _MOST_GROUPS, len(run))):
            digits += sizes[last]
            if not sizes[last] or digits > _MOST_DIGITS or (last > first and run[last].link is Link.REPAIRED):
                break
            if digits >= _FEWEST_DIGITS and (last + 1 == len(run) or run[last + 1].link is not Link.JOINED):
                yield first, last


def _readings(groups: list[Group]) -> Iterator[tuple[Reading, ...]]:
    """One reading of each group, the likeliest first."""
    last = groups[-1].readings
    # A group as long as the one before is whole: 구팔칠육에 오사삼이요 are twice four.
    if len(groups) > 1 and len(groups[-1].digits) == len(groups[-2].digits):
        last = tuple(sorted(last, key=lambda reading: -len(reading.digits)))
    inner = [group.readings if len(groups) <= _FEW_GROUPS else group.readings[:1] for group in groups[:-1]]
    return product(*inner, last)
