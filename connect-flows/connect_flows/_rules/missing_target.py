"""Ways that lead to an action that is not there."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import ROOT, Fault, Place
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View


class MissingTarget(Rule):
    id = "E107"
    text = "StartAction and every NextAction name an action of the flow."
    source = DOCUMENT

    def check(self, view: View) -> Iterator[Fault]:
        existing = view.graph.by_identifier
        if view.flow.start_action not in existing:
            yield _fault(ROOT / "StartAction", view.flow.start_action)
        for action, place in view.places:
            at = place / "Transitions"
            if action.next_action is not None and action.next_action not in existing:
                yield _fault(at / "NextAction", action.next_action)
            for index, error in enumerate(action.errors):
                if error.next_action not in existing:
                    yield _fault(at / "Errors" / index / "NextAction", error.next_action)
            for index, branch in enumerate(action.conditions):
                if branch.next_action not in existing:
                    yield _fault(at / "Conditions" / index / "NextAction", branch.next_action)


def _fault(place: Place, target: str) -> Fault:
    return Fault(place, f"{shown(target)} does not exist", "use one of the flow's identifiers")
