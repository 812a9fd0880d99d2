"""What happens by chance: lengths of time, and choices between things."""

import math
import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Generic, TypeVar

Thing = TypeVar("Thing", covariant=True)

LOG_NORMAL = "lognormal"
EXPONENTIAL = "exponential"


@dataclass(frozen=True, slots=True)
class Lengths:
    """Lengths of time, in seconds.

    Attributes:
        mean: Their mean.
        sd: Their standard deviation; 0 for one fixed length. An exponential shape needs none.
        shape: `lognormal`, as handling times are, or `exponential`.

    >>> Lengths(30.0).draw(random.Random(1))
    30.0
    """

    mean: float
    sd: float = 0.0
    shape: str = LOG_NORMAL
    _mu: float = field(init=False, repr=False, compare=False, default=0.0)
    _sigma: float = field(init=False, repr=False, compare=False, default=0.0)

    def __post_init__(self) -> None:
        if self.mean > 0 and self.sd > 0:
            variance = math.log(1.0 + (self.sd / self.mean) ** 2)
            object.__setattr__(self, "_sigma", math.sqrt(variance))
            object.__setattr__(self, "_mu", math.log(self.mean) - variance / 2)

    def draw(self, chance: random.Random) -> float:
        """One of them."""
        if self.shape == EXPONENTIAL:
            return chance.expovariate(1.0 / self.mean) if self.mean else 0.0
        return math.exp(chance.gauss(self._mu, self._sigma)) if self._sigma else self.mean


class Choice(Generic[Thing]):
    """One of several things, each with its share of the whole.

    >>> Choice([("1", 0.25), ("2", 0.75)]).draw(random.Random(1))
    '1'
    """

    __slots__ = ("_bounds", "_things", "shares")

    def __init__(self, shares: Sequence[tuple[Thing, float]]) -> None:
        self.shares = tuple(shares)
        self._things = [thing for thing, _ in shares]
        total = sum(share for _, share in shares)
        # Without the last bound, so that no draw lies beyond it.
        self._bounds = [bound / total for bound in accumulate(share for _, share in shares)][:-1]

    def draw(self, chance: random.Random) -> Thing:
        """One of them."""
        return self._things[bisect(self._bounds, chance.random())]

    def split(self, whole: int) -> list[int]:
        """A whole number in whole parts, as near to the shares as can be.

        >>> Choice([("early", 0.5), ("late", 0.5)]).split(5)
        [3, 2]
        """
        total = sum(share for _, share in self.shares)
        exact = [whole * share / total for _, share in self.shares]
        parts = [int(part) for part in exact]
        missing = sorted(range(len(parts)), key=lambda number: parts[number] - exact[number])
        for number in missing[: whole - sum(parts)]:
            parts[number] += 1
        return parts

    def __iter__(self) -> Iterator[Thing]:
        return iter(self._things)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Choice) and self.shares == other.shares

    def __hash__(self) -> int:
        return hash(len(self.shares))

    def __repr__(self) -> str:
        return f"Choice({list(self.shares)!r})"
