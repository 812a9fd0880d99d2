"""Conditions where an action takes none."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class RefusedCondition(Rule):
    id = "E305"
    text = "An action has conditions only if it takes them in its mode."
    source = f"{ACTIONS}; {REFUSAL}: Action does not support conditions"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            if action.conditions and not facts.is_terminal and facts.conditions(action.parameters) is None:
                cure = f"leave them out; after {action.type}, a Compare can branch"
                yield Fault(place / "Transitions" / "Conditions", "is not for this action", cure)
