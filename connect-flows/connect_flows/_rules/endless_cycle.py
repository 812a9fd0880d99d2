"""Circles that keep a contact for ever."""

from collections.abc import Callable, Iterator

from connect_flows._finding import shown
from connect_flows._graph import NEXT, Edge
from connect_flows._model import FlowType
from connect_flows._place import Fault, Place
from connect_flows._rules._ends import HANDING_OVER
from connect_flows._rules._pauses import pauses_on
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

        def passes_time(edge: Edge) -> bool:
            source = edge.source.type
            leaves = edge.kind == NEXT and source in HANDING_OVER  # has a NextAction, and never takes it
            return leaves or pauses_on(edge) or (queueing and source == "MessageParticipant")

        for group in view.graph.cycles_without(passes_time):
            if len(group) == 1 and not _goes_on_to_itself(view, group[0], passes_time):
                continue  # only its errors lead back: useless_error_branch says so
            first = view.graph.by_identifier[group[0]]
            names = ", ".join(shown(name) for name in group[:_MOST_NAMED])
            further = f" and {len(group) - _MOST_NAMED} more" if len(group) > _MOST_NAMED else ""
            problem = f"is in a circle that nothing bounds: {names}{further}"
            yield Fault(
                Place(first.path, action=first.identifier), problem, "count the rounds with a Loop, or wait in it"
            )


def _goes_on_to_itself(view: View, identifier: str, passes_time: Callable[[Edge], bool]) -> bool:
    ways = [edge for edge in view.graph.out[identifier] if edge.target.identifier == identifier]
    return any(not edge.is_error and not passes_time(edge) for edge in ways)
