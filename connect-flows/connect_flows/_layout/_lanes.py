"""The sixth step: in each gap, a lane of its own for everything that runs up or down there.

Steps that end at the same place share a lane. Lanes are ordered so that few lines cross and none lies on another.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from connect_flows._layout._steps import Step

_CROSSING = 1
_OVERLAP = 100
_NEAR = 4
_APART = 10


@dataclass(slots=True, kw_only=True)
class _Net:
    """All steps in a gap that end at one place: the heights at which they touch the gap's left and right side."""

    left: set[int] = field(default_factory=set)
    right: set[int] = field(default_factory=set)
    steps: list[Step] = field(default_factory=list)

    @property
    def top(self) -> int:
        return min((*self.left, *self.right))

    @property
    def bottom(self) -> int:
        return max((*self.left, *self.right))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The lane of each step that needs one, counted from the left of its gap, and the number of lanes of each gap."""

    of: dict[Step, int]
    counts: dict[int, int]


def lanes(steps: Iterable[Step], leaves: Callable[[Step], int], enters: Callable[[Step], int]) -> Lanes:
    """Give each step its lane. `leaves` and `enters` say at which height a step begins and ends."""
    gaps: dict[int, dict[tuple[int, int, bool], _Net]] = {}
    for step in steps:
        net = gaps.setdefault(step.gap, {}).setdefault((step.target, step.kind, step.enters_left), _Net())
        (net.left if step.leaves_left else net.right).add(leaves(step))
        (net.left if step.enters_left else net.right).add(enters(step))
        net.steps.append(step)
    made: dict[Step, int] = {}
    counts: dict[int, int] = {}
    for gap, nets in gaps.items():
        bent = [net for net in nets.values() if net.top != net.bottom or any(step.is_turn for step in net.steps)]
        chosen = _chosen(_ordered(bent))
        counts[gap] = max(chosen, default=-1) + 1
        for net, lane in zip(_ordered(bent), chosen, strict=True):
            made.update(dict.fromkeys(net.steps, lane))
    return Lanes(of=made, counts=counts)


def _ordered(nets: Sequence[_Net]) -> list[_Net]:
    ordered: list[_Net] = []
    for net in sorted(nets, key=lambda net: (net.bottom - net.top, net.top)):
        ordered.insert(_best_place(ordered, net), net)
    return ordered


def _best_place(ordered: Sequence[_Net], net: _Net) -> int:
    cost = sum(_cost(net, other) for other in ordered)
    best, least = 0, cost
    for place, other in enumerate(ordered, start=1):
        cost += _cost(other, net) - _cost(net, other)
        if cost < least:
            best, least = place, cost
    return best


def _cost(one: _Net, other: _Net) -> int:
    """What it costs if one net's lane is left of another's."""
    cost = 0
    for height in one.right:
        cost += _CROSSING * (other.top < height < other.bottom)
        cost += _OVERLAP * any(abs(height - near) < _NEAR for near in other.left)
    for height in other.left:
        cost += _CROSSING * (one.top < height < one.bottom)
    return cost


def _chosen(ordered: Sequence[_Net]) -> list[int]:
    """As few lanes as the order allows: nets that are not side by side share one."""
    chosen: list[int] = []
    for index, net in enumerate(ordered):
        beside = (
            chosen[left] + 1
            for left, other in enumerate(ordered[:index])
            if other.top < net.bottom + _APART and net.top < other.bottom + _APART
        )
        chosen.append(max(beside, default=0))
    return chosen
