"""How many operands a condition has."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class OperandCount(Rule):
    id = "E307"
    text = "A condition has one operand, and it is not empty."
    source = f"{REFUSAL}: Invalid branch"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.known:
            for index, branch in enumerate(action.conditions):
                at = place / "Transitions" / "Conditions" / index / "Condition" / "Operands"
                if len(branch.operands) != 1:
                    yield Fault(at, f"has {len(branch.operands)} operands", "give it one; add a branch for each value")
                elif branch.operands == ("",):
                    yield Fault(at, "is an empty operand", "an unset value takes NoMatchingCondition; compare that way")
