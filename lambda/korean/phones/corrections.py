"""What may be meant when somebody takes back some of the digits.

How much is taken back is not said: the last group (팔칠육오 아니 팔칠육육), some digits of it, or all. So each is
tried, the least first, and what makes a telephone number is right. Where two would do as well, nobody knows.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from korean.phones.links import Kind, Link
from korean.phones.runs import Run, Step
from korean.phones.said import Said, find_numbers

_MOST_STEPS = 48
_MOST_HYPOTHESES = 400

Digits = tuple[Said, ...]


class Burst(NamedTuple):
    """Steps between two corrections, and the correction before them."""

    link: Link
    steps: list[Step]


def numbers_of(run: Run) -> frozenset[str]:
    """Return the telephone numbers that `run` may mean: one where that is certain."""
    if len(run.steps) > _MOST_STEPS or run.after.kind is Kind.CORRECTED:
        return frozenset()
    best: tuple[int, int] | None = None
    numbers: frozenset[str] = frozenset()
    for cost, said in _hypotheses(_bursts(run)):
        found = find_numbers(said)
        order = (cost, found.oddity)
        if found.numbers and (best is None or order <= best):
            numbers = found.numbers | (numbers if order == best else frozenset())
            best = order
    return numbers


def _bursts(run: Run) -> list[Burst]:
    bursts: list[Burst] = []
    for step in run.steps:
        if not bursts or step.link.kind in (Kind.AGAIN, Kind.CORRECTED, Kind.NEGATED):
            bursts.append(Burst(step.link, []))
        bursts[-1].steps.append(step)
    return [*bursts, Burst(run.after, [])] if run.after.kind is Kind.NEGATED else bursts


def _hypotheses(bursts: list[Burst]) -> list[tuple[int, Digits]]:
    """What may have been meant, with the count of digits that this takes back."""
    meant: list[tuple[int, Digits]] = [(0, said) for said in _readings(bursts[0].steps)]
    for burst, following in pairwise([*bursts[1:], None]):
        if burst is None:
            break
        quotes = following is not None and following.link.kind is Kind.NEGATED
        meant = [
            (cost + more, changed)
            for cost, said in meant
            for new in _readings(burst.steps)
            for more, changed in _corrected(burst.link, said, new, quotes=quotes)
        ]
        if len(meant) > _MOST_HYPOTHESES:
            return []
    return meant


def _readings(steps: list[Step]) -> list[Digits]:
    readings: list[Digits] = [()]
    for link, group, opens in steps:
        begun, readings = readings, []
        for digits in group.readings:
            likely = digits == next(filter(None, group.readings))
            said = Said("+" * link.plus + digits, link.kind is Kind.HYPHEN, opens, group.counted, likely)
            for before in begun:
                readings.append((*before, said) if digits else before)
                if before and _continues(before[-1], said):
                    readings.append((*before[:-1], _together(before[-1], said)))
        if len(readings) > _MOST_HYPOTHESES:
            return []
    return readings


def _continues(before: Said, said: Said) -> bool:
    """Whether 이천 is followed by 이백: one number with a space in it."""
    zeros = len(before.digits) - len(before.digits.rstrip("0"))
    return before.counted and not said.joined and 0 < len(said.digits) <= zeros and said.digits[0] not in "0+"


def _together(before: Said, said: Said) -> Said:
    return before._replace(digits=before.digits[: -len(said.digits)] + said.digits)


def _corrected(link: Link, said: Digits, new: Digits, *, quotes: bool) -> Iterator[tuple[int, Digits]]:
    """What `said` becomes with `new`, with the count of digits that are gone. `quotes`: `new` may be denied next."""
    if link.kind is Kind.AGAIN or quotes:
        yield 0, said + new
    if link.middle and len(said) > 2:
        yield 0, (*said[:-2], *new, said[-1])
        return
    if link.kind is Kind.NEGATED and new:
        yield from _denied(said, new)
    for kept in range(len(said)):
        yield _count(said[kept:]), said[:kept] + new
    if said and new and not quotes:
        yield from _last_digits(said, new)
        yield from _middle(said, new)


def _denied(said: Digits, new: Digits) -> Iterator[tuple[int, Digits]]:
    """... 삼천이 아니라 사천: the last group only names an earlier one."""
    *before, named = said
    for at, each in enumerate(before):
        if each.digits == named.digits:
            yield 0, (*before[:at], *new, *before[at + 1 :])
    if before and before[-1].digits.endswith(named.digits) and len(before[-1].digits) > _count(new):
        yield 0, (*before[:-1], before[-1]._replace(digits=before[-1].digits[: -len(named.digits)]), *new)


def _last_digits(said: Digits, new: Digits) -> Iterator[tuple[int, Digits]]:
    """As many digits as come in their place: 오육칠팔 아니 구. Three, or the first ones again, were broken off."""
    last = said[-1]
    if not all(each.likely for each in new) or last.digits[-4:].startswith(new[0].digits):
        return
    for count in {len(new[0].digits), _count(new)}:
        if count < len(last.digits) and count in (1, 2, 4, 8):
            yield count, (*said[:-1], last._replace(digits=last.digits[:-count]), *new)


def _middle(said: Digits, new: Digits) -> Iterator[tuple[int, Digits]]:
    """A group that resembles the one before the last, and not the last, may be meant for it."""
    if len(new) == 1 and len(said) > 2 and _unlike(said[-2], new[0]) <= 1 and _unlike(said[-1], new[0]) > 2:
        yield len(said[-1].digits), (*said[:-2], *new, said[-1])


def _unlike(one: Said, other: Said) -> int:
    if len(one.digits) != len(other.digits):
        return 9
    return sum(a != b for a, b in zip(one.digits, other.digits, strict=True))


def _count(said: Digits) -> int:
    return sum(len(each.digits) for each in said)
