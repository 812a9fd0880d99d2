"""Circles that keep a contact for ever."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._model import Action, FlowType
from connect_flows._place import Fault, Place
from connect_flows._rules._pauses import pauses
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

_MOST_NAMED = 5


class EndlessCycle(Rule):
    id = "W502"
    text = "Every way round in a circle waits for the caller, for time to pass, or for a Loop to be done."
    source = f"{DOCUMENT}; a contact in such a circle goes round as long as nothing changes"

    def check(self, view: View) -> Iterator[Fault]:
        # In a queue a prompt that is said again and again passes the time until an agent is there.
        queueing = view.type is FlowType.CUSTOMER_QUEUE or "MessageParticipantIteratively" in view.by_type

        def passes_time(action: Action) -> bool:
            return pauses(action) or (queueing and action.type == "MessageParticipant")

        for group in view.graph.cycles_without(passes_time):
            if len(group) == 1 and not _goes_on_to_itself(view, group[0]):
                continue  # only its errors lead back: useless_error_branch says so
            first = view.graph.by_identifier[group[0]]
            names = ", ".join(shown(name) for name in group[:_MOST_NAMED])
            further = f" and {len(group) - _MOST_NAMED} more" if len(group) > _MOST_NAMED else ""
            problem = f"is in a circle that nothing bounds: {names}{further}"
            yield Fault(
                Place(first.path, action=first.identifier), problem, "count the rounds with a Loop, or wait in it"
            )


def _goes_on_to_itself(view: View, identifier: str) -> bool:
    return any(edge.target.identifier == identifier and not edge.is_error for edge in view.graph.out[identifier])
