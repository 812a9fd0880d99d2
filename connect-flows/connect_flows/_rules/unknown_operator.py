"""Operators that a condition does not have."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, REFUSAL, Rule
from connect_flows._view import View


class UnknownOperator(Rule):
    id = "E306"
    text = "A condition's operator is one that its action takes; there is no And, Or, Not or NumberEquals."
    source = f"{DOCUMENT}; {REFUSAL}: Invalid Action property value"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            conditions = facts.conditions(action.parameters) if action.conditions else None
            if conditions is None:
                continue
            for index, branch in enumerate(action.conditions):
                if branch.operator not in conditions.operators:
                    at = place / "Transitions" / "Conditions" / index / "Condition" / "Operator"
                    cure = f"{action.type} takes {', '.join(conditions.operators)} here"
                    yield Fault(at, f"is {shown(branch.operator)}", cure)
