"""Functions one after another while the caller hears nothing."""

from collections.abc import Iterator

from connect_flows._graph import Edge
from connect_flows._model import Action
from connect_flows._place import Fault
from connect_flows._rules._pauses import pauses
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

LONGEST_SEQUENCE = 20
_BEYOND = LONGEST_SEQUENCE + 1


class LambdaChain(Rule):
    id = "W515"
    text = f"Functions that are invoked one after another take {LONGEST_SEQUENCE} s at most; a prompt starts anew."
    source = f"{GUIDE}/connect-lambda-functions.html: the sequence times out after {LONGEST_SEQUENCE} seconds"

    def check(self, view: View) -> Iterator[Fault]:
        limits = {action.identifier: _seconds(action) for action, _, _ in view.of("InvokeLambdaFunction")}
        if sum(limits.values()) <= LONGEST_SEQUENCE and len(limits) < 2:
            return
        before = view.graph.states(0, _after, max)
        late = {name for name, limit in limits.items() if limit and before.get(name, 0) + limit > LONGEST_SEQUENCE}
        late &= before.keys()
        first = {name for name in late if before[name] <= LONGEST_SEQUENCE}
        if late and not first:  # in a circle there is no first one
            first = {next(name for name in view.graph.nearest_first if name in late)}
        for action, place, _ in view.of("InvokeLambdaFunction"):
            if action.identifier in first:
                problem = f"ends a sequence of functions that may take more than {LONGEST_SEQUENCE} s without a prompt"
                yield Fault(place, problem, f"say something between them, or keep to {LONGEST_SEQUENCE} s in all")


def _after(edge: Edge, seconds: int) -> int:
    action = edge.source
    if action.type == "InvokeLambdaFunction":
        return min(seconds + _seconds(action), _BEYOND)
    if action.type == "MessageParticipant" or (pauses(action) and action.type != "Loop"):
        return 0
    return seconds


def _seconds(action: Action) -> int:
    """How long the flow waits for the function at most."""
    limit = action.parameters.get("InvocationTimeLimitSeconds")
    if action.parameters.get("InvocationType") == "ASYNCHRONOUS" or not isinstance(limit, (str, int)):
        return 0
    return int(limit) if str(limit).isascii() and str(limit).isdecimal() and len(str(limit)) < 4 else 0
