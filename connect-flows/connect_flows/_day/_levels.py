"""How high something stands over the day: how many wait, talk, work. Its mean and its peak."""

from connect_flows._day._description import HALF_HOURS, SLOT


class Level:
    """A number that goes up and down.

    Attributes:
        now: How high it stands.
        peak: The highest that it stood.
        sums: Height times seconds in each half hour, and at last after midnight.
        peaks: The highest in each half hour, and at last after midnight.

    >>> level = Level(0.0); level.change(1800.0, 2); level.change(2700.0, -1); level.close(3600.0)
    >>> level.means[:3], level.peak
    ([0.0, 1.5, 0.0], 2)
    """

    __slots__ = ("_at", "_began", "now", "peak", "peaks", "sums")

    def __init__(self, began: float) -> None:
        self._began = self._at = began
        self.now = self.peak = 0
        self.sums = [0.0] * (HALF_HOURS + 1)
        self.peaks = [0] * (HALF_HOURS + 1)

    def change(self, at: float, by: int) -> None:
        """It goes up or down."""
        if self.now:
            self._add(at)
        self._at = at
        self.now += by
        if by > 0:
            slot = min(int((at - self._began) // SLOT), HALF_HOURS)
            self.peaks[slot] = max(self.peaks[slot], self.now)
            self.peak = max(self.peak, self.now)

    def close(self, at: float) -> None:
        """The day is over."""
        self.change(at, 0)

    @property
    def total(self) -> float:
        """Height times seconds of the whole day."""
        return sum(self.sums)

    @property
    def means(self) -> list[float]:
        """The mean height in each half hour."""
        return [total / SLOT for total in self.sums[:HALF_HOURS]]

    def _add(self, until: float) -> None:
        at = self._at
        while at < until:
            slot = min(int((at - self._began) // SLOT), HALF_HOURS)
            end = until if slot == HALF_HOURS else min(until, self._began + (slot + 1) * SLOT)
            self.sums[slot] += self.now * (end - at)
            self.peaks[slot] = max(self.peaks[slot], self.now)
            at = end
