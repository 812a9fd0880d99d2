"""The fourth step: the order of each column, such that few lines cross.

Sweeps to and fro put each vertex at the mean place of what it is tied to in the column before; then neighbours change
places for as long as that helps. The best order met is kept; nothing depends on chance.
"""

from collections.abc import Sequence

from connect_flows._layout._neighbours import Neighbours, Tie, pair_crossings
from connect_flows._layout._steps import Steps

_ROUNDS = 6
_PATIENCE = 2
_BESIDE = 0.6


def order_columns(made: Steps) -> list[list[int]]:
    """The vertices of each column, from top to bottom; band 0 above band 1."""
    ordering = _Ordering(made)
    best, fewest = ordering.copy(), ordering.crossings()
    disappointments = 0
    for _ in range(_ROUNDS):
        if fewest == 0 or disappointments == _PATIENCE:
            break
        for rightwards in (True, False):
            ordering.sweep(rightwards)
            ordering.exchange()
        crossings = ordering.crossings()
        disappointments += 1
        if crossings < fewest:
            best, fewest, disappointments = ordering.copy(), crossings, 0
    return best


class _Ordering:
    def __init__(self, made: Steps) -> None:
        self.columns = [sorted(column, key=lambda vertex: made.band[vertex]) for column in made.columns]
        self.ties = Neighbours(made)
        self.band = made.band
        self.position = [0] * len(made.column)
        for column in self.columns:
            self._renumber(column)

    def copy(self) -> list[list[int]]:
        return [column.copy() for column in self.columns]

    def crossings(self) -> int:
        return self.ties.crossings(self.columns, self.position)

    def _renumber(self, column: Sequence[int]) -> None:
        for place, vertex in enumerate(column):
            self.position[vertex] = place

    def sweep(self, rightwards: bool) -> None:
        ties = self.ties.left if rightwards else self.ties.right
        for column in self.columns if rightwards else reversed(self.columns):
            wanted = {vertex: self._wanted(vertex, ties[vertex]) for vertex in column}
            column.sort(key=lambda vertex: (self.band[vertex], wanted[vertex]))
            self._renumber(column)

    def _wanted(self, vertex: int, ties: Sequence[Tie]) -> float:
        places = [self.position[tie.vertex] + tie.shift for tie in ties]
        if not places:
            left, right = self.ties.turns
            places = [self.position[other] + _BESIDE for other in (*left[vertex], *right[vertex])]
        return sum(places) / len(places) if places else self.position[vertex]

    def exchange(self) -> None:
        """Let neighbours change places while it helps. A column is looked at again only if one beside it changed."""
        waiting = dict.fromkeys(range(len(self.columns)))
        tries = 4 * len(self.columns)
        while waiting and tries:
            tries -= 1
            index = next(iter(waiting))
            del waiting[index]
            if self._exchange_in(self.columns[index]):
                beside = (index - 1, index, index + 1)
                waiting.update(dict.fromkeys(near for near in beside if 0 <= near < len(self.columns)))

    def _exchange_in(self, column: list[int]) -> bool:
        ends = {
            vertex: (self._places(self.ties.left[vertex]), self._places(self.ties.right[vertex])) for vertex in column
        }
        changed = False
        for place in range(len(column) - 1):
            upper, lower = column[place], column[place + 1]
            if self.band[upper] != self.band[lower]:
                continue
            now = _crossings(ends[upper], ends[lower]) + self._turned(upper, lower, place)
            if now and now > _crossings(ends[lower], ends[upper]) + self._turned(lower, upper, place):
                column[place], column[place + 1] = lower, upper
                self.position[upper], self.position[lower] = place + 1, place
                changed = True
        return changed

    def _places(self, ties: Sequence[Tie]) -> list[float]:
        return sorted(self.position[tie.vertex] + tie.shift for tie in ties)

    def _turned(self, upper: int, lower: int, place: int) -> int:
        """What the turns of two neighbours would cross of each other's steps, one at `place`, the other below it."""
        crossed = 0
        for turns, ties in zip(self.ties.turns, (self.ties.left, self.ties.right), strict=True):
            crossed += len(ties[lower]) * sum(self.position[other] > place + 1 for other in turns[upper])
            crossed += len(ties[upper]) * sum(self.position[other] < place for other in turns[lower])
        return crossed


def _crossings(upper: tuple[list[float], list[float]], lower: tuple[list[float], list[float]]) -> int:
    return pair_crossings(upper[0], lower[0]) + pair_crossings(upper[1], lower[1])
