"""The lines of a drawing.

Each runs from its target back to its port: the dashes of lines that have joined then coincide.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from connect_flows._blocks import Branching
from connect_flows._drawing._figure import Figure, Shape
from connect_flows._drawing._graph import Port
from connect_flows._drawing._marks import Marks, in_order
from connect_flows._drawing._xml import element
from connect_flows._layout import Point

_ARROW = 7
_CORNER = 8
# What comes later lies on top.
_DRAWN = tuple(reversed(Branching))


def lines(drawn: Figure, marks: Marks) -> Iterator[str]:
    """All lines of a figure, one path for each branch, and an arrow wherever some arrive."""
    routes = iter(drawn.layout.routes)
    made: dict[Branching, dict[str, None]] = {branching: {} for branching in _DRAWN}
    leaving = [[(port, next(routes)) for port in shape.block.ports] for shape in drawn.shapes]
    for number in drawn.layout.order:
        for port, route in leaving[number]:
            made[port.branching] |= dict.fromkeys(_line(drawn.shapes[number], port, route, marks))
    for paths in made.values():
        yield from paths


def _line(shape: Shape, port: Port, route: Sequence[Point], marks: Marks) -> Iterator[str]:
    kind, path, action = f"branch {port.branching}", _path(route), shape.block.action
    if action is None:
        yield element("path", class_=kind, d=path)
    else:
        for branch, mark in in_order(marks, action.identifier, port.branches):
            name = f"{kind} {mark}" if mark else kind
            yield element("path", class_=name, d=path, data_action=action.identifier, data_branch=branch.key)
    yield _arrow(route[-1], port.branching)


def _arrow(tip: Point, branching: Branching) -> str:
    x, y = tip
    return element(
        "path", class_=f"arrow {branching}", d=f"M{x - _ARROW - 1} {y - 4}L{x} {y}L{x - _ARROW - 1} {y + 4}Z"
    )


def _path(route: Sequence[Point]) -> str:
    corners = [Point(route[-1].x - _ARROW, route[-1].y), *reversed(route[:-1])]
    written = f"M{corners[0].x} {corners[0].y}"
    for (before, corner), (_, after) in pairwise(pairwise(corners)):
        radius = min(_CORNER, _length(before, corner) // 2, _length(corner, after) // 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        written += f"L{start.x} {start.y}Q{corner.x} {corner.y} {end.x} {end.y}"
    return f"{written}L{corners[-1].x} {corners[-1].y}"


def _length(one: Point, other: Point) -> int:
    return abs(one.x - other.x) + abs(one.y - other.y)


def _towards(corner: Point, other: Point, distance: int) -> Point:
    def along(here: int, there: int) -> int:
        return here + distance * ((there > here) - (there < here))

    return Point(along(corner.x, other.x), along(corner.y, other.y))
