"""Which number is what: its shape, weighed against the nearest word that says what it is."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from korean.personal_data.calling import Called, family, what_called
from korean.personal_data.groups import Group, Link, runs
from korean.personal_data.kinds import Grade, Kind, Shape, grades, is_birth_date


class Finding(NamedTuple):
    """A number of `kind` at `start` to `end`."""

    kind: Kind
    start: int
    end: int


class _Candidate(NamedTuple):
    """The groups `first` to `last` of a run as one number; the higher, the better."""

    rank: tuple[int, ...]
    finding: Finding
    first: int
    last: int


_MOST_DIGITS = 24
_MOST_GROUPS = 20  # digits may be said one by one


def find_numbers(text: str) -> list[Finding]:
    """Return the personal numbers of `text`, in order.

    >>> find_numbers("주문번호 110234567890 환불은 110-234-567891 계좌로요")
    [Finding(kind=<Kind.ACCOUNT: 4>, start=22, end=36)]
    """
    found: list[Finding] = []
    called, begun, after_date = Called(), 0, False
    numbers = runs(text)
    for run, following in zip_longest(numbers, numbers[1:]):
        called = what_called(text, begun, run, following, called)
        found += _with_repairs(run, _chosen(text, run, called, after_date=after_date))
        # A count ("카드 두 장", "2개") comes between a name and its number.
        if sum(len(group.digits) or 5 for group in run) > 4:
            begun = run[-1].end
        after_date = len(run[-1].digits) == 6 and is_birth_date(run[-1].digits)
    return found


def _chosen(text: str, run: list[Group], called: Called, *, after_date: bool) -> list[_Candidate]:
    chosen: list[_Candidate] = []
    free = [True] * len(run)
    for candidate in sorted(_candidates(text, run, called, after_date=after_date), reverse=True):
        if all(free[candidate.first : candidate.last + 1]):
            free[candidate.first : candidate.last + 1] = [False] * (candidate.last + 1 - candidate.first)
            chosen.append(candidate)
    return sorted(chosen, key=lambda each: each.first)


def _candidates(text: str, run: list[Group], called: Called, *, after_date: bool) -> Iterator[_Candidate]:
    for first, last in _ranges(run):
        groups = run[first : last + 1]
        for doubt, trim in enumerate(_trims(groups)):
            abroad = text[groups[0].start - 1 : groups[0].start] == "+"
            shape = _shape(groups, trim, abroad=abroad, after_date=after_date and last == 0)
            for kind, grade in grades(shape):
                if _is_accepted(kind, grade, called, groups):
                    own = family(kind) is family(called.kind)
                    rank = (grade is Grade.CERTAIN, own, grade, -doubt, len(shape.digits))
                    end = groups[-1].ends[-1 - trim]
                    yield _Candidate(rank, Finding(kind, _start(text, groups[0].start, end), end), first, last)


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
            if digits > 6 and (last + 1 == len(run) or run[last + 1].link is not Link.JOINED):
                yield first, last


def _trims(groups: list[Group]) -> tuple[int, ...]:
    """As the last group says, but one as long as the group before is whole: 구팔칠육에 오사삼이요 are twice four."""
    trims = groups[-1].trims
    alike = len(groups) > 1 and len(groups[-1].digits) == len(groups[-2].digits)
    return tuple(sorted(trims)) if alike else trims


def _shape(groups: list[Group], trim: int, *, abroad: bool, after_date: bool) -> Shape:
    digits = "".join(group.digits for group in groups)
    sizes = [len(group.digits) for group in groups]
    sizes[-1] -= trim
    joined = len(groups) > 1 and all(group.link is Link.JOINED for group in groups[1:])
    spoken = any(group.spoken for group in groups)
    return Shape(digits[: len(digits) - trim], tuple(sizes), joined, spoken, abroad, after_date)


def _is_accepted(kind: Kind, grade: Grade, called: Called, groups: list[Group]) -> bool:
    if grade is Grade.CERTAIN:
        return True
    if any(group.coded for group in groups) or (called.kind is Kind.OTHER and called.by_name):
        return False
    # Of several numbers in a row only the length tells them apart, which an account has not.
    if kind is Kind.ACCOUNT and any(group.link is Link.ENDED and not group.spoken for group in groups[1:]):
        return False
    if family(kind) is family(called.kind):
        return grade >= Grade.NAMED or called.by_name
    if called.kind is Kind.OTHER:
        return grade >= Grade.VALID
    return grade >= Grade.LIKELY or (kind is Kind.BACK_OF_RRN and grade is Grade.NAMED and called.kind is None)


def _start(text: str, start: int, end: int) -> int:
    """With the sign before a country code, and the bracket before an area code."""
    before = text[start - 1 : start]
    return start - 1 if before == "+" or (before == "(" and ")" in text[start:end]) else start


def _with_repairs(run: list[Group], chosen: list[_Candidate]) -> list[Finding]:
    """The findings, each with what was said to put it right: a part of the number, before or behind 아니요."""
    taken = {place for candidate in chosen for place in range(candidate.first, candidate.last + 1)}
    findings = []
    for candidate in chosen:
        kind, start, end = candidate.finding
        place = candidate.last + 1
        while place < len(run) and place not in taken and _goes_on(run, place, candidate.last + 1):
            taken.add(place)
            end = run[place].ends[-1 - run[place].trims[0]]
            place += 1
        place = candidate.first - 1
        while place >= 0 and place not in taken and _goes_on(run, place + 1, candidate.first):
            taken.add(place)
            start = run[place].start
            place -= 1
        findings.append(Finding(kind, start, end))
    return findings


def _goes_on(run: list[Group], place: int, border: int) -> bool:
    """Whether the group at `place` belongs with the one before: at the border a repair must stand between."""
    group = run[place]
    if place == border:
        return group.link is Link.REPAIRED
    return group.link in (Link.JOINED, Link.SPACED, Link.SAID, Link.REPAIRED)
