"""Queues that are used before they are set."""

from collections.abc import Iterator
from operator import and_

from connect_flows._graph import Edge
from connect_flows._place import Fault
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_USING = (
    "TransferContactToQueue",
    "CheckHoursOfOperation",
    "CheckMetricData",
    "GetMetricData",
    "CreateCallbackContact",
)
_NAMING = ("HoursOfOperationId", "QueueId", "AgentId")
_SETTING = frozenset({"UpdateContactTargetQueue", "InvokeFlowModule"})


class QueueNotSet(Rule):
    id = "W504"
    text = (
        "Where a flow uses the contact's queue, every way has set one; an error of UpdateContactTargetQueue sets none."
    )
    source = f"{GUIDE}/set-working-queue.html: a queue must be specified before invoking Transfer to queue"

    def check(self, view: View) -> Iterator[Fault]:
        using = [known for known in view.of(*_USING) if not any(name in known.action.parameters for name in _NAMING)]
        if not using or not view.may_come_first:
            return
        states = view.graph.states(False, _after, and_)
        for action, place, _ in using:
            if states.get(action.identifier) is False:
                problem = "is reached on a way where no UpdateContactTargetQueue has succeeded"
                yield Fault(place, problem, "set the queue on every way to it, and lead the errors of that elsewhere")


def _after(edge: Edge, is_set: bool) -> bool:
    return is_set or (edge.source.type in _SETTING and not edge.is_error)
