"""Two actions of one name."""

from collections import Counter
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View


class IdentifierTwice(Rule):
    id = "E106"
    text = "Each action has an identifier of its own."
    source = DOCUMENT

    def check(self, view: View) -> Iterator[Fault]:
        if len(view.graph.by_identifier) == len(view.flow.actions):
            return
        counted = Counter(action.identifier for action in view.flow.actions)
        for action, place in view.places:
            if counted[action.identifier] > 1:
                yield Fault(
                    place / "Identifier", f"{shown(action.identifier)} is there twice", "give each action its own"
                )
