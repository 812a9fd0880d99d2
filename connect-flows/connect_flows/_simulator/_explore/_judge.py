"""Looks at each step that contacts take, and says what is wrong with it."""

from collections.abc import Iterator

from connect_flows._simulator._events import Branch, Disconnected, Event, FlowFailed, Queued
from connect_flows._simulator._explore._found import PathFinding, PathProblem, TakenBranch, WalkedPath
from connect_flows._simulator._explore._search import Graph, Taken, told
from connect_flows._simulator._explore._state import AGENT, IDLE

_BY_FLOW = "CONTACT_FLOW_DISCONNECT"
Key = tuple[PathProblem, str, str, str]


class Judge:
    """Remembers what is wrong, each thing with the shortest path there, and which branches were taken.

    Args:
        errors: How many errors blocks might meet on each path.
        most_paths: How many paths to keep.
    """

    def __init__(self, errors: int, most_paths: int) -> None:
        self.graph = Graph()
        self.findings: dict[Key, PathFinding] = {}
        self.branches: dict[TakenBranch, None] = {}
        self.first: dict[tuple[str, str], int] = {}
        self.paths: list[WalkedPath] = []
        self._errors = errors
        self._most_paths = most_paths

    def look(self, taken: Taken) -> None:
        """Look at a step."""
        if taken.source >= 0:
            self.first.setdefault(self.graph.nodes[taken.source].place, taken.source)
        for event in taken.step.events:
            if isinstance(event, Branch) and event.branch:
                self.branches.setdefault(TakenBranch(event.flow, event.block, event.branch))
        for key, message, cure in self._problems(taken):
            if key not in self.findings:
                path = (*self.graph.path(taken.source), *taken.labels)
                problem, flow, block, _ = key
                self.findings[key] = PathFinding(
                    problem=problem, flow=flow, block=block, path=path, message=message, cure=cure
                )
        self._keep(taken)

    def join(self, taken: Taken) -> None:
        """Remember a path that goes on as another does."""
        self._add(taken, "as on another path")

    def _problems(self, taken: Taken) -> Iterator[tuple[Key, str, str]]:
        step = taken.step
        flow, block = self._place(taken)
        if step.problem:
            yield (
                (PathProblem.STUCK, flow, block, step.problem),
                f"cannot be run: {step.problem.removeprefix(f'{flow}: block {block}: ')}",
                "correct the block",
            )
            return
        for event in step.events:
            yield from self._of_event(taken, event)
        if step.state.rest == IDLE and step.state.contact.state == "IN_FLOW":
            yield (
                (PathProblem.STRANDED, flow, block, ""),
                "the flow is over, and the contact neither waits for anybody nor is disconnected",
                "lead on to a transfer or to DisconnectParticipant",
            )

    def _of_event(self, taken: Taken, event: Event) -> Iterator[tuple[Key, str, str]]:
        flow, block = self._place(taken)
        failed = [each for each in taken.step.events if isinstance(each, FlowFailed)]
        if isinstance(event, Disconnected) and failed:
            yield (
                (PathProblem.DROPPED, failed[0].flow, failed[0].block, ""),
                f"the contact is dropped at an error without a branch: {failed[0].reason}",
                "add a branch for the error that says what is wrong and leads on",
            )
        elif isinstance(event, Disconnected) and event.reason == _BY_FLOW and not taken.step.state.told:
            before = self._before(taken)
            yield (
                (PathProblem.SILENCE, flow, block, before),
                f"the contact ends without a word{f' after {before}' if before else ''}",
                "say what is the matter before it ends",
            )
        elif isinstance(event, Queued) and not self._has_queue_flow(taken):
            yield (
                (PathProblem.NO_QUEUE_FLOW, flow, block, ""),
                f"the customer waits in queue {event.queue} without a queue flow of ours",
                "set the flow for CustomerQueue with UpdateContactEventHooks before",
            )

    def _has_queue_flow(self, taken: Taken) -> bool:
        # Where the block that sets it has met an error, the instance's own queue flow is what is left.
        return "CustomerQueue" in taken.step.state.contact.walk.hooks or taken.step.state.errors_left < self._errors

    def _place(self, taken: Taken) -> tuple[str, str]:
        for event in reversed(taken.step.events):
            if isinstance(event, Branch):
                return event.flow, event.block
        return self.graph.nodes[taken.source].place if taken.source >= 0 else ("", "")

    def _before(self, taken: Taken) -> str:
        """The block before the one at which the step began."""
        line = self.graph.line(taken.source)
        here = self._place(taken)
        places = [self.graph.nodes[node].place for node in line]
        before = [place for place in places if place != here]
        return before[-1][1] if before else ""

    def _keep(self, taken: Taken) -> None:
        ended = [event.reason for event in taken.step.events if isinstance(event, Disconnected)]
        if ended or taken.step.state.rest == AGENT:
            self._add(taken, ended[0] if ended else "with an agent")

    def _add(self, taken: Taken, end: str) -> None:
        if len(self.paths) < self._most_paths:
            choices = (*self.graph.path(taken.source), *taken.labels)
            heard = (*self.graph.heard(taken.source), *told(taken.step))
            self.paths.append(WalkedPath(choices, heard, end))
