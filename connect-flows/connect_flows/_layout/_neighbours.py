"""What each vertex is tied to, left and right, and how many crossings follow from an order of the columns."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from connect_flows._layout._steps import Step, Steps


class Tie(NamedTuple):
    """A step as one of its ends sees it: the other vertex, and how far below that vertex's middle the step ends there,
    in parts of the vertex."""

    vertex: int
    shift: float


class Neighbours:
    """The ties of every vertex; ports count, from top to bottom."""

    def __init__(self, made: Steps) -> None:
        count = len(made.column)
        self.left: list[list[Tie]] = [[] for _ in range(count)]
        self.right: list[list[Tie]] = [[] for _ in range(count)]
        self.turns: tuple[list[list[int]], list[list[int]]] = ([[] for _ in range(count)], [[] for _ in range(count)])
        self._gaps: list[list[tuple[Tie, Tie]]] = [[] for _ in made.columns]
        for step in made.steps:
            shift = _shift(made, step)
            if step.is_turn:
                turns = self.turns[1] if step.leaves_left else self.turns[0]
                turns[step.source].append(step.target)
                turns[step.target].append(step.source)
            else:
                source, target = Tie(step.source, shift), Tie(step.target, 0.0)
                one, other = (source, target) if step.leaves_left else (target, source)
                self.right[one.vertex].append(other)
                self.left[other.vertex].append(one)
                self._gaps[step.gap].append((one, other))

    def crossings(self, columns: Sequence[Sequence[int]], position: Sequence[int]) -> int:
        """How many steps cross, turns counted by what lies between their ends."""
        crossed = sum(_inversions(gap, position) for gap in self._gaps)
        for side, ties in ((0, self.left), (1, self.right)):
            turns = self.turns[side]
            for column in columns:
                if any(turns[vertex] for vertex in column):
                    crossed += sum(_turned(column, position, turns, ties))
        return crossed


def _shift(made: Steps, step: Step) -> float:
    if step.port < 0:
        return 0.0
    return (step.port + 1) / (len(made.boxes[step.source].ports) + 1) - 0.5


def _inversions(gap: Sequence[tuple[Tie, Tie]], position: Sequence[int]) -> int:
    ends = sorted((position[one.vertex] + one.shift, position[other.vertex] + other.shift) for one, other in gap)
    seen: list[float] = []
    crossed = 0
    start = 0
    while start < len(ends):
        stop = bisect_right(ends, ends[start][0], start, key=lambda end: end[0])
        for _, end in ends[start:stop]:
            crossed += len(seen) - bisect_right(seen, end)
        for _, end in ends[start:stop]:
            insort(seen, end)
        start = stop
    return crossed


def _turned(
    column: Sequence[int], position: Sequence[int], turns: Sequence[Sequence[int]], ties: Sequence[Sequence[Tie]]
) -> Iterator[int]:
    before = [0]
    for vertex in column:
        before.append(before[-1] + len(ties[vertex]))
    for vertex in column:
        for other in turns[vertex]:
            if position[other] > position[vertex]:
                yield before[position[other]] - before[position[vertex] + 1]


def pair_crossings(one: Sequence[float], other: Sequence[float]) -> int:
    """How often the ties of one vertex cross those of the vertex below it; both in ascending order."""
    return sum(bisect_left(other, end) for end in one)
