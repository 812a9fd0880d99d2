"""How many actions a flow may have."""

from collections.abc import Iterator

from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

MOST_ACTIONS = 250


class TooManyActions(Rule):
    id = "E103"
    text = f"A flow has at most {MOST_ACTIONS} actions."
    source = DOCUMENT

    def check(self, view: View) -> Iterator[Fault]:
        count = len(view.flow.actions)
        if count > MOST_ACTIONS:
            cure = f"keep at most {MOST_ACTIONS}; move some into a module"
            yield Fault(ROOT / "Actions", f"has {count} actions", cure)
