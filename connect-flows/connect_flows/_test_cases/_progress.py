"""How far one observation of an execution has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from connect_flows._test_cases._matching import Seen
from connect_flows._test_cases._model import Action, Observation

PASSED = "PASSED"
FAILED = "FAILED"
IN_PROGRESS = "IN_PROGRESS"
STOPPED = "STOPPED"
INITIATED = "INITIATED"


class Completion(NamedTuple):
    """Why an execution is over.

    `type`: SUCCESS, FAILURE or TIMEOUT. `reasons`: OBSERVE_EVENT (an event has not come), INITIALIZATION_FAILURE (there
    is no contact); ASSERT (an assertion does not hold) and SIMULATION (nothing says how it goes on) are ours.

    >>> Completion("FAILURE", "the contact is over", ("OBSERVE_EVENT",)).type
    'FAILURE'
    """

    type: str
    message: str
    reasons: tuple[str, ...] = ()


class Done(NamedTuple):
    """An action that was done. `actual`: its parameters, with what was found in the place of references."""

    action: Action
    status: str
    actual: Mapping[str, Any]


@dataclass(slots=True)
class Progress:
    """One observation.

    Attributes:
        observation: The observation.
        status: "" while it does not wait yet, then as in records.
        at: When its status last changed, in seconds since 1970.
        seen: What came.
        done: The actions that were done.
        said: What was said in one go since it waits: since then, or since the customer's last input.
        heard: All that was said since it waits.

    >>> from connect_flows.test_cases import Event, Observation
    >>> event = Event(identifier="begun", type="TestInitiated", actor="System", properties={})
    >>> Progress(Observation(identifier="start", event=event, actions=(), next_observations=())).waits
    False
    """

    observation: Observation
    status: str = ""
    at: float = 0.0
    seen: Seen | None = None
    done: list[Done] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    @property
    def is_approximate(self) -> bool:
        """Whether Connect may decide otherwise: it compares by meaning, in a way that it does not publish."""
        criteria = self.observation.event.properties.get("MatchingCriteria")
        return isinstance(criteria, Mapping) and criteria.get("Type") == "Similarity"

    @property
    def waits(self) -> bool:
        """Whether its event is waited for."""
        return self.status == IN_PROGRESS

    def turns(self, status: str, at: float) -> None:
        """Its status changes."""
        self.status, self.at = status, at
