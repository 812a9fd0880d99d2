"""Branches that another one hides."""

from collections.abc import Hashable, Iterable, Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View


class SecondBranchNeverTaken(Rule):
    id = "W517"
    text = "No two branches of an action are for the same error or the same condition: the first is taken."
    source = f"{DOCUMENT}: the first condition that is true wins"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place in view.places:
            if len(action.errors) > 1:
                for index in _repeated(branch.error_type for branch in action.errors):
                    problem = f"is for {action.errors[index].error_type}, as an earlier one is"
                    yield Fault(place / "Transitions" / "Errors" / index, problem, "keep one of them")
            if len(action.conditions) > 1:
                for index in _repeated((branch.operator, branch.operands) for branch in action.conditions):
                    operands = ", ".join(shown(operand) for operand in action.conditions[index].operands)
                    problem = f"is for {action.conditions[index].operator} {operands}, as an earlier one is"
                    yield Fault(place / "Transitions" / "Conditions" / index, problem, "keep one of them")


def _repeated(keys: Iterable[Hashable]) -> Iterator[int]:
    seen = set[Hashable]()
    for index, key in enumerate(keys):
        if key in seen:
            yield index
        seen.add(key)
