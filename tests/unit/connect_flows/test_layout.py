"""Boxes side by side, lines from port to entry that run through none of them, the same for the same flow."""

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect_flows._layout import Box, Layout, Link, Point, arrange

pytestmark = pytest.mark.thorough

START = Box(width=80, height=40, entry=20, ports=(20,))


def box(*ports: int, height: int = 100, width: int = 200) -> Box:
    return Box(width=width, height=height, entry=20, ports=ports)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Box], list[Link]]:
    count = draw(st.integers(1, 12))
    boxes, links = [START], []
    for number in range(1, count):
        ports = draw(st.integers(0, 4))
        boxes.append(box(*range(20, 20 + 20 * ports, 20), height=draw(st.integers(100, 200))))
        links += [
            Link(source=number, port=port, target=draw(st.integers(1, count - 1)), kind=draw(st.integers(0, 2)))
            for port in range(ports)
        ]
    if count > 1 and draw(st.booleans()):
        links.append(Link(source=0, port=0, target=draw(st.integers(0, count - 1))))
    return boxes, links


def passes(one: Point, other: Point, place: Point, size: Box) -> bool:
    """Whether a stretch of a line runs through the inside of a box."""
    across = min(one.x, other.x) < place.x + size.width and max(one.x, other.x) > place.x
    along = min(one.y, other.y) < place.y + size.height and max(one.y, other.y) > place.y
    return across and along


def assert_apart(boxes: Sequence[Box], layout: Layout) -> None:
    for (one, size), (other, other_size) in combinations(zip(layout.places, boxes, strict=True), 2):
        beside = one.x + size.width <= other.x or other.x + other_size.width <= one.x
        above = one.y + size.height <= other.y or other.y + other_size.height <= one.y
        assert beside or above


@given(graphs())
def test_boxes_lie_apart_and_within_the_picture(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph

    layout = arrange(boxes, links)

    assert_apart(boxes, layout)
    for place, size in zip(layout.places, boxes, strict=True):
        assert 0 <= place.x <= layout.width - size.width
        assert 0 <= place.y <= layout.height - size.height


@given(graphs())
def test_lines_run_from_port_to_entry_and_through_no_box(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph

    layout = arrange(boxes, links)

    for link, route in zip(links, layout.routes, strict=True):
        source, target = layout.places[link.source], layout.places[link.target]
        port = boxes[link.source].ports[link.port]
        assert route[0] == (source.x + boxes[link.source].width, source.y + port)
        assert route[-1] == (target.x, target.y + boxes[link.target].entry)
        assert route[-2].x < route[-1].x
        for one, other in pairwise(route):
            assert (one.x == other.x) != (one.y == other.y)
            assert not any(passes(one, other, at, size) for at, size in zip(layout.places, boxes, strict=True))


@given(graphs())
def test_does_not_depend_on_the_order_of_the_links(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    layout = arrange(boxes, links)
    routes = dict(zip(links, layout.routes, strict=True))

    again = arrange(boxes, links[::-1])

    assert again.places == layout.places
    assert dict(zip(links[::-1], again.routes, strict=True)) == routes


@given(graphs())
def test_what_cannot_be_reached_lies_below_everything_else(graph: tuple[list[Box], list[Link]]) -> None:
    boxes, links = graph
    reached = {0}
    for _ in boxes:
        reached |= {link.target for link in links if link.source in reached}

    layout = arrange(boxes, links)

    lowest = max(layout.places[number].y + boxes[number].height for number in reached)
    unreached = [layout.places[number].y for number in range(len(boxes)) if number not in reached]
    assert layout.unreached == (min(unreached) if unreached else None)
    assert all(top > lowest for top in unreached)
    assert set(layout.order[: len(reached)]) == reached


def test_a_sequence_is_one_straight_row() -> None:
    boxes = [START, *(box(20, 80) for _ in range(5))]
    links = [Link(source=number, port=0, target=number + 1) for number in range(5)]

    layout = arrange(boxes, links)

    assert {place.y for place in layout.places} == {0}
    assert all(len(route) == 2 for route in layout.routes)


def test_branches_lie_in_the_order_of_their_ports() -> None:
    boxes = [START, box(40, 60, 80, 100, height=120), *(box() for _ in range(4))]
    links = [Link(source=0, port=0, target=1)]
    links += [Link(source=1, port=port, target=target) for port, target in enumerate((4, 2, 5, 3))]

    layout = arrange(boxes, links)

    assert sorted((2, 3, 4, 5), key=lambda number: layout.places[number].y) == [4, 2, 5, 3]


def test_each_box_is_right_of_everything_that_leads_to_it() -> None:
    boxes = [START, box(20, 60), box(20), box(20), box()]
    ways = [(0, 0, 1), (1, 0, 2), (1, 1, 4), (2, 0, 3), (3, 0, 4)]

    layout = arrange(boxes, [Link(source=source, port=port, target=target) for source, port, target in ways])

    assert layout.columns == (0, 1, 2, 3, 4)


def test_a_way_back_does_not_move_what_it_leads_to() -> None:
    boxes = [START, box(20), box(20, 60), box()]
    ways = [(0, 0, 1), (1, 0, 2), (2, 0, 3)]
    links = [Link(source=source, port=port, target=target) for source, port, target in ways]

    layout = arrange(boxes, [*links, Link(source=2, port=1, target=1)])

    assert layout.columns == (0, 1, 2, 3)
    assert min(point.x for point in layout.routes[-1]) < layout.places[1].x


def test_long_lines_to_the_same_place_become_one() -> None:
    boxes = [START, *(box(20, 80) for _ in range(6)), box()]
    links = [Link(source=number, port=0, target=number + 1) for number in range(7)]
    links += [Link(source=number, port=1, target=7, kind=2) for number in range(1, 5)]

    layout = arrange(boxes, links)

    assert len({route[-2:] for route in layout.routes[7:]}) == 1


def test_a_block_that_nothing_leads_to_pushes_nothing() -> None:
    boxes = [START, box(20), box(), box(20), box(20)]
    ways = [(0, 0, 1), (1, 0, 2), (3, 0, 4), (4, 0, 2)]

    layout = arrange(boxes, [Link(source=source, port=port, target=target) for source, port, target in ways])

    assert layout.columns == (0, 1, 2, 1, 2)
    assert layout.order == (0, 1, 2, 3, 4)
