"""Which telephone number groups of digits make, once it is settled which digits were meant."""

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from korean.phones.plan import is_other_number, read_plan

_LONGEST = 20  # digits, carrier and country included


class Said(NamedTuple):
    """Digits, a plus before them or not; `joined` to those before by a hyphen; `opens`: another number may begin here;
    `counted`: said with place values; `likely`: the likeliest of the group's readings; `others`: the rest of them."""

    digits: str
    joined: bool = False
    opens: bool = False
    counted: bool = False
    likely: bool = True
    others: tuple[str, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether they are the only reading."""
        return not self.others


class Found(NamedTuple):
    """Numbers, and how far the groups are from how such a number is parted: 0 is as usual."""

    oddity: int
    numbers: frozenset[str]

    @property
    def beside(self) -> bool:
        """Whether there is more than the number: other digits, or the same again."""
        return self.oddity >= _SIDE_BY_SIDE


_SIDE_BY_SIDE = 10
_SAID_TWICE = 11
_NOTHING = Found(0, frozenset())


def find_numbers(said: tuple[Said, ...]) -> Found:
    """Return the numbers that `said` makes: one, none, or several.

    >>> find_numbers((Said("010"), Said("1234"), Said("5678")))
    Found(oddity=0, numbers=frozenset({'+821012345678'}))
    >>> find_numbers((Said("01012"), Said("345678")))
    Found(oddity=2, numbers=frozenset({'+821012345678'}))
    >>> find_numbers((Said("010"), Said("12"), Said("1234"), Said("5678")))
    Found(oddity=11, numbers=frozenset({'+821012345678'}))
    """
    found = find_one(said)
    if found.numbers:
        return found
    parts = _parts(said)
    return Found(_SIDE_BY_SIDE, parts) if parts else Found(_SAID_TWICE, _once(said))


def find_one(said: tuple[Said, ...]) -> Found:
    """Return the number that all of `said` makes, if any."""
    if said and said[0].digits == "82":
        said = (said[0]._replace(digits="+82"), *said[1:])
    dialled = "".join(each.digits for each in said)
    number = read_plan(dialled) if len(dialled) <= _LONGEST else None
    if number is None:
        return _NOTHING
    begins = [0, *accumulate(len(each.digits) for each in said)]
    usual = {*number.allowed, 0, len(dialled)}
    for each, begin, end in zip(said, begins, begins[1:], strict=False):
        # An ending taken for a digit, where that makes an odd group, stands in for a digit that is missing.
        if (each.joined and begin not in usual) or not (each.likely or {begin, end} <= usual):
            return _NOTHING
    return Found(len(number.borders - set(begins)), frozenset((number.e164,)))


def _parts(said: tuple[Said, ...]) -> frozenset[str]:
    """Numbers side by side, where whatever else is there does not look like one."""
    begins = [0, *(at for at in range(1, len(said)) if said[at].opens), len(said)]
    if len(begins) == 2:
        return frozenset()
    numbers: set[str] = set()
    rest: tuple[Said, ...] = ()
    for part in (said[begin:end] for begin, end in pairwise(begins)):
        found = find_one(part)
        usual = found.oddity == 0 or len(part) == 1
        if not (found.numbers and usual) and part[0].digits[0] in "+0":
            return frozenset()
        numbers |= found.numbers
        rest += () if found.numbers else part
    # Beside other digits only a mobile or internet number is sure: 1588-1234 may be a piece of a card, and where a
    # landline number ends is open.
    certain = not rest or all(number.startswith(("+8210", "+8270", "+8280")) for number in numbers)
    digits = "".join(each.digits for each in rest)
    doubted = not all(each.likely for each in rest) or any(is_other_number(digits, number) for number in numbers)
    return frozenset(numbers) | find_one(rest).numbers if certain and not doubted else frozenset()


def _once(said: tuple[Said, ...]) -> frozenset[str]:
    """Numbers that are left when what was said twice, or begun and then said in full, counts once."""
    certain = all(each.certain for each in said)
    numbers = [read_plan(way) for way in _ways(said)]
    found = frozenset(number.e164 for number in numbers if number and (certain or number.has_fixed_length))
    # The last four once more: 뒷자리 일삼오칠이요.
    ends_again = len(said) > 1 and len(said[-1].digits) == 4 and said[-2].digits.endswith(said[-1].digits)
    return find_one(said[:-1]).numbers if ends_again and not found else found


def _ways(said: tuple[Said, ...]) -> set[str]:
    # A reading that is unlikely, and a repetition on top of it, would be too much to suppose.
    if any(each.joined or not each.likely or (each.counted and not each.certain) for each in said):
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
