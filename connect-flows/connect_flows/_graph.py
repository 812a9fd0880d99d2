"""The ways through a flow."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from connect_flows._model import Action, Flow

NEXT = "next"
CONDITION = "condition"

State = TypeVar("State")


class Edge(NamedTuple):
    """A way on. `kind`: NEXT, CONDITION, or the type of an error. `at`: its place in the source's Transitions."""

    source: Action
    target: Action
    kind: str
    at: tuple[str | int, ...]

    @property
    def is_error(self) -> bool:
        """Whether the action failed, or nothing matched, when this way is taken."""
        return self.kind not in (NEXT, CONDITION)


class Graph:
    """The ways through a flow. Those to actions that do not exist are left out; so is all but the first of a name."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self.by_identifier: Mapping[str, Action] = {action.identifier: action for action in reversed(flow.actions)}

    @cached_property
    def start(self) -> Action | None:
        """Where the flow starts."""
        return self.by_identifier.get(self._flow.start_action)

    @cached_property
    def out(self) -> Mapping[str, tuple[Edge, ...]]:
        """The ways on from each action."""
        return {identifier: tuple(self._edges(action)) for identifier, action in self.by_identifier.items()}

    @cached_property
    def reachable(self) -> frozenset[str]:
        """The identifiers of the actions that a contact can come to."""
        return frozenset() if self.start is None else self.reached_from([self.start.identifier])

    @cached_property
    def nearest_first(self) -> tuple[str, ...]:
        """The reachable actions, those that take the fewest steps first."""
        order = {} if self.start is None else {self.start.identifier: None}
        waiting = list(order)
        for identifier in waiting:  # grows as it goes
            for edge in self.out[identifier]:
                if edge.target.identifier not in order:
                    order[edge.target.identifier] = None
                    waiting.append(edge.target.identifier)
        return tuple(order)

    def reached_from(self, identifiers: Iterable[str]) -> frozenset[str]:
        """These and all that can come after them."""
        reached = set(identifiers)
        waiting = list(reached)
        while waiting:
            for edge in self.out[waiting.pop()]:
                if edge.target.identifier not in reached:
                    reached.add(edge.target.identifier)
                    waiting.append(edge.target.identifier)
        return frozenset(reached)

    def reaching(self, identifiers: Iterable[str]) -> frozenset[str]:
        """These and all that they can come after."""
        before: dict[str, list[str]] = {}
        for edges in self.out.values():
            for edge in edges:
                before.setdefault(edge.target.identifier, []).append(edge.source.identifier)
        reached = set(identifiers)
        waiting = list(reached)
        while waiting:
            for identifier in before.get(waiting.pop(), ()):
                if identifier not in reached:
                    reached.add(identifier)
                    waiting.append(identifier)
        return frozenset(reached)

    def cycles_without(self, leaving_out: Callable[[Edge], bool]) -> list[tuple[str, ...]]:
        """Groups of reachable actions that lead to one another on other ways than those, in the flow's order."""
        targets = {
            name: [edge.target.identifier for edge in self.out[name] if not leaving_out(edge)]
            for name in self.reachable
        }
        order = {action.identifier: number for number, action in enumerate(self._flow.actions)}
        cyclic = [
            tuple(sorted(group, key=order.__getitem__))
            for group in _components(targets)
            if len(group) > 1 or group[0] in targets[group[0]]
        ]
        return sorted(cyclic, key=lambda group: order[group[0]])

    def states(
        self, at_start: State, after: Callable[[Edge, State], State], join: Callable[[State, State], State]
    ) -> Mapping[str, State]:
        """What holds whenever a contact comes to an action, for each that it can come to.

        `after` says what holds at the end of a way when a state holds before its action; `join` merges two ways.
        """
        if self.start is None:
            return {}
        states = {self.start.identifier: at_start}
        waiting = [self.start.identifier]
        while waiting:
            identifier = waiting.pop()
            for edge in self.out[identifier]:
                name, state = edge.target.identifier, after(edge, states[identifier])
                joined = join(states[name], state) if name in states else state
                if name not in states or joined != states[name]:
                    states[name] = joined
                    waiting.append(name)
        return states

    def _edges(self, action: Action) -> Iterator[Edge]:
        ways: list[tuple[str | None, str, tuple[str | int, ...]]] = [(action.next_action, NEXT, ("NextAction",))]
        ways += [(e.next_action, e.error_type, ("Errors", i, "NextAction")) for i, e in enumerate(action.errors)]
        ways += [(c.next_action, CONDITION, ("Conditions", i, "NextAction")) for i, c in enumerate(action.conditions)]
        for name, kind, at in ways:
            target = None if name is None else self.by_identifier.get(name)
            if target is not None:
                yield Edge(action, target, kind, at)


def _components(targets: Mapping[str, list[str]]) -> Iterator[list[str]]:
    # Kosaraju's algorithm without recursion: a flow may be 250 actions deep.
    sources: dict[str, list[str]] = {name: [] for name in targets}
    for name, following in targets.items():
        for target in following:
            sources[target].append(name)
    seen: set[str] = set()
    finished = [name for root in sorted(targets) for name in _post_order(root, targets, seen)]
    seen = set()
    for root in reversed(finished):
        group = list(_post_order(root, sources, seen))
        if group:
            yield group


def _post_order(root: str, targets: Mapping[str, list[str]], seen: set[str]) -> Iterator[str]:
    if root in seen:
        return
    seen.add(root)
    work = [(root, iter(targets[root]))]
    while work:
        name, rest = work[-1]
        target = next((target for target in rest if target not in seen), None)
        if target is None:
            work.pop()
            yield name
        else:
            seen.add(target)
            work.append((target, iter(targets[target])))
