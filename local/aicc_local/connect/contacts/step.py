"""One step of a contact in a flow: what an action sees, and what may come of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from aicc_local.connect.contacts import metrics
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.references import known_to, resolved
from aicc_local.connect.contacts.walk import Frame, Walk
from aicc_local.local_aws import LocalAws
from connect_flows import Action, Flow

Answer = TypeVar("Answer")


class CannotGoOn(Exception):
    """The local Connect cannot do what an action asks; the contact stops there. The message says why."""


class NoBranch(Exception):
    """Something has gone wrong, and the action has no branch for it: the flow ends there."""


@dataclass(frozen=True, slots=True)
class Next:
    """Go on with this action of the running flow or module."""

    action: str


@dataclass(frozen=True, slots=True)
class Begins:
    """Leave the flow and begin another."""

    flow: str


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait for the customer or the clock; `seconds` None: only for the customer, or an agent."""

    waits_for: str
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Ends:
    """The flow is over; the contact may be, too."""


@dataclass(frozen=True, slots=True)
class Outside:
    """Work that takes long, so that it is done while the store is free; then the step goes on with what came of it."""

    work: Callable[[], Any]
    then: Callable[["Step", Any], "Outcome"]


Outcome = Next | Begins | Pause | Ends | Outside


@dataclass(frozen=True, slots=True)
class Typed:
    """The customer has typed keys, or a message."""

    text: str


@dataclass(frozen=True, slots=True)
class TimeIsUp:
    """What the contact waited for has not come in time."""

    turn: int


Happening = Typed | TimeIsUp


@dataclass(slots=True, kw_only=True)
class Step:
    """What an action sees. The store is locked.

    Attributes:
        shown: The parameters for the flow log; those of the action, resolved, unless an action says otherwise.
        results: What the flow log says came of it.
        external: What a function answered, for the flow log.
    """

    aws: LocalAws
    contact: Contact
    walk: Walk
    flow_arn: str
    flow: Flow
    action: Action
    shown: dict[str, Any] = field(default_factory=dict)
    results: str = ""
    external: Mapping[str, Any] | None = None

    @property
    def frame(self) -> Frame:
        """What the running flow or module remembers."""
        return self.walk.frame

    def resolved(self, value: Any) -> Any:
        """`value` with its references replaced."""
        return resolved(value, known_to(self.aws, self.contact, self.frame))

    def parameter(self, name: str) -> Any:
        """A parameter, resolved; None when the action has none of this name."""
        return self.resolved(self.action.parameters.get(name))

    def accept_only(self, *names: str) -> None:
        """Refuse parameters that the local Connect does nothing about."""
        others = sorted(set(self.action.parameters) - set(names))
        if others:
            raise CannotGoOn(f"{self.action.type} with {', '.join(others)}")

    def proceed(self) -> Next:
        """Take NextAction."""
        if self.action.next_action is None:
            raise NoBranch("no NextAction")
        return Next(self.action.next_action)

    def branch(self, result: str) -> Next | None:
        """Take the first condition that `result` equals."""
        for condition in self.action.conditions:
            if condition.operator == "Equals" and condition.operands == (result,):
                self.results = result
                return Next(condition.next_action)
        return None

    def error(self, kind: str = "NoMatchingError", results: str = "") -> Next:
        """Take the branch of an error; NoMatchingError is for whatever has none of its own.

        Raises:
            NoBranch: There is no such branch.
        """
        self.results = results or kind
        if kind not in ("NoMatchingCondition", "InputTimeLimitExceeded"):
            metrics.flow_error(self.aws, self.contact, self.flow.name)
        branches = {branch.error_type: branch.next_action for branch in self.action.errors}
        taken = branches.get(kind) or branches.get("NoMatchingError")
        if taken is None:
            raise NoBranch(f"no branch for {kind}")
        return Next(taken)
