"""Colours: a number for what an action does, so that equal actions of two flows can be found without comparing all."""

from collections import Counter
from collections.abc import Mapping

from connect_flows._comparable import Side

Colours = Mapping[str, int]


def colours_of(before: Side, after: Side, *, steps_ahead: int) -> list[tuple[Colours, Colours]]:
    """The colours of two flows: first by what an action does, then by what follows one step on, two steps on, ..."""
    palette: dict[object, int] = {}

    def paint(key: object) -> int:
        return palette.setdefault(key, len(palette))

    def alone(side: Side) -> Colours:
        return {
            name: paint((action.type, frozenset(action.parameters.items()))) for name, action in side.actions.items()
        }

    def ahead(side: Side, last: Colours) -> Colours:
        return {
            name: paint((last[name], frozenset((way, last.get(target)) for way, target in action.ways.items())))
            for name, action in side.actions.items()
        }

    layers = [(alone(before), alone(after))]
    for _ in range(steps_ahead):
        layers.append((ahead(before, layers[-1][0]), ahead(after, layers[-1][1])))
    return layers


def have_equal_actions(before: Side, after: Side) -> bool:
    """Whether two flows do the same things, in whatever order."""
    old, new = colours_of(before, after, steps_ahead=0)[0]
    return Counter(old.values()) == Counter(new.values())
