"""All steps of the layout, one after the other."""

from collections.abc import Sequence
from dataclasses import replace

from connect_flows._layout._graph import Box, Layout, Link
from connect_flows._layout._heights import heights
from connect_flows._layout._layers import layers
from connect_flows._layout._order import order_columns
from connect_flows._layout._routes import routed
from connect_flows._layout._steps import cut
from connect_flows._layout._walk import walk


def arrange(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    """Lay out boxes and links; box 0 is the start. It does not matter in which order the other boxes are given.

    >>> block = Box(width=200, height=80, entry=20, ports=(20,))
    >>> layout = arrange([block, block], [Link(source=0, port=0, target=1)])
    >>> layout.places, layout.routes
    ((Point(x=0, y=0), Point(x=244, y=0)), ((Point(x=200, y=20), Point(x=244, y=20)),))
    """
    order = walk(_following(boxes, links)).order
    number = {box: place for place, box in enumerate(order)}
    layout = _arranged(
        [boxes[box] for box in order],
        [replace(link, source=number[link.source], target=number[link.target]) for link in links],
    )
    given = range(len(boxes))
    return replace(
        layout,
        order=order,
        columns=tuple(layout.columns[number[box]] for box in given),
        places=tuple(layout.places[number[box]] for box in given),
    )


def _arranged(boxes: Sequence[Box], links: Sequence[Link]) -> Layout:
    following = _following(boxes, links)
    walked = walk(following)
    made = cut(boxes, links, layers(following, walked), walked)
    return routed(made, links, heights(made, order_columns(made)))


def _following(boxes: Sequence[Box], links: Sequence[Link]) -> list[list[int]]:
    following: list[dict[int, None]] = [{} for _ in boxes]
    for link in sorted(links, key=lambda link: link.port):
        following[link.source][link.target] = None
    return [list(targets) for targets in following]
