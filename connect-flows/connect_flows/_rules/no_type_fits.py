"""Flows that no type of flow would take."""

from collections.abc import Iterator

from connect_flows._action_types import ACTION_TYPES
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, Rule
from connect_flows._view import View, allowed_in


class NoTypeFits(Rule):
    id = "E402"
    text = "There is a type of flow that has all actions of the flow."
    source = f"{ACTIONS}, Restrictions of each action"

    def check(self, view: View) -> Iterator[Fault]:
        if view.type is not None or view.is_module:
            return
        fitting = frozenset().union(*(facts.flow_types for facts in ACTION_TYPES.values())) - {None}
        for action, place, facts in view.known:
            if not fitting & facts.flow_types:
                before = "no other action of this flow is allowed there"
                yield Fault(place / "Type", f"{action.type} is in {allowed_in(facts)} only", before)
                return
            fitting &= facts.flow_types
