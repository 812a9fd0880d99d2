"""Parameters and errors that nobody has seen on actions that no page of AWS describes."""

from collections.abc import Iterator

from connect_flows._action_types import Aspect
from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View

_CURE = "make sure that it is spelt as the console exports it"


class UnlistedParameter(Rule):
    id = "W522"
    text = "An action that no page of AWS describes has the parameters and errors that were seen on it."
    source = "exports of the console"

    def check(self, view: View) -> Iterator[Fault]:
        for known, (_, place, _, _) in view.wrongs[Aspect.UNKNOWN]:
            if not known.facts.known:
                yield Fault(place, f"was not seen on {known.action.type} before", _CURE)
        for action, place, facts in view.known:
            if facts.known or not action.errors:
                continue
            errors = facts.errors(action.parameters)
            for index, branch in enumerate(action.errors):
                if branch.error_type not in (*errors.required, *errors.optional):
                    at = place / "Transitions" / "Errors" / index / "ErrorType"
                    yield Fault(at, f"{shown(branch.error_type)} was not seen on {action.type} before", _CURE)
