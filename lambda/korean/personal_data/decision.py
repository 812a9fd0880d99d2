"""Which number is what: its shape, weighed against the nearest word that says what it is."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from korean.personal_data.calling import Called, family, what_called
from korean.personal_data.candidates import candidates
from korean.personal_data.groups import Group, Link, runs
from korean.personal_data.kinds import Grade, Kind, grades, is_birth_date


class Finding(NamedTuple):
    """A number of `kind` at `start` to `end`."""

    kind: Kind
    start: int
    end: int


class _Choice(NamedTuple):
    """The groups `first` to `last` of a run as one number; the higher, the better."""

    rank: tuple[int, ...]
    finding: Finding
    first: int
    last: int


_COUNT = 5  # digits of which there are fewer count something


def find_numbers(text: str) -> list[Finding]:
    """Return the personal numbers of `text`, in order.

    >>> find_numbers("주문번호 110234567890 환불은 110-234-567891 계좌로요")
    [Finding(kind=<Kind.ACCOUNT: 4>, start=22, end=36)]
    """
    found: list[Finding] = []
    called, begun, after_date = Called(), 0, False
    numbers = runs(text)
    for run, following in zip_longest(numbers, numbers[1:]):
        # A count ("카드 두 장", "2개") may come between a name and its number.
        if sum(len(group.digits) or _COUNT for group in run) < _COUNT:
            continue
        called = what_called(text, begun, run, following, called)
        found += _with_repairs(run, _chosen(text, run, called, after_date=after_date))
        begun = run[-1].end
        after_date = len(run[-1].digits) == 6 and is_birth_date(run[-1].digits)
    return found


def _chosen(text: str, run: list[Group], called: Called, *, after_date: bool) -> list[_Choice]:
    chosen: list[_Choice] = []
    free = [True] * len(run)
    for choice in sorted(_weighed(text, run, called, after_date=after_date), reverse=True):
        if all(free[choice.first : choice.last + 1]):
            free[choice.first : choice.last + 1] = [False] * (choice.last + 1 - choice.first)
            chosen.append(choice)
    return sorted(chosen, key=lambda each: each.first)


def _weighed(text: str, run: list[Group], called: Called, *, after_date: bool) -> Iterator[_Choice]:
    for each in candidates(text, run, after_date=after_date):
        for kind, grade in grades(each.shape):
            if _is_accepted(kind, grade, called, run[each.first : each.last + 1]):
                own = family(kind) is family(called.kind)
                rank = (grade is Grade.CERTAIN, own, grade, -each.doubt, len(each.shape.digits))
                yield _Choice(rank, Finding(kind, each.start, each.end), each.first, each.last)


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


def _with_repairs(run: list[Group], chosen: list[_Choice]) -> list[Finding]:
    """The findings, each with what was said to put it right: a part of the number, before or behind 아니요."""
    taken = {place for choice in chosen for place in range(choice.first, choice.last + 1)}
    findings = []
    for choice in chosen:
        kind, start, end = choice.finding
        place = choice.last + 1
        while place < len(run) and place not in taken and _goes_on(run, place, choice.last + 1):
            taken.add(place)
            end = run[place].readings[0].end
            place += 1
        place = choice.first - 1
        while place >= 0 and place not in taken and _goes_on(run, place + 1, choice.first):
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
