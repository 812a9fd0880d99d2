"""How much of the quotas of AWS a day needs: what goes on at the same time, and what comes in the same second."""

from collections import Counter
from heapq import heappop, heappush


class Concurrency:
    """What goes on at the same time.

    >>> runs = Concurrency()
    >>> for at in (0.0, 0.1, 5.0):
    ...     runs.begin(at, 1.0)
    >>> runs.peak, runs.count
    (2, 3)
    """

    __slots__ = ("_ends", "count", "peak")

    def __init__(self) -> None:
        self._ends: list[float] = []
        self.count = self.peak = 0

    def begin(self, at: float, seconds: float) -> None:
        """Something begins that takes so long."""
        while self._ends and self._ends[0] <= at:
            heappop(self._ends)
        heappush(self._ends, at + seconds)
        self.count += 1
        self.peak = max(self.peak, len(self._ends))


class Requests:
    """What an API is asked, by the second.

    >>> api = Requests()
    >>> for at in (0.1, 0.2, 0.9, 7.0):
    ...     api.ask(at)
    >>> api.peak, api.count, api.refused(rate=1, burst=2)
    (3, 4, 1)
    """

    __slots__ = ("_seconds",)

    def __init__(self) -> None:
        self._seconds: Counter[int] = Counter()

    def ask(self, at: float) -> None:
        """A request."""
        self._seconds[int(at)] += 1

    @property
    def count(self) -> int:
        """How many there were."""
        return self._seconds.total()

    @property
    def peak(self) -> int:
        """The most in one second."""
        return max(self._seconds.values(), default=0)

    def refused(self, rate: float, burst: float) -> int:
        """How many a bucket of `burst` that fills at `rate` a second would refuse."""
        refused, left, last = 0, burst, 0
        for second in sorted(self._seconds):
            left = min(burst, left + rate * (second - last))
            last, wanted = second, self._seconds[second]
            taken = min(wanted, int(left))
            left -= taken
            refused += wanted - taken
        return refused
