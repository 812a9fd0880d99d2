"""Actions that do not say what comes next."""

from collections.abc import Iterator

from connect_flows._action_types import Next
from connect_flows._place import Fault
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class MissingNext(Rule):
    id = "E302"
    text = "Every action but those that end a flow has a NextAction, even where no contact takes it."
    source = f"{REFUSAL}: Action is missing required property. Path: Actions[N].Transitions.NextAction"

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, facts in view.known:
            if facts.next_action is Next.REQUIRED and action.next_action is None:
                cure = f"{action.type} needs it; without a branch for success, repeat the target of another branch"
                yield Fault(place / "Transitions" / "NextAction", "is missing", cure)
