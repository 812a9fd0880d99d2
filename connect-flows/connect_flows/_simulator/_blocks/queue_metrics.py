"""GetMetricData and CheckMetricData: of the target queue, unless the block names one."""

from collections.abc import Callable, Mapping

from connect_flows._simulator._blocks import compare
from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import QueueMetrics

_VALUES: Mapping[str, Callable[[QueueMetrics], int]] = {
    "NumberOfAgentsAvailable": lambda metrics: metrics.available,
    "NumberOfAgentsStaffed": lambda metrics: metrics.staffed,
    "NumberOfAgentsOnline": lambda metrics: metrics.online,
    "NumberOfContactsInQueue": lambda metrics: metrics.size,
    # Conditions have milliseconds, whatever the name says.
    "OldestContactInQueueAgeSeconds": lambda metrics: int(metrics.oldest_age * 1000),
}


def get(step: Step) -> Outcome:
    """GetMetricData: numbers for `$.Metrics`."""
    step.accept_only("QueueId", "QueueChannel")
    name = step.parameter("QueueId") or step.contact.queue
    queue = step.around.queue(step.contact, name) if name else None
    if queue is None:
        return step.error()
    metrics = step.around.measure(step.contact, name, (step.parameter("QueueChannel") or "").upper())
    step.frame.metrics = {
        "Queue": {
            "Name": queue.name, "ARN": queue.arn, "Size": metrics.size, "OldestContactAge": int(metrics.oldest_age),
        },
        "Agents": {
            "Online": {"Count": metrics.online},
            "Available": {"Count": metrics.available},
            "Staffed": {"Count": metrics.staffed},
            "Busy": {"Count": metrics.busy},
            "NonProductive": {"Count": metrics.non_productive},
        },
    }  # fmt: skip
    return step.proceed()


def check(step: Step) -> Outcome:
    """CheckMetricData: the first condition that holds for a number."""
    step.accept_only("MetricType", "QueueId")
    name = step.parameter("QueueId") or step.contact.queue
    if not name or step.around.queue(step.contact, name) is None:
        return step.error()
    value = _VALUES[step.parameter("MetricType")](step.around.measure(step.contact, name, ""))
    return compare.chosen(step, str(value))
