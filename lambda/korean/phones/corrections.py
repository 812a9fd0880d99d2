"""What may be meant when somebody takes back some of the digits.

How much is taken back is not said: the last group (팔칠육오 아니 팔칠육육), some digits of it, or all. So each is
tried, and what makes a telephone number is right. Where two would do, nobody knows.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from korean.phones.links import Kind, Link
from korean.phones.runs import Run, Step
from korean.phones.said import Said, find_numbers, find_one

_MOST_STEPS = 48
_MOST_HYPOTHESES = 400
_MANY = 9

Digits = tuple[Said, ...]


class Burst(NamedTuple):
    """Steps between two corrections, and the correction before them."""

    link: Link
    steps: list[Step]


class Meant(NamedTuple):
    """Digits that may be meant; `changed`: it is not said what was taken back; `patched`: something was."""

    said: Digits
    changed: bool = False
    patched: bool = False


def numbers_of(run: Run) -> frozenset[str]:
    """Return the telephone numbers that `run` may mean: one where that is certain."""
    if len(run.steps) > _MOST_STEPS or run.after.kind is Kind.CORRECTED:
        return frozenset()
    best: tuple[bool, int] | None = None
    numbers: frozenset[str] = frozenset()
    for meant in _hypotheses(_bursts(run)):
        found = find_numbers(meant.said)
        order = (meant.changed, found.oddity)
        # A correction explains nothing but itself: no repetition, no second number.
        if found.numbers and not (meant.patched and found.beside) and (best is None or order <= best):
            numbers = found.numbers | (numbers if order == best else frozenset())
            best = order
    return numbers


_TURNS = (Kind.AGAIN, Kind.SORRY, Kind.CORRECTED, Kind.NEGATED)


def _bursts(run: Run) -> list[Burst]:
    bursts: list[Burst] = []
    for step in run.steps:
        if not bursts or step.link.kind in _TURNS:
            bursts.append(Burst(step.link, []))
        bursts[-1].steps.append(step)
    return [*bursts, Burst(run.after, [])] if run.after.kind is Kind.NEGATED else bursts


def _hypotheses(bursts: list[Burst]) -> list[Meant]:
    hypotheses = [Meant(said) for said in _readings(bursts[0].steps)]
    for burst, following in pairwise([*bursts[1:], None]):
        if burst is None:
            break
        quotes = following is not None and following.link.kind is Kind.NEGATED
        readings = [new for new in _readings(burst.steps) if new or not burst.steps]
        hypotheses = [
            Meant(now.said, before.changed or now.changed, before.patched or now.patched)
            for before in hypotheses
            for new in readings
            for now in _corrected(burst.link, before.said, new, quotes=quotes)
        ]
        if len(hypotheses) > _MOST_HYPOTHESES:
            return []
    return hypotheses


def _readings(steps: list[Step]) -> list[Digits]:
    readings: list[Digits] = [()]
    for link, group, opens in steps:
        begun, readings = readings, []
        for digits in group.readings:
            likely = digits == next(filter(None, group.readings))
            others = tuple(other for other in group.readings if other not in ("", digits))
            said = Said("+" * link.plus + digits, link.kind is Kind.HYPHEN, opens, group.counted, likely, others)
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


def _corrected(link: Link, said: Digits, new: Digits, *, quotes: bool) -> Iterator[Meant]:
    """What `said` becomes with `new`. `quotes`: `new` may be denied next."""
    sorry = link.kind is Kind.SORRY
    # Behind a whole number, sorry takes back; elsewhere it may excuse a pause.
    if link.kind is Kind.AGAIN or quotes or (sorry and not find_one(said).numbers):
        yield Meant(said + new, sorry, sorry)
    if link.kind is not Kind.AGAIN or (new and new[0].digits[0] in "+0"):
        yield Meant(new, True, True)
    if link.kind is Kind.AGAIN:
        return
    if link.middle:
        yield Meant((*said[:-2], *_at_border(new), *_at_border(said[-1:])), patched=True)
        return
    for kept in range(1, len(said)):
        yield Meant(said[:kept] + _at_border(new), True, True)
    if said and new and not quotes:
        yield from _last_digits(said, new)
        yield from _middle(said, new)
    if said and new and link.kind is Kind.NEGATED:
        yield from _denied(said, new)


def _denied(said: Digits, new: Digits) -> Iterator[Meant]:
    """... 삼천이 아니라 사천: the last group only names an earlier one, or the end of it."""
    *before, named = said
    for at, each in enumerate(before):
        if each.digits == named.digits:
            yield Meant((*before[:at], *new, *before[at + 1 :]), patched=True)
    if before and before[-1].digits.endswith(named.digits) and len(before[-1].digits) > len(named.digits):
        yield Meant((*before[:-1], _patched(before[-1], len(named.digits), new)), patched=True)


def _last_digits(said: Digits, new: Digits) -> Iterator[Meant]:
    """As many digits as come in their place: 오육칠팔 아니 구. Three, or the first ones again, were broken off."""
    last = said[-1]
    if len(new) == 1 and _is_open(last, new[0]):
        for digits in (new[0].digits, *new[0].others):
            yield Meant((*said[:-1], _patched(last, len(digits), (new[0]._replace(digits=digits),))), True, True)
        return
    if not all(each.certain or (each.likely and len(each.digits) in (2, 4)) for each in new) or last.digits[
        -4:
    ].startswith(new[0].digits):
        return
    first, all_new = len(new[0].digits), _count(new)
    if first < len(last.digits) and first in (1, 2, 4):
        yield Meant((*said[:-1], _patched(last, first, new[:1]), *new[1:]), True, True)
    if first < all_new < len(last.digits) and all_new in (2, 4, 8):
        yield Meant((*said[:-1], _patched(last, all_new, new)), True, True)


def _is_open(old: Said, new: Said) -> bool:
    """Whether 칠팔이요 in the place of `old` may as well be one digit more: what leaves more of `old` is likelier.

    Where neither does, two digits are two (오칠이요), but three may be a whole group as well as a piece of one.
    """
    longer = [other for other in new.others if len(other) == len(new.digits) + 1]
    if not (new.likely and longer and len(new.digits) in (2, 3)):
        return False
    leaves_more = _changes(old.digits, longer[0]) < _changes(old.digits, new.digits)
    return leaves_more == (len(new.digits) == 2)


def _changes(old: str, new: str) -> int:
    """How many of the last digits of `old` are others in `new`; many where `new` is longer."""
    return sum(a != b for a, b in zip(old[-len(new) :], new, strict=True)) if len(new) <= len(old) else _MANY


def _patched(group: Said, count: int, new: Digits) -> Said:
    return group._replace(digits=group.digits[:-count] + "".join(each.digits for each in new))


def _middle(said: Digits, new: Digits) -> Iterator[Meant]:
    """A group that resembles the one before the last, and not the last, may be meant for it."""
    if len(new) == 1 and len(said) > 2 and _unlike(said[-2], new[0]) <= 1 and _unlike(said[-1], new[0]) > 2:
        yield Meant((*said[:-2], *new, said[-1]), True, True)


def _at_border(new: Digits) -> Digits:
    """What comes in place of whole groups stands where a group begins, as behind a hyphen."""
    return (new[0]._replace(joined=True), *new[1:]) if new else ()


def _unlike(one: Said, other: Said) -> int:
    return _changes(one.digits, other.digits) if len(one.digits) == len(other.digits) else _MANY


def _count(said: Digits) -> int:
    return sum(len(each.digits) for each in said)
