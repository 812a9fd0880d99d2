"""What is still to happen, in the order of simulated time."""

import heapq
from collections.abc import Callable


class Timeline:
    """A clock that goes from one thing to the next. Of two at the same moment the one that was planned first is first.

    >>> line, seen = Timeline(100.0), []
    >>> line.after(5, lambda: seen.append("later")); line.after(1, lambda: seen.append("soon"))
    >>> line.step(), line.now, seen
    (True, 101.0, ['soon'])
    """

    __slots__ = ("_count", "_heap", "now")

    def __init__(self, now: float) -> None:
        self.now = now
        self._heap: list[tuple[float, int, Callable[[], None]]] = []
        self._count = 0

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Plan something in so many seconds."""
        self._count += 1
        heapq.heappush(self._heap, (self.now + seconds, self._count, action))

    def step(self, until: float | None = None) -> bool:
        """Let the next thing happen, unless it lies after `until`; whether there was one."""
        if not self._heap or (until is not None and self._heap[0][0] > until):
            return False
        at, _, action = heapq.heappop(self._heap)
        self.now = max(self.now, at)
        action()
        return True

    def __len__(self) -> int:
        return len(self._heap)
