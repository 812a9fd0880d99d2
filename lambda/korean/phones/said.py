"""Which telephone number groups of digits make, once it is settled which digits were meant."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from korean.phones.plan import read_plan

_LONGEST = 20  # digits, carrier and country included


class Said(NamedTuple):
    """Digits, a plus before them or not; `joined` to those before by a hyphen; `opens`: another number may begin here;
    `counted`: said with place values; `likely`: the likeliest of the group's readings."""

    digits: str
    joined: bool = False
    opens: bool = False
    counted: bool = False
    likely: bool = True


class Found(NamedTuple):
    """Numbers, and how far the groups are from how such a number is written: 0 is as usual."""

    oddity: int
    numbers: frozenset[str]


def find_numbers(said: tuple[Said, ...]) -> Found:
    """Return the numbers that `said` makes: one, none, or several.

    >>> find_numbers((Said("010"), Said("1234"), Said("5678")))
    Found(oddity=0, numbers=frozenset({'+821012345678'}))
    >>> find_numbers((Said("010"), Said("12"), Said("1234"), Said("5678")))
    Found(oddity=3, numbers=frozenset({'+821012345678'}))
    """
    whole = _whole(said)
    if whole.numbers:
        return whole
    parts = _parts(said)
    return Found(2, parts) if parts else Found(3, _once(said))


def _whole(said: tuple[Said, ...]) -> Found:
    if said and said[0].digits == "82":
        said = (said[0]._replace(digits="+82"), *said[1:])
    dialled = "".join(each.digits for each in said)
    number = read_plan(dialled) if len(dialled) <= _LONGEST else None
    borders, at = set(), 0
    for each in said:
        if each.joined and number and at not in number.borders:
            return Found(0, frozenset())
        borders.add(at)
        at += len(each.digits)
    if number is None:
        return Found(0, frozenset())
    usual = borders - {0} <= number.borders
    return Found(0 if usual else 1, frozenset((number.e164,)))


def _parts(said: tuple[Said, ...]) -> frozenset[str]:
    """Numbers side by side, where whatever else is there does not look like one."""
    begins = [0, *(at for at in range(1, len(said)) if said[at].opens), len(said)]
    if len(begins) == 2:
        return frozenset()
    parts = [said[begin:end] for begin, end in pairwise(begins)]
    numbers: set[str] = set()
    rest = False
    for part in parts:
        found = _whole(part).numbers or _once(part)
        numbers |= found
        if not found and part[0].digits[0] in "+0":
            return frozenset()
        rest = rest or not found
    # Eight digits beside others are too little proof: 1588-1234 may be a piece of a card.
    return frozenset() if rest and any(len(number) < 12 for number in numbers) else frozenset(numbers)


def _once(said: tuple[Said, ...]) -> frozenset[str]:
    """Numbers that are left when what was said twice, or begun and then said in full, counts once."""
    numbers = [read_plan(way) for way in _ways(said)]
    found = frozenset(number.e164 for number in numbers if number)
    # The last four once more: 뒷자리 일삼오칠이요.
    ends_again = len(said) > 1 and len(said[-1].digits) == 4 and said[-2].digits.endswith(said[-1].digits)
    return _whole(said[:-1]).numbers if ends_again and not found else found


def _ways(said: tuple[Said, ...]) -> set[str]:
    # A reading that is unlikely, and a repetition on top of it, would be too much to suppose.
    if any(each.joined or not each.likely for each in said):
        return set()
    ways: list[set[str]] = [set() for _ in said] + [{""}]
    for at in reversed(range(len(said))):
        kept = {said[at].digits + way for way in ways[at + 1]}
        ways[at] = {way for way in kept.union(*(ways[begin] for begin in _repeats(said, at))) if len(way) <= _LONGEST}
    return ways[0]


def _repeats(said: tuple[Said, ...], at: int) -> Iterator[int]:
    """Where what begins at `at` begins again."""
    rest = "".join(each.digits for each in said[at:])
    length = 0
    for begin in range(at + 1, len(said)):
        length += len(said[begin - 1].digits)
        if length > 1 and rest.startswith(rest[:length], length):
            yield begin
