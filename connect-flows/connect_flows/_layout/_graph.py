"""What a layout is made from, and what it is."""

from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place, x to the right and y downwards."""

    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A block. Lines enter it at the left, `entry` below its top, and leave it at the right, one height per port."""

    width: int
    height: int
    entry: int
    ports: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line from a port of a box to another box. Only lines of the same kind are joined; the lower kind is the
    straighter line."""

    source: int
    port: int
    target: int
    kind: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Each box's column and top left corner, and the corners of each link from its port to its target's entry.

    `order` has the boxes in the order in which one would read them. What cannot be reached from box 0 is in the lower
    part, which begins at `unreached`; None if there is nothing.
    """

    order: tuple[int, ...]
    columns: tuple[int, ...]
    places: tuple[Point, ...]
    routes: tuple[tuple[Point, ...], ...]
    width: int
    height: int
    unreached: int | None
