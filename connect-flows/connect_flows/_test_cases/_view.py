"""A test case as the rules look at it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from connect_flows._functions import FunctionContract
from connect_flows._model import Flow
from connect_flows._place import Place
from connect_flows._test_cases._model import Action, Event, Observation, TestCase
from connect_flows._test_cases._said import Said


class EventAt(NamedTuple):
    """An event with its place and its observation."""

    observation: Observation
    event: Event
    place: Place


class ActionAt(NamedTuple):
    """An action with its place and its observation."""

    observation: Observation
    action: Action
    place: Place


class OverrideAt(NamedTuple):
    """What overrides an action of a flow. `properties`: of the behaviour. `place`: theirs."""

    observation: Observation
    properties: Mapping[str, Any]
    place: Place


@dataclass(frozen=True)
class View:
    """A test case, the flows that it is to run through and what their functions promise: None if nobody knows them."""

    case: TestCase
    flows: Sequence[Flow] | None = None
    functions: Mapping[str, FunctionContract] | None = None

    @cached_property
    def observations(self) -> tuple[tuple[Observation, Place], ...]:
        """Every observation with its place."""
        return tuple(
            (observation, Place(f"Observations[{index}]", action=observation.identifier))
            for index, observation in enumerate(self.case.observations)
        )

    @cached_property
    def events(self) -> tuple[EventAt, ...]:
        """Every event with its place."""
        return tuple(EventAt(observation, observation.event, at / "Event") for observation, at in self.observations)

    @cached_property
    def actions(self) -> tuple[ActionAt, ...]:
        """Every action with its place."""
        return tuple(
            ActionAt(observation, action, at / "Actions" / index)
            for observation, at in self.observations
            for index, action in enumerate(observation.actions)
        )

    @cached_property
    def said(self) -> Said | None:
        """What the flows say; None if nobody knows them."""
        return None if self.flows is None else Said(self.flows)

    @property
    def is_voice(self) -> bool:
        """Whether the customer calls."""
        return self.case.entry_point is not None and self.case.entry_point.is_voice

    def events_of(self, *types: str) -> Iterator[EventAt]:
        """The events of some types."""
        return (found for found in self.events if found.event.type in types)

    def actions_of(self, action_type: str) -> Iterator[ActionAt]:
        """The actions of a type."""
        return (found for found in self.actions if found.action.type == action_type)

    @cached_property
    def overrides(self) -> tuple[OverrideAt, ...]:
        """Every override whose properties can be read."""
        found = []
        for observation, action, place in self.actions_of("OverrideSystemBehavior"):
            behavior = mapping(action.parameters.get("Behavior"))
            if isinstance(behavior.get("Properties"), Mapping):
                at = place / "Parameters" / "Behavior" / "Properties"
                found.append(OverrideAt(observation, behavior["Properties"], at))
        return tuple(found)

    @cached_property
    def by_identifier(self) -> Mapping[str, Observation]:
        """Every observation by its identifier; of two with one identifier, the first."""
        return {observation.identifier: observation for observation in reversed(self.case.observations)}

    @cached_property
    def beginnings(self) -> tuple[Observation, ...]:
        """The observations that no other leads to: they wait from the start."""
        led_to = {following for observation in self.case.observations for following in observation.next_observations}
        return tuple(observation for observation in self.case.observations if observation.identifier not in led_to)

    def before(self, observation: Observation) -> frozenset[str]:
        """The identifiers of the observations that have passed when this one has: it, and all that lead to it."""
        found: set[str] = set()
        waiting = [observation.identifier]
        while waiting:
            identifier = waiting.pop()
            if identifier not in found:
                found.add(identifier)
                waiting += self.leading.get(identifier, ())
        return frozenset(found)

    @cached_property
    def leading(self) -> Mapping[str, Sequence[str]]:
        """The identifiers of the observations that lead to each."""
        leading: dict[str, list[str]] = {}
        for observation in self.case.observations:
            for following in observation.next_observations:
                leading.setdefault(following, []).append(observation.identifier)
        return leading


def mapping(value: object) -> Mapping[str, Any]:
    """The value if it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}
