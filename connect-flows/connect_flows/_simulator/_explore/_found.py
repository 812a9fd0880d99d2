"""What the walk of all paths finds."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from connect_flows._simulator._errors import SimulationError


class PathProblem(StrEnum):
    """What may be wrong with a path.

    >>> PathProblem.SILENCE.value
    'silence'
    """

    SILENCE = "silence"
    """The contact ends, and the customer was told nothing since it was last their turn, or at all."""
    DROPPED = "dropped"
    """The contact ends at an error that the flow has no branch for."""
    LOOP = "loop"
    """Blocks lead in a circle in which nothing is said and nobody is waited for."""
    ENDLESS = "endless"
    """A customer who says nothing is talked to for ever."""
    STRANDED = "stranded"
    """The flow is over, and the contact waits for nothing and nobody."""
    NO_QUEUE_FLOW = "no-queue-flow"
    """The customer waits in a queue, and the flow has not said what they hear there."""
    UNSET = "unset"
    """An attribute is compared that nothing sets."""
    UNREACHED = "unreached"
    """No path takes this branch."""
    STUCK = "stuck"
    """A block cannot be run as it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PathFinding:
    """Something wrong, and the shortest path there.

    Attributes:
        problem: What kind of thing.
        flow: The flow or module.
        block: Where in it.
        path: What happened on the way: who called, what was answered, what the customer did.
        message: What is wrong.
        cure: What to do.

    >>> print(PathFinding(problem=PathProblem.STRANDED, flow="inbound", block="end", path=("call to inbound",),
    ...     message="the flow is over and nobody has the contact", cure="transfer or disconnect it before"))
    inbound: block end: the flow is over and nobody has the contact; transfer or disconnect it before (call to inbound)
    """

    problem: PathProblem
    flow: str
    block: str
    path: tuple[str, ...]
    message: str
    cure: str

    def __str__(self) -> str:
        where = f"{self.flow}: block {self.block}" if self.block else self.flow
        path = f" ({' > '.join(self.path)})" if self.path else ""
        return f"{where}: {self.message}; {self.cure}{path}"


class TakenBranch(NamedTuple):
    """A branch of a block, as `Branch` events name it.

    >>> TakenBranch("inbound", "menu", "condition:Equals:1").branch
    'condition:Equals:1'
    """

    flow: str
    block: str
    branch: str


class WalkedPath(NamedTuple):
    """One path from its beginning to where it ends, or where it goes on like one that was walked before.

    `choices`: what happened on it. `heard`: what the customer was told. `end`: how it ends.

    >>> WalkedPath(("call to inbound", "hours main are closed"), ("안녕히 계십시오.",), "CONTACT_FLOW_DISCONNECT").end
    'CONTACT_FLOW_DISCONNECT'
    """

    choices: tuple[str, ...]
    heard: tuple[str, ...]
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What there is to see on all paths through some flows.

    Attributes:
        findings: What is wrong.
        branches: The branches that paths take.
        unreached: The branches that no path takes, and why not; without NextActions that are only copies.
        paths: Paths that end, the shortest first; at most as many as were asked for.
        states: How many different situations of a contact there were.
        complete: Whether all of them were seen; False when there are more than the bound.
        shortened: Blocks that may be answered in so many ways that not all combinations were tried.

    >>> nothing = Exploration(findings=(), branches=frozenset(), unreached={}, paths=(), states=0, complete=True)
    >>> nothing.findings
    ()
    """

    findings: tuple[PathFinding, ...]
    branches: frozenset[TakenBranch]
    unreached: Mapping[TakenBranch, str]
    paths: tuple[WalkedPath, ...]
    states: int
    complete: bool
    shortened: tuple[tuple[str, str], ...] = ()


class UnknownStart(SimulationError):
    """There is no flow of this name to start with.

    >>> print(UnknownStart("flow 'outbound' is not there; start with one of inbound"))
    flow 'outbound' is not there; start with one of inbound
    """
