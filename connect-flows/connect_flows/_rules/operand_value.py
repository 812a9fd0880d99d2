"""Operands that can never be."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class OperandValue(Rule):
    id = "E308"
    text = "An operand is one of those that its action has."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value. Path: Actions[N].Transitions.Conditions"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            conditions = facts.conditions(action.parameters) if action.conditions else None
            if conditions is None or conditions.operands is None:
                continue
            for index, branch in enumerate(action.conditions):
                for operand in branch.operands:
                    if operand and operand not in conditions.operands:
                        at = place / "Transitions" / "Conditions" / index / "Condition" / "Operands"
                        cure = f"{action.type} has {', '.join(conditions.operands)} here"
                        yield Fault(at, f"is {shown(operand)}", cure)
