"""A flow as the rules look at it: every question that several of them ask is answered once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from connect_flows._action_types import ACTION_TYPES, ActionType, Aspect, Wrong
from connect_flows._graph import Graph
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Action, Flow, FlowType
from connect_flows._place import Place
from connect_flows._prompts import Prompt, prompts_in
from connect_flows._references import Reference, references_at
from connect_flows._strings import Located, strings_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is known about everything around a flow.

    `instance`: where the flow is to live. `attributes`: contact attributes that other flows of its set write, None if
    its set is not known.
    """

    instance: InstanceArn | None = None
    attributes: frozenset[str] | None = None


class Known(NamedTuple):
    """An action whose type exists."""

    action: Action
    place: Place
    facts: ActionType


class View:
    """A flow with its type, which somebody may know better than the flow does."""

    def __init__(self, flow: Flow, flow_type: "FlowType | Literal['MODULE'] | None", around: Surroundings) -> None:
        self.flow = flow
        self.is_module = flow_type == "MODULE" or (flow_type is None and flow.is_module)
        self.type = None if flow_type == "MODULE" else flow_type or flow.type
        self.around = around
        self.graph = Graph(flow)
        self.places = tuple((action, Place(action.path, action=action.identifier)) for action in flow.actions)
        self.known = tuple(
            Known(action, place, ACTION_TYPES[action.type])
            for action, place in self.places
            if action.type in ACTION_TYPES
        )

    @cached_property
    def by_type(self) -> Mapping[str, tuple[Known, ...]]:
        """The actions of each type that is there."""
        sorted_: dict[str, list[Known]] = {}
        for known in self.known:
            sorted_.setdefault(known.action.type, []).append(known)
        return {name: tuple(actions) for name, actions in sorted_.items()}

    def of(self, *types: str) -> Iterator[Known]:
        """The actions of some types, in the flow's order within each."""
        for name in types:
            yield from self.by_type.get(name, ())

    @cached_property
    def possible_types(self) -> frozenset[FlowType]:
        """The types that the flow can be of: its own, or those that have all its actions. None if it is a module."""
        if self.is_module or self.type is not None:
            return frozenset() if self.type is None else frozenset({self.type})
        possible = frozenset(FlowType)
        for facts in {known.action.type: known.facts for known in self.known}.values():
            possible &= facts.flow_types
        return possible

    @property
    def may_come_first(self) -> bool:
        """Whether the flow may be the first that a contact comes to, so that nothing is set when it starts."""
        return FlowType.CONTACT_FLOW in self.possible_types

    @cached_property
    def strings(self) -> tuple[Located, ...]:
        """Every string in the parameters."""
        return tuple(found for action, place in self.places for found in strings_in(action, place / "Parameters"))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Everything that the flow reads, once for each place."""
        return tuple(
            reference
            for located in self.strings
            for reference in {reference.text: reference for reference in references_at(located)}.values()
        )

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """Everything that the flow says."""
        return tuple(prompt for action, place, _ in self.known for prompt in prompts_in(action, place / "Parameters"))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Every LanguageCode that the flow gives a contact."""
        codes = (action.parameters.get("LanguageCode") for action, _, _ in self.of("UpdateContactData"))
        return tuple(code for code in codes if isinstance(code, str))

    @cached_property
    def wrongs(self) -> Mapping[Aspect, list[tuple[Known, Wrong]]]:
        """What is wrong with the parameters of the actions, by what it is."""
        found: dict[Aspect, list[tuple[Known, Wrong]]] = {aspect: [] for aspect in Aspect}
        for known in self.known:
            for wrong in _parameter_wrongs(known):
                found[wrong.aspect].append((known, wrong))
        return found


def allowed_in(facts: ActionType) -> str:
    """Where a type of action is allowed, in words."""
    names = sorted(str(place) if place else "modules" for place in facts.flow_types)
    return ", ".join(names) or "no flow"


def _parameter_wrongs(known: Known) -> Iterator[Wrong]:
    action, place, facts = known
    place = place / "Parameters"
    for name in facts.required:
        if name not in action.parameters:
            yield Wrong(Aspect.MISSING, place / name, "is missing", f"{action.type} needs it")
    for name, value in action.parameters.items():
        kind = facts.required.get(name) or facts.optional.get(name)
        if kind is not None:
            yield from kind.wrongs(value, place / name)
        else:
            yield Wrong(Aspect.UNKNOWN, place / name, "is unknown", _allowed(known))


def _allowed(known: Known) -> str:
    names = (*known.facts.required, *known.facts.optional)
    return f"{known.action.type} takes {', '.join(names)}" if names else f"{known.action.type} takes no parameters"
