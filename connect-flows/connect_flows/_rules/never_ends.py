"""Ways into a flow that do not lead out of it."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._model import FlowType
from connect_flows._place import Fault, Place
from connect_flows._rules._ends import ends_of
from connect_flows._rules._pauses import pauses
from connect_flows._rules._rule import DOCUMENT, Rule
from connect_flows._view import View

_ENDED_BY_AN_AGENT = frozenset({FlowType.CUSTOMER_QUEUE, FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD})
_MOST_NAMED = 5


class NeverEnds(Rule):
    id = "W503"
    text = (
        "From every action there is a way to an end of the flow; queue and hold flows may go on until an agent comes."
    )
    source = f"{DOCUMENT}; a contact that comes to no end is kept until somebody hangs up"

    def check(self, view: View) -> Iterator[Fault]:
        graph = view.graph
        if view.type in _ENDED_BY_AN_AGENT or (view.type is None and "MessageParticipantIteratively" in view.by_type):
            return
        caught = graph.reachable - graph.reaching(ends_of(view))
        if not caught:
            return
        circling = {name for group in graph.cycles_without(lambda edge: pauses(edge.source)) for name in group}
        for action, place in view.places:
            if action.identifier in caught:
                group = graph.reached_from([action.identifier]) | graph.reaching([action.identifier])
                group &= caught
                caught -= group
                if not group & circling:
                    yield _fault(view, group, place)


def _fault(view: View, group: frozenset[str], place: Place) -> Fault:
    names = [action.identifier for action, _ in view.places if action.identifier in group]
    named = ", ".join(shown(name) for name in names[:_MOST_NAMED])
    further = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return Fault(
        place, f"leads to no end of the flow: {named}{further}", "add a way that hangs up or hands the contact on"
    )
