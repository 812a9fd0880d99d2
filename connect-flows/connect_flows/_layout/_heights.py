"""The fifth step, second half: how high each thread lies.

First as high as what is above it allows. Then, again and again, each thread goes where most of its steps would be
straight, as far as the threads above and below it allow.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from connect_flows._layout._steps import Steps
from connect_flows._layout._threads import port_height, threads, wanted_height

BETWEEN_BOXES = 28
BETWEEN_LINES = 12
BESIDE_BOX = 16
BETWEEN_BANDS = 72
_ROUNDS = 8


def heights(made: Steps, columns: Sequence[Sequence[int]]) -> list[int]:
    """The top of each vertex."""
    chosen = threads(made, columns)
    spans = _Threads(made, columns, chosen.of, chosen.offset)
    for _ in range(_ROUNDS):
        moved = [spans.settle(thread) for thread in reversed(spans.downwards)]
        moved += [spans.settle(thread) for thread in spans.downwards]
        if not any(moved):
            break
    return _parted(made, [spans.top[chosen.of[vertex]] + chosen.offset[vertex] for vertex in range(len(made.column))])


def _parted(made: Steps, tops: Sequence[int]) -> list[int]:
    """The tops with the highest at 0, and all of band 1 below everything of band 0."""
    vertices = range(len(tops))
    highest = min(tops[vertex] for vertex in vertices if made.band[vertex] == 0)
    lowest = max(tops[vertex] + _height(made, vertex) for vertex in vertices if made.band[vertex] == 0)
    below = lowest - highest + BETWEEN_BANDS - min((tops[v] for v in vertices if made.band[v]), default=0)
    return [tops[vertex] + (below if made.band[vertex] else -highest) for vertex in vertices]


class _Threads:
    def __init__(self, made: Steps, columns: Sequence[Sequence[int]], of: Sequence[int], offset: Sequence[int]) -> None:
        count = max(of) + 1
        self.above: list[dict[int, int]] = [{} for _ in range(count)]
        self.below: list[dict[int, int]] = [{} for _ in range(count)]
        for column in columns:
            for upper, lower in pairwise(column):
                room = offset[upper] + _height(made, upper) + _room(made, upper, lower) - offset[lower]
                self._keep_apart(of[upper], of[lower], room)
        self.pulls: list[list[tuple[int, int, int]]] = [[] for _ in range(count)]
        for step in made.steps:
            one, other = of[step.source], of[step.target]
            if one != other and made.band[step.source] == made.band[step.target]:
                leaves = offset[step.source] + wanted_height(made, step.source, step.port)
                enters = offset[step.target] + port_height(made, step.target, -1)
                weight = 1 if step.is_turn else 3
                self.pulls[one].append((other, enters - leaves, weight))
                self.pulls[other].append((one, leaves - enters, weight))
        self.top = [0] * count
        self.downwards = self._sorted()

    def _keep_apart(self, upper: int, lower: int, room: int) -> None:
        self.below[upper][lower] = max(room, self.below[upper].get(lower, room))
        self.above[lower][upper] = self.below[upper][lower]

    def _sorted(self) -> list[int]:
        waiting = [len(above) for above in self.above]
        ready = [thread for thread, count in enumerate(waiting) if count == 0]
        for thread in ready:
            for lower, room in self.below[thread].items():
                self.top[lower] = max(self.top[lower], self.top[thread] + room)
                waiting[lower] -= 1
                if waiting[lower] == 0:
                    ready.append(lower)
        return ready

    def settle(self, thread: int) -> bool:
        """Move a thread to where its steps pull it; whether it moved."""
        if not self.pulls[thread]:
            return False
        wanted = _middle((self.top[other] + rise, weight) for other, rise, weight in self.pulls[thread])
        if self.above[thread]:
            wanted = max(wanted, max(self.top[upper] + room for upper, room in self.above[thread].items()))
        if self.below[thread]:
            wanted = min(wanted, min(self.top[lower] - room for lower, room in self.below[thread].items()))
        moved = wanted != self.top[thread]
        self.top[thread] = wanted
        return moved


def _height(made: Steps, vertex: int) -> int:
    return 0 if made.is_bend(vertex) else made.boxes[vertex].height


def _room(made: Steps, upper: int, lower: int) -> int:
    if made.band[upper] != made.band[lower]:
        return BETWEEN_BANDS
    bends = made.is_bend(upper) + made.is_bend(lower)
    return (BETWEEN_BOXES, BESIDE_BOX, BETWEEN_LINES)[bends]


def _middle(places: Iterable[tuple[int, int]]) -> int:
    """The weighted median, the upper one of two."""
    ordered = sorted(places)
    half = sum(weight for _, weight in ordered) / 2
    for place, weight in ordered:
        half -= weight
        if half <= 0:
            return place
    return ordered[-1][0]
