"""Conditions that an action must have."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class MissingCondition(Rule):
    id = "E309"
    text = "An action has a branch for each answer that it must have one for."
    source = f"{ACTIONS}; {REFUSAL}: Invalid branch"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            conditions = facts.conditions(action.parameters)
            if conditions is None:
                continue
            at = place / "Transitions" / "Conditions"
            if conditions.needed and not action.conditions:
                yield Fault(at, "is empty", f"{action.type} needs a condition")
            elif conditions.every and conditions.operands is not None:
                there = {operand for branch in action.conditions for operand in branch.operands}
                for operand in conditions.operands:
                    if operand not in there:
                        yield Fault(at, f"has no branch for {operand}", f"{action.type} needs it: add one")
