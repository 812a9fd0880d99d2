"""The shares that DistributeByPercentage gives to its branches."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View

_WHOLE_NUMBER = re.compile(r"[0-9]{1,3}\Z")


class Percentages(Rule):
    id = "E310"
    text = "The operands of DistributeByPercentage grow from branch to branch, from 2 to at most 100."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("DistributeByPercentage"):
            before = 1
            for index, branch in enumerate(action.conditions):
                at = place / "Transitions" / "Conditions" / index / "Condition" / "Operands"
                operand = branch.operands[0] if branch.operands else ""
                if not _WHOLE_NUMBER.match(operand) or not before < int(operand) <= 100:
                    cure = "write 1 and the sum of the shares so far, such as 31 and 51 for 30 % and 20 %"
                    yield Fault(at, f"is {shown(operand)}", cure)
                    return
                before = int(operand)
