"""Comparisons of numbers with what is none."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._resources import is_fixed
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*\Z")


class NumberOperand(Rule):
    id = "W526"
    text = "What is compared as a number is compared with one; otherwise no contact takes the branch."
    source = f"{DOCUMENT}: comparisons of numbers are false if either side is none"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("Compare", "CheckMetricData"):
            for index, branch in enumerate(action.conditions):
                if action.type == "Compare" and not branch.operator.startswith("Number"):
                    continue
                for operand in branch.operands:
                    if is_fixed(operand) and not _NUMBER.match(operand):
                        at = place / "Transitions" / "Conditions" / index / "Condition" / "Operands"
                        yield Fault(at, f"is {shown(operand)}, which is no number", "compare with a number")
