"""Which action of one flow is which of another.

An identifier says so first. The console gives new ones to every action of a flow that is copied or imported again, so
the rest is found by walking through both flows along equal branches: equal actions first, then those that are alone
in what they do and in what follows, then the most alike.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from heapq import heappop, heappush
from itertools import count, product
from typing import NamedTuple

from connect_flows._colours import Colours, colours_of
from connect_flows._comparable import Side
from connect_flows._likeness import likeness

# How much of what follows an action tells it from others that do the same.
_STEPS_AHEAD = 3
# Two actions are not yet the same because they lead to the same one: they must have this much in common.
_ALIKE = 0.5
# Where more ways than this come together, they say nothing about where they come from.
_CROWD = 3


def match(before: Side, after: Side, *, by_identifier: bool) -> Mapping[str, str]:
    """The actions after by those before. An action without a like is left out."""
    matching = _Matching(before, after)
    if by_identifier:
        for name in before.actions:
            if name in after.actions:
                matching.pair(name, name)
    if not matching.is_complete:
        layers = colours_of(before, after, steps_ahead=_STEPS_AHEAD)
        matching.walk(matching.equality)
        for colours in reversed(layers):
            matching.pair_singles(colours)
            matching.walk(matching.equality)
        matching.walk(matching.closeness)
        matching.pair_in_order(layers[0])
    return matching.pairs


class _Candidate(NamedTuple):
    """Two actions that equal ways lead to from matched ones, or, if it is backwards, from which they lead there."""

    old: str
    new: str
    backwards: bool = False


class _Matching:
    def __init__(self, before: Side, after: Side) -> None:
        self.pairs: dict[str, str] = {}
        self._before = before
        self._after = after
        self._taken: set[str] = set()

    @property
    def is_complete(self) -> bool:
        return len(self.pairs) == min(len(self._before.actions), len(self._after.actions))

    def pair(self, old: str, new: str) -> None:
        self.pairs[old] = new
        self._taken.add(new)

    def pair_singles(self, colours: tuple[Colours, Colours]) -> None:
        """Pairs the actions that are the only ones of their colour."""
        for olds, news in self._groups(*colours):
            if len(olds) == len(news) == 1:
                self.pair(olds[0], news[0])

    def pair_in_order(self, colours: tuple[Colours, Colours]) -> None:
        """Pairs whatever has the same colour: first what leads to the same actions."""
        old_ways = {
            name: (colours[0][name], frozenset((way, self.pairs.get(target)) for way, target in action.ways.items()))
            for name, action in self._before.actions.items()
        }
        new_ways = {
            name: (colours[1][name], frozenset((way, self._if_taken(target)) for way, target in action.ways.items()))
            for name, action in self._after.actions.items()
        }
        for olds, news in self._groups(old_ways, new_ways) + self._groups(*colours):
            free = [(old for old in olds if old not in self.pairs), (new for new in news if new not in self._taken)]
            for old, new in zip(*free, strict=False):
                self.pair(old, new)

    def walk(self, rating: Callable[[_Candidate], float | None]) -> None:
        """Pairs what can be reached from the pairs that there are, the best first."""
        heap: list[tuple[float, int, _Candidate]] = []
        number = count()

        def offer(candidates: Iterable[_Candidate]) -> None:
            for candidate in candidates:
                rated = rating(candidate) if self._is_free(candidate) else None
                if rated is not None:
                    heappush(heap, (-rated, next(number), candidate))

        offer([_Candidate(self._before.start, self._after.start)])
        for old, new in tuple(self.pairs.items()):
            offer(self._neighbours(old, new))
        while heap:
            candidate = heappop(heap)[2]
            if self._is_free(candidate):
                self.pair(candidate.old, candidate.new)
                offer(self._neighbours(candidate.old, candidate.new))

    def equality(self, candidate: _Candidate) -> float | None:
        """Rates equal actions that are reached forwards: these cannot be mistaken for one another."""
        old, new = self._before.actions[candidate.old], self._after.actions[candidate.new]
        equal = old.type == new.type and old.parameters == new.parameters
        return 1.0 if equal and not candidate.backwards else None

    def closeness(self, candidate: _Candidate) -> float | None:
        """Rates actions of one type by what they have in common."""
        old, new = self._before.actions[candidate.old], self._after.actions[candidate.new]
        in_parameters = likeness(old, new) if old.type == new.type else -1.0
        if in_parameters < (_ALIKE if candidate.backwards else 0.0):
            return None
        equal_ways = sum(way in new.ways and self.pairs.get(to) == new.ways[way] for way, to in old.ways.items())
        return in_parameters + equal_ways / max(len(old.ways), len(new.ways), 1)

    def _is_free(self, candidate: _Candidate) -> bool:
        old, new, _ = candidate
        exist = old in self._before.actions and new in self._after.actions
        return exist and old not in self.pairs and new not in self._taken

    def _if_taken(self, new: str) -> str | None:
        return new if new in self._taken else None

    def _neighbours(self, old: str, new: str) -> Iterator[_Candidate]:
        ways = self._after.actions[new].ways
        for way, target in self._before.actions[old].ways.items():
            if way in ways:
                yield _Candidate(target, ways[way])
        arrivals = self._after.arrivals.get(new, {})
        for way, sources in self._before.arrivals.get(old, {}).items():
            olds = [source for source in sources if source not in self.pairs]
            news = [source for source in arrivals.get(way, ()) if source not in self._taken]
            if max(len(olds), len(news)) <= _CROWD:
                yield from (_Candidate(*sources, backwards=True) for sources in product(olds, news))

    def _groups(self, olds: Mapping[str, Hashable], news: Mapping[str, Hashable]) -> list[tuple[list[str], list[str]]]:
        groups: dict[Hashable, tuple[list[str], list[str]]] = {}
        for name in self._before.actions:
            if name not in self.pairs:
                groups.setdefault(olds[name], ([], []))[0].append(name)
        for name in self._after.actions:
            if name not in self._taken:
                groups.setdefault(news[name], ([], []))[1].append(name)
        return list(groups.values())
