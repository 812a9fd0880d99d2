"""A flow as blocks and lines, before anything has a size.

What runs alike is one line: errors of a block that go to the same place, or where success goes; and a NextAction that
is only there because Amazon Connect wants one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from connect_flows._blocks import Branch, Branching, branches_of
from connect_flows._model import Action, Flow

START = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Port:
    """Where a line leaves a block. Its branches are drawn as one."""

    branching: Branching
    branches: tuple[Branch, ...]
    target: int

    @property
    def words(self) -> str:
        """What the branches are called, but for success and its copies."""
        named = (branch.label.korean for branch in self.branches if branch.branching != Branching.SUCCESS)
        return " · ".join(dict.fromkeys(named))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The entry (neither action nor missing), an action, or a stub in place of a missing one."""

    action: Action | None = None
    missing: str | None = None
    ports: tuple[Port, ...] = ()


def blocks_of(flow: Flow) -> tuple[Block, ...]:
    """The entry, the actions in the document's order, then a stub for every identifier that no action has."""
    place: dict[str, int] = {}
    for number, action in enumerate(flow.actions, start=1):
        place.setdefault(action.identifier, number)
    known = len(flow.actions)
    branches = [branches_of(action) for action in flow.actions]
    for target in (flow.start_action, *(branch.target for action in branches for branch in action)):
        if target not in place:
            known += 1
            place[target] = known
    actions = {action.identifier for action in flow.actions}
    entry = Port(branching=Branching.SUCCESS, branches=(), target=place[flow.start_action])
    blocks = [Block(ports=(entry,))]
    blocks += [
        Block(action=action, ports=tuple(_ports(ways, place)))
        for action, ways in zip(flow.actions, branches, strict=True)
    ]
    blocks += [Block(missing=identifier) for identifier in place if identifier not in actions]
    return tuple(blocks)


def _ports(branches: Iterable[Branch], place: Mapping[str, int]) -> list[Port]:
    ways: dict[object, list[Branch]] = {}
    shadows: list[Branch] = []
    success = None
    for branch in branches:
        if branch.shadow:
            shadows.append(branch)
        elif branch.branching == Branching.CONDITION:
            ways[branch.key, len(ways)] = [branch]
        elif branch.branching == Branching.SUCCESS or branch.target == success:
            success = branch.target
            ways.setdefault(Branching.SUCCESS, []).append(branch)
        else:
            ways.setdefault(branch.target, []).append(branch)
    for shadow in shadows:
        next(way for way in reversed(ways.values()) if way[0].target == shadow.target).append(shadow)
    return [Port(branching=way[0].branching, branches=tuple(way), target=place[way[0].target]) for way in ways.values()]
