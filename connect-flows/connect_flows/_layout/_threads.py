"""The fifth step, first half: threads, which are vertices of successive columns that lie on one straight line.

After U. Brandes and B. Köpf, "Fast and simple horizontal coordinate assignment" (2001): long links are straight before
short ones, and no two straight steps cross. So threads cannot be above and below each other at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from connect_flows._layout._steps import Step, Steps


@dataclass(slots=True, kw_only=True)
class Threads:
    """`of`: the thread of each vertex; `offset`: how far its top is below the top of its thread's first vertex."""

    of: list[int]
    offset: list[int]


def port_height(made: Steps, vertex: int, port: int) -> int:
    """How far below the top of a vertex a port is; port -1 is the entry."""
    if made.is_bend(vertex):
        return 0
    box = made.boxes[vertex]
    return box.entry if port < 0 else box.ports[port]


def wanted_height(made: Steps, vertex: int, port: int) -> int:
    """Where a step would best leave: the first one at the height of the entry, so that rows of boxes stay rows."""
    return port_height(made, vertex, -1 if port == 0 else port)


def threads(made: Steps, columns: Sequence[Sequence[int]]) -> Threads:
    """Choose which steps are straight."""
    position = {vertex: place for column in columns for place, vertex in enumerate(column)}
    after: dict[int, tuple[int, int]] = {}
    before: set[int] = set()
    straight: list[list[tuple[int, int]]] = [[] for _ in columns]
    hops = [step for step in made.steps if not step.is_turn and made.band[step.source] == made.band[step.target]]
    for step in sorted(hops, key=lambda step: (_rank(made, step), step.gap, position[step.source], step.port)):
        left, right = (step.source, step.target) if step.leaves_left else (step.target, step.source)
        pair = position[left], position[right]
        if left in after or right in before or any(_cross(pair, other) for other in straight[step.gap]):
            continue
        rise = wanted_height(made, step.source, step.port) - port_height(made, step.target, -1)
        after[left] = (right, rise if step.leaves_left else -rise)
        before.add(right)
        straight[step.gap].append(pair)
    return _numbered(len(made.column), after, before)


def _rank(made: Steps, step: Step) -> tuple[int, int]:
    bends = made.is_bend(step.source) + made.is_bend(step.target)
    return (0 if bends == 2 else 1 + step.kind, bends)


def _cross(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return (one[0] - other[0]) * (one[1] - other[1]) <= 0


def _numbered(count: int, after: dict[int, tuple[int, int]], before: set[int]) -> Threads:
    made = Threads(of=[0] * count, offset=[0] * count)
    number = 0
    for vertex in range(count):
        if vertex in before:
            continue
        current, offset = vertex, 0
        while True:
            made.of[current], made.offset[current] = number, offset
            if current not in after:
                break
            current, rise = after[current]
            offset += rise
        number += 1
    return made
