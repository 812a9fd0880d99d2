"""Actions that no contact comes to."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View


class UnreachableAction(Rule):
    id = "W501"
    text = "Every action can be reached from StartAction."
    source = f"{DOCUMENT}; exports hold such actions, and one author says that Amazon Connect refuses them"

    def check(self, view: View) -> Iterator[Fault]:
        start = view.graph.start
        if start is None:
            return
        reachable = view.graph.reachable
        for action, place in view.places:
            if action.identifier not in reachable:
                problem = f"cannot be reached from StartAction {shown(start.identifier)}"
                yield Fault(place, problem, "lead a branch to it or leave it out")
