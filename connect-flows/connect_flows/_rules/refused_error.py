"""Error branches that an action may not have."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class RefusedError(Rule):
    id = "E304"
    text = "An action has no error branch that it does not take in its mode."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action error"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            if not action.errors or facts.is_terminal or not facts.known:
                continue
            errors = facts.errors(action.parameters)
            allowed = (*errors.required, *errors.optional)
            for index, branch in enumerate(action.errors):
                if branch.error_type not in allowed:
                    at = place / "Transitions" / "Errors" / index / "ErrorType"
                    cure = f"{action.type} takes {', '.join(allowed) or 'no errors'} here"
                    yield Fault(at, f"is {shown(branch.error_type)}", cure)
