"""The third step: cut each link into steps from one column to the next, with bends where it passes a column.

A link to a later column steps forward. Any other one turns round beside its box, runs back through the columns and
turns round again before its target. Links of one kind to the same target share their bends.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from connect_flows._layout._graph import Box, Link
from connect_flows._layout._walk import Walk


class Step(NamedTuple):
    """One step of a link through the gap that follows column `gap`. `port` is -1 for a bend; `leaves_left` and
    `enters_left` say at which side of the gap the step begins and ends."""

    gap: int
    source: int
    port: int
    target: int
    leaves_left: bool
    enters_left: bool
    kind: int

    @property
    def is_turn(self) -> bool:
        """It ends on the side on which it began."""
        return self.leaves_left == self.enters_left


@dataclass(slots=True, kw_only=True)
class Steps:
    """All vertices, boxes first and then bends, in their columns; and all steps between them, each once."""

    boxes: Sequence[Box]
    column: list[int]
    band: list[int]
    columns: list[list[int]]
    steps: dict[Step, None] = field(default_factory=dict)
    paths: list[tuple[Step, ...]] = field(default_factory=list)

    def is_bend(self, vertex: int) -> bool:
        return vertex >= len(self.boxes)


def cut(boxes: Sequence[Box], links: Sequence[Link], column: Sequence[int], walked: Walk) -> Steps:
    """Cut the links. Vertices are put into their columns as the walk met them, in band 0 what can be reached, in band 1
    the rest."""
    band = [0 if box in walked.reached else 1 for box in range(len(boxes))]
    columns: list[list[int]] = [[] for _ in range(max(column) + 1)]
    made = Steps(boxes=boxes, column=list(column), band=band, columns=columns)
    bends: dict[tuple[int, int, int, bool, int], int] = {}
    paths: dict[int, tuple[Step, ...]] = {}
    leaving: list[list[int]] = [[] for _ in boxes]
    for index, link in enumerate(links):
        leaving[link.source].append(index)
    for box in walked.visited:
        columns[column[box]].append(box)
        for index in sorted(leaving[box], key=lambda index: links[index].port):
            paths[index] = tuple(_path(made, links[index], bends))
            made.steps.update(dict.fromkeys(paths[index]))
    made.paths = [paths[index] for index in range(len(links))]
    return made


def _path(made: Steps, link: Link, bends: dict[tuple[int, int, int, bool, int], int]) -> Iterator[Step]:
    first, last = made.column[link.source], made.column[link.target]
    forward = first < last
    passed = range(first + 1, last) if forward else range(first, last - 1, -1)
    vertex, port = link.source, link.port
    for column in passed:
        bend = _bend(made, (link.target, link.kind, column, forward, made.band[link.source]), bends)
        if forward:
            yield Step(column - 1, vertex, port, bend, True, False, link.kind)
        else:
            yield Step(column, vertex, port, bend, port >= 0, True, link.kind)
        vertex, port = bend, -1
    yield Step(last - 1, vertex, port, link.target, forward, False, link.kind)


def _bend(made: Steps, key: tuple[int, int, int, bool, int], bends: dict[tuple[int, int, int, bool, int], int]) -> int:
    if key not in bends:
        bends[key] = len(made.column)
        _, _, column, _, band = key
        made.column.append(column)
        made.band.append(band)
        made.columns[column].append(bends[key])
    return bends[key]
