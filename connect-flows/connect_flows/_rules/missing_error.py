"""Error branches that an action must have."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class MissingError(Rule):
    id = "E303"
    text = "An action has every error branch that it needs in its mode."
    source = f"{ACTIONS}; {REFUSAL}: Action is missing required error"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            there = {branch.error_type for branch in action.errors}
            for error_type in facts.errors(action.parameters).required:
                if error_type not in there:
                    cure = f"{action.type} needs it: add a branch for it"
                    yield Fault(place / "Transitions" / "Errors", f"has no {error_type}", cure)
