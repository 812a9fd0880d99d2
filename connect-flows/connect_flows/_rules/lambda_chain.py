"""Functions one after another while the caller hears nothing."""

from collections.abc import Iterator, Mapping

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
        if sum(limits.values()) <= LONGEST_SEQUENCE and len(limits) < 2 and not _goes_round_too_long(view, limits):
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


def _goes_round_too_long(view: View, limits: Mapping[str, int]) -> bool:
    """Whether functions are asked again and again in a circle without a prompt, too often or nobody knows how often."""
    for group in view.graph.cycles_without(lambda edge: _hears_something(edge.source)):
        rounds = [_whole(view.graph.by_identifier[name].parameters.get("LoopCount")) for name in group]
        most = max((count for count in rounds if count is not None), default=_BEYOND)
        if most * sum(limits.get(name, 0) for name in group) > LONGEST_SEQUENCE:
            return True
    return False


def _after(edge: Edge, seconds: int) -> int:
    if edge.source.type == "InvokeLambdaFunction":
        return min(seconds + _seconds(edge.source), _BEYOND)
    return 0 if _hears_something(edge.source) else seconds


def _hears_something(action: Action) -> bool:
    return action.type == "MessageParticipant" or (pauses(action) and action.type != "Loop")


def _seconds(action: Action) -> int:
    """How long the flow waits for the function at most."""
    if action.parameters.get("InvocationType") == "ASYNCHRONOUS":
        return 0
    return _whole(action.parameters.get("InvocationTimeLimitSeconds")) or 0


def _whole(value: object) -> int | None:
    """A number of a few digits, as the console or others write it."""
    text = str(value) if isinstance(value, (str, int)) else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None
