"""Callbacks to a number that nobody has set."""

from collections.abc import Iterator
from operator import and_

from connect_flows._graph import Edge
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, Rule
from connect_flows._view import View

_SETTER = "UpdateContactCallbackNumber"


class CallbackWithoutNumber(Rule):
    id = "W506"
    text = "Where a callback is made, every way has set its number; an error of UpdateContactCallbackNumber sets none."
    source = f"{ACTIONS}: the number is the caller's own if UpdateContactCallbackNumber is never used"

    def check(self, view: View) -> Iterator[Fault]:
        if "CreateCallbackContact" not in view.by_type:
            return
        states = view.graph.states(False, _after, and_)
        for action, place, _ in view.of("CreateCallbackContact"):
            if states.get(action.identifier) is False:
                problem = f"is reached on a way where no {_SETTER} has succeeded: it calls whoever called"
                yield Fault(place, problem, "set the number on every way to it, and ask again when that fails")


def _after(edge: Edge, is_set: bool) -> bool:
    return is_set or (edge.source.type == _SETTER and not edge.is_error)
