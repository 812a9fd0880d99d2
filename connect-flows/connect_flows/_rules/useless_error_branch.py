"""Error branches that help nobody."""

from collections.abc import Iterator, Sequence

from connect_flows._action_types import ACTION_TYPES
from connect_flows._graph import Edge
from connect_flows._place import Fault, Place
from connect_flows._rules._ends import is_end
from connect_flows._rules._pauses import asks, fails_at_once
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_NOTHING_MORE_TO_SAY = frozenset({"MessageParticipant", "MessageParticipantIteratively"})
_SAYING = frozenset({*_NOTHING_MORE_TO_SAY, "InvokeFlowModule", "TransferParticipantToThirdParty"})
# What no condition matched is no failure there but the branch for everything else.
_SORTING = frozenset({"Compare", "CheckMetricData", "DistributeByPercentage"})


class UselessErrorBranch(Rule):
    id = "W505"
    text = "An error branch neither tries the same action again nor hangs up without a word."
    source = f"{GUIDE}/bp-contact-flows.html: all error branches lead to what handles the error"

    def check(self, view: View) -> Iterator[Fault]:
        hanging_up = {action.identifier for action, _, _ in view.of("DisconnectParticipant")}
        speaking = view.graph.reaching(_speaking(view)) if hanging_up else frozenset[str]()
        cutting_off = view.graph.reaching(hanging_up) - speaking
        for action, place in view.places:
            if not action.errors or view.graph.by_identifier[action.identifier] is not action:
                continue
            edges = view.graph.out[action.identifier]
            again = [
                edge
                for edge in edges
                if edge.is_error and edge.target is action and (fails_at_once(edge) or not asks(action))
            ]
            if again:
                yield Fault(
                    _place(place, again), "tries the same for ever", "lead it on, or count the tries with a Loop"
                )
            if hanging_up and action.type not in _NOTHING_MORE_TO_SAY and action.identifier in view.graph.reachable:
                cut = [edge for edge in edges if _is_failure(edge) and edge.target.identifier in cutting_off]
                if cut and (is_end(action) or any(edge.target.identifier in speaking for edge in edges)):
                    yield Fault(_place(place, cut), _hangs_up(cut), "say a word before, or go on without")


def _speaking(view: View) -> Iterator[str]:
    """Where callers may still hear something. Where they do not anyway, everything was said before."""
    for action, _ in view.places:
        facts = ACTION_TYPES.get(action.type)
        if facts is None or action.type in _SAYING or asks(action) or (is_end(action) and not facts.is_terminal):
            yield action.identifier


def _is_failure(edge: Edge) -> bool:
    return edge.is_error and not (edge.kind == "NoMatchingCondition" and edge.source.type in _SORTING)


def _hangs_up(edges: Sequence[Edge]) -> str:
    kinds = dict.fromkeys(edge.kind for edge in edges)
    return f"hangs up on the caller without a word after {' and '.join(kinds)}"


def _place(place: Place, edges: Sequence[Edge]) -> Place:
    place = place / "Transitions"
    for step in edges[0].at if len(edges) == 1 else ("Errors",):
        place = place / step
    return place
