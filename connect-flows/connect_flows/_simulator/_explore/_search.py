"""The search: shortest paths first, no state twice, at most as many states as the bound allows."""

import heapq
from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import Branch, Prompt
from connect_flows._simulator._explore._acts import Act, Acts
from connect_flows._simulator._explore._signature import Signatures
from connect_flows._simulator._explore._state import AT_BLOCK, IDLE, State
from connect_flows._simulator._explore._walker import Step, walked
from connect_flows._simulator._explore._world import Fork, World
from connect_flows._simulator._program import Program


class Node(NamedTuple):
    """A state that was reached. `place`: flow and block. `in_flow`: nobody but the flow has the contact."""

    parent: int
    labels: tuple[str, ...]
    heard: tuple[str, ...]
    place: tuple[str, str]
    rest: str
    in_flow: bool


class Edge(NamedTuple):
    """A step from one state to another. `by`: who moved. `spoke`: somebody was told something."""

    source: int
    target: int
    by: str
    spoke: bool


class Taken(NamedTuple):
    """A step as whoever judges it sees it. `labels`: what happened and was answered. `target`: None for a dead end."""

    source: int
    labels: tuple[str, ...]
    act: Act
    before: State
    step: Step


class Onlooker(Protocol):
    """Who looks at every step."""

    def look(self, taken: Taken) -> None:
        """A contact has taken a step."""

    def join(self, taken: Taken) -> None:
        """That step has led to where another contact was before."""


class Graph:
    """What was walked: states, and the steps between them."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.complete = True

    def path(self, node: int) -> tuple[str, ...]:
        """What happened on the way to a node."""
        return tuple(label for number in self.line(node) for label in self.nodes[number].labels)

    def heard(self, node: int) -> tuple[str, ...]:
        """What the customer was told on the way to a node."""
        return tuple(text for number in self.line(node) for text in self.nodes[number].heard)

    def line(self, node: int) -> list[int]:
        """The nodes on the way to a node."""
        line = []
        while node >= 0:
            line.append(node)
            node = self.nodes[node].parent
        return line[::-1]


class Search:
    """Walks everything that contacts can come to.

    Args:
        programs: The flows, by what names them.
        acts: What may happen next.
        signatures: What tells states from one another.
        world: Answers questions.
        bound: How many states at most.
        onlooker: Looks at each step.
        progress: Is told how many states there are.
    """

    def __init__(
        self,
        programs: Mapping[str, Program],
        acts: Acts,
        signatures: Signatures,
        world: World,
        *,
        bound: int,
        onlooker: Onlooker,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        self.graph = Graph()
        self._programs = dict(programs)
        self._acts = acts
        self._signatures = signatures
        self._world = world
        self._bound = bound
        self._onlooker = onlooker
        self._progress = progress
        self._seen: dict[object, int] = {}
        self._waiting: list[tuple[int, int, int, State, Act, tuple[int, ...], tuple[str, ...]]] = []
        self._count = 0

    def start(self, act: Act, errors: int) -> None:
        """Let contacts begin so."""
        state = State(contact=Contact(id="1"), rest=IDLE, errors_left=errors)
        self._push(0, -1, state, act, (), _said(act.label))

    def run(self) -> None:
        """Walk until there is nothing new, or the bound is reached."""
        while self._waiting:
            length, _, source, state, act, path, labels = heapq.heappop(self._waiting)
            try:
                step = walked(state, act, path, self._world)
            except Fork as fork:
                for number, label in enumerate(fork.labels):
                    more = _said(label)
                    self._push(length + len(more), source, state, act, (*path, number), (*labels, *more))
                continue
            taken = Taken(source, labels, act, state, step)
            self._onlooker.look(taken)
            if step.callback is not None:
                self._arrive(taken, step.callback, length)
            if not step.problem and not step.state.contact.ended:
                self._arrive(taken, step.state, length)

    def _arrive(self, taken: Taken, state: State, length: int) -> None:
        source = taken.source
        key = self._key(source, state)
        node = self._seen.get(key)
        if node is None:
            if len(self.graph.nodes) >= self._bound:
                self.graph.complete = False
                return
            node = self._seen[key] = len(self.graph.nodes)
            self.graph.nodes.append(self._node(source, taken.labels, taken.step, state))
            if self._progress is not None:
                self._progress(len(self.graph.nodes))
            for following in self._acts.at(state):
                more = _said(following.label)
                self._push(length + len(more), node, state, following, (), more)
        else:
            self._onlooker.join(taken)
        if source >= 0:
            spoke = any(isinstance(event, Prompt) and event.text.strip() for event in taken.step.events)
            self.graph.edges.append(Edge(source, node, taken.act.by, spoke))

    def _key(self, source: int, state: State) -> object:
        key = self._signatures.of(state)
        frame = state.frame
        if source < 0 or frame is None or state.rest != AT_BLOCK:
            return key
        block = self._programs[frame.flow].blocks[frame.block]
        # Many blocks lead to the same end; each of them should have said something before.
        return (key, self.graph.nodes[source].place) if block.type == "DisconnectParticipant" else key

    def _push(
        self, length: int, source: int, state: State, act: Act, path: tuple[int, ...], labels: tuple[str, ...]
    ) -> None:
        self._count += 1
        heapq.heappush(self._waiting, (length, self._count, source, state, act, path, labels))

    def _node(self, source: int, labels: tuple[str, ...], step: Step, state: State) -> Node:
        frame = state.frame
        place = (self._programs[frame.flow].name, frame.block) if frame else _last(step)
        in_flow = state.contact.state == "IN_FLOW"
        return Node(source, labels, told(step), place, state.rest, in_flow)


def told(step: Step) -> tuple[str, ...]:
    """What the customer was told in a step."""
    return tuple(event.text for event in step.events if isinstance(event, Prompt) and event.to == "customer")


def _last(step: Step) -> tuple[str, str]:
    """Where the contact was last."""
    for event in reversed(step.events):
        if isinstance(event, Branch):
            return event.flow, event.block
    return "", ""


def _said(label: str) -> tuple[str, ...]:
    return (label,) if label else ()
