"""Flows that are deployed together and name one another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from connect_flows._functions import FunctionContract
from connect_flows._instance_arn import InstanceArn
from connect_flows._model import Action, Flow
from connect_flows._place import Place
from connect_flows._placeholder import Placeholder, placeholders_in
from connect_flows._resources import named_resources
from connect_flows._view import Surroundings, View


class Naming(NamedTuple):
    """A place where a flow names another flow, a module or a function."""

    flow: Flow
    action: Action
    place: Place
    place_of_action: Place
    placeholder: Placeholder


@dataclass(frozen=True)
class FlowSet:
    """Flows and modules, what the functions that they invoke promise, and the instance that they are for, if known."""

    flows: Sequence[Flow]
    functions: Mapping[str, FunctionContract] | None = None
    instance: InstanceArn | None = None

    @cached_property
    def by_name(self) -> Mapping[str, Flow]:
        """Every flow by what ``${flow.<name>}`` or ``${module.<name>}`` calls it: its name and that of its file."""
        named = {flow.name: flow for flow in reversed(self.flows)}
        return {**{PurePath(flow.source).stem: flow for flow in reversed(self.flows)}, **named}

    @cached_property
    def views(self) -> Sequence[View]:
        """Each flow as the rules look at it: what the others and the functions write counts as set."""
        written = [frozenset(_attributes(flow)) for flow in self.flows]
        by_functions = {name for contract in (self.functions or {}).values() for name in contract.writes}
        views: list[View] = []
        for number, flow in enumerate(self.flows):
            others = by_functions.union(*(names for at, names in enumerate(written) if at != number))
            around = Surroundings(instance=self.instance, attributes=frozenset(others))
            views.append(View(flow, None, around))
        return views

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Every place where a flow names a resource."""
        return tuple(self._namings())

    @cached_property
    def leads_to(self) -> Mapping[str, Sequence[tuple[Place, Flow]]]:
        """The flows and modules of the set that each flow names, and where, by its source."""
        leading: dict[str, list[tuple[Place, Flow]]] = {flow.source: [] for flow in self.flows}
        for naming in self.namings:
            target = self.target(naming) if naming.placeholder.kind in ("flow", "module") else None
            if target is not None:
                leading[naming.flow.source].append((naming.place, target))
        return leading

    def named(self, kind: str) -> Iterator[Naming]:
        """The places where a flow names something of a kind."""
        return (naming for naming in self.namings if naming.placeholder.kind == kind)

    def target(self, naming: Naming) -> Flow | None:
        """The flow or module of the set that is named."""
        return self.by_name.get(naming.placeholder.name)

    def _namings(self) -> Iterator[Naming]:
        for view in self.views:
            actions = {action.identifier: (action, place) for action, place in view.places}
            for _, place, value in named_resources(view):
                action, at = actions[place.action]
                for placeholder in placeholders_in(value):
                    yield Naming(view.flow, action, place, at, placeholder)


def _attributes(flow: Flow) -> Iterator[str]:
    for action in flow.actions:
        attributes = action.parameters.get("Attributes") if action.type == "UpdateContactAttributes" else None
        if isinstance(attributes, dict):
            yield from attributes
