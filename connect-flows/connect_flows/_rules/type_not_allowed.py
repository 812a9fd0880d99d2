"""Actions in flows of a type that has none of them."""

from collections.abc import Iterator

from connect_flows._model import FlowType
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, Rule
from connect_flows._view import View, allowed_in


class TypeNotAllowed(Rule):
    id = "E401"
    text = "An action is one that its type of flow has."
    source = f"{ACTIONS}, Restrictions of each action"

    def check(self, view: View) -> Iterator[Fault]:
        if view.type in (None, FlowType.CAMPAIGN) and not view.is_module:
            return  # no page says what the flows of campaigns may hold
        here = None if view.is_module else view.type
        for action, place, facts in view.known:
            if here not in facts.flow_types:
                what = "modules" if here is None else f"{here} flows"
                yield Fault(place / "Type", f"{action.type} is not allowed in {what}", f"it is in {allowed_in(facts)}")
