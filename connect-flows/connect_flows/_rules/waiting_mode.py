"""What a Wait needs that lets the flow go on meanwhile."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class WaitingMode(Rule):
    id = "E213"
    text = "A Wait with ContinueExecution has MinimumWaitTimeSeconds."
    source = f"{REFUSAL}: Action is missing required property"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("Wait"):
            if "ContinueExecution" in action.parameters and "MinimumWaitTimeSeconds" not in action.parameters:
                at = place / "Parameters" / "MinimumWaitTimeSeconds"
                yield Fault(at, "is missing", "ContinueExecution needs it")
