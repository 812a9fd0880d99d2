"""The last step: the place of each column, and each link's corners."""

from collections.abc import Iterator, Sequence

from connect_flows._layout._graph import Layout, Link, Point
from connect_flows._layout._lanes import lanes
from connect_flows._layout._steps import Step, Steps
from connect_flows._layout._threads import port_height

_BESIDE_LANES = 22
_LANE = 10


def routed(made: Steps, links: Sequence[Link], tops: Sequence[int]) -> Layout:
    """The layout, once the top of each vertex is known."""

    def leaves(step: Step) -> int:
        return tops[step.source] + port_height(made, step.source, step.port)

    def enters(step: Step) -> int:
        return tops[step.target] + port_height(made, step.target, -1)

    taken = lanes(made.steps, leaves, enters)
    lefts, gaps, width = _columns(made, taken.counts)

    def corners(link: Link, path: Sequence[Step]) -> Iterator[Point]:
        yield Point(lefts[made.column[link.source]] + made.boxes[link.source].width, leaves(path[0]))
        for step in path:
            if step in taken.of:
                x = gaps[step.gap] + _BESIDE_LANES + _LANE * taken.of[step]
                yield Point(x, leaves(step))
                yield Point(x, enters(step))
        yield Point(lefts[made.column[link.target]], enters(path[-1]))

    boxes = range(len(made.boxes))
    routes = [_without_straights(corners(link, path)) for link, path in zip(links, made.paths, strict=True)]
    bottoms = [tops[box] + made.boxes[box].height for box in boxes]
    return Layout(
        order=tuple(boxes),
        columns=tuple(made.column[box] for box in boxes),
        places=tuple(Point(lefts[made.column[box]], tops[box]) for box in boxes),
        routes=tuple(routes),
        width=width,
        unreached=min((tops[box] for box in boxes if made.band[box]), default=None),
        height=max([*bottoms, *(point.y for route in routes for point in route)]),
    )


def _columns(made: Steps, counts: dict[int, int]) -> tuple[list[int], dict[int, int], int]:
    """The left side of each column and of the gap after it, and of what is after the last gap."""
    widths = [max((made.boxes[v].width for v in column if not made.is_bend(v)), default=0) for column in made.columns]
    gaps = {-1: 0}
    x = _gap(counts[-1]) if -1 in counts else 0
    lefts: list[int] = []
    for column, width in enumerate(widths):
        lefts.append(x)
        x += width
        gaps[column] = x
        if column + 1 < len(widths) or column in counts:
            x += _gap(counts.get(column, 0))
    return lefts, gaps, x


def _gap(count: int) -> int:
    return 2 * _BESIDE_LANES + _LANE * max(count - 1, 0)


def _without_straights(corners: Iterator[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for point in corners:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return tuple(kept)
