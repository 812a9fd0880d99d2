"""What leads on from where a flow ends."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class TerminalTransitions(Rule):
    id = "E301"
    text = "Nothing leads on from an action that ends the flow."
    source = f"{REFUSAL}: Action does not support transitions"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            if facts.is_terminal:
                at = place / "Transitions"
                cure = f"{action.type} ends the flow; leave Transitions empty"
                if action.next_action is not None:
                    yield Fault(at / "NextAction", "leads on", cure)
                if action.errors:
                    yield Fault(at / "Errors", "leads on", cure)
                if action.conditions:
                    yield Fault(at / "Conditions", "leads on", cure)
