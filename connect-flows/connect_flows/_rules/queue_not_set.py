"""Queues that are used before they are set."""

from collections.abc import Iterator
from operator import and_

from connect_flows._graph import Edge
from connect_flows._model import FlowType
from connect_flows._place import Fault
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_USING = ("TransferContactToQueue", "CheckHoursOfOperation", "CheckMetricData", "GetMetricData")
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
        if not using or not _starts_without_queue(view):
            return
        states = view.graph.states(False, _after, and_)
        for action, place, _ in using:
            if states.get(action.identifier) is False:
                problem = "is reached on a way where no UpdateContactTargetQueue has succeeded"
                yield Fault(place, problem, "set the queue on every way to it, and lead the errors of that elsewhere")


def _starts_without_queue(view: View) -> bool:
    """A flow of no known type that sets no queue may be one for transfers, whose contacts have a queue."""
    if view.type is None:
        return view.may_come_first and "UpdateContactTargetQueue" in view.by_type
    return view.type is FlowType.CONTACT_FLOW


def _after(edge: Edge, is_set: bool) -> bool:
    return is_set or (edge.source.type in _SETTING and not edge.is_error)
