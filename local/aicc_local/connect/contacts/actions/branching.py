"""Actions that look at something and choose where to go on."""

from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.connect.contacts.agents import counts_of
from aicc_local.connect.contacts.counts import oldest_age, waiting
from aicc_local.connect.contacts.hours import is_open
from aicc_local.connect.contacts.references import found_at, is_reference, known_to
from aicc_local.connect.contacts.step import CannotGoOn, Next, Outcome, Step
from aicc_local.errors import ServiceError
from aicc_local.store import Record


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _numbers(compare: Callable[[float, float], bool]) -> Callable[[str, str], bool]:
    def holds(value: str, operand: str) -> bool:
        left, right = _number(value), _number(operand)
        # Connect: false when either side is no number.
        return left is not None and right is not None and compare(left, right)

    return holds


_OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": lambda value, operand: value == operand,
    "TextStartsWith": lambda value, operand: value.startswith(operand),
    "TextEndsWith": lambda value, operand: value.endswith(operand),
    "TextContains": lambda value, operand: operand in value,
    "NumberGreaterThan": _numbers(lambda value, operand: value > operand),
    "NumberGreaterOrEqualTo": _numbers(lambda value, operand: value >= operand),
    "NumberLessThan": _numbers(lambda value, operand: value < operand),
    "NumberLessOrEqualTo": _numbers(lambda value, operand: value <= operand),
}


def compare(step: Step) -> Outcome:
    """Compare: the first condition that holds."""
    return _chosen(step, step.parameter("ComparisonValue"))


def check_hours(step: Step) -> Outcome:
    """CheckHoursOfOperation: without an id, the hours of the target queue."""
    hours_id = step.parameter("HoursOfOperationId")
    if not hours_id:
        queue = step.aws.store.get(step.contact.queue_arn)
        hours_id = queue.properties["HoursOfOperationArn"] if queue else ""
    step.shown = {"HoursOfOperationId": hours_id}
    hours = _found(step, "AWS::Connect::HoursOfOperation", hours_id)
    if hours is None:
        return step.error()
    taken = step.branch(str(is_open(hours, step.aws.now())))
    return taken or step.error()


def loop(step: Step) -> Outcome:
    """Loop: ContinueLooping so many times, then DoneLooping once, then from the start."""
    loops, name = step.frame.loops, step.action.identifier
    times = int(step.parameter("LoopCount"))
    passed = loops.get(name, 0)
    loops[name] = passed + 1 if passed < times else 0
    step.shown = {"LoopCount": str(times)}
    return step.branch("ContinueLooping" if passed < times else "DoneLooping") or step.error()


def get_metrics(step: Step) -> Outcome:
    """GetMetricData: of the target queue, unless it names one."""
    step.accept_only("QueueId", "QueueChannel")
    queue = _queue(step)
    if queue is None:
        return step.error()
    channel = step.parameter("QueueChannel")
    contacts = waiting(
        step.aws,
        step.contact.instance_arn,
        queues=[queue.arn],
        channels=[channel.upper()] if channel else [],
    )
    agents = counts_of(step.aws, step.contact.instance_arn, queues=[queue.arn])
    step.frame.metrics = {
        "Queue": {
            "Name": queue.name,
            "ARN": queue.arn,
            "Size": len(contacts),
            "OldestContactAge": int(oldest_age(step.aws, contacts)),
        },
        "Agents": {
            "Online": {"Count": agents.online},
            "Available": {"Count": agents.available},
            "Staffed": {"Count": agents.staffed},
            "Busy": {"Count": agents.on_contact},
            "NonProductive": {"Count": agents.non_productive},
        },
    }
    return step.proceed()


def check_metric(step: Step) -> Outcome:
    """CheckMetricData: of the target queue, unless it names one."""
    step.accept_only("MetricType", "QueueId")
    queue = _queue(step)
    if queue is None:
        return step.error()
    instance = step.contact.instance_arn
    contacts = waiting(step.aws, instance, queues=[queue.arn])
    agents = counts_of(step.aws, instance, queues=[queue.arn])
    values = {
        "NumberOfAgentsAvailable": agents.available,
        "NumberOfAgentsStaffed": agents.staffed,
        "NumberOfAgentsOnline": agents.online,
        "NumberOfContactsInQueue": len(contacts),
        # Conditions have milliseconds, whatever the name says.
        "OldestContactInQueueAgeSeconds": int(oldest_age(step.aws, contacts) * 1000),
    }
    return _chosen(step, str(values[step.parameter("MetricType")]))


def _chosen(step: Step, value: Any) -> Outcome:
    step.shown = {"Value": value}
    for condition in step.action.conditions:
        operand = step.resolved(condition.operands[0])
        if condition.operator == "KeyExists":
            holds = _key_exists(step)
        elif condition.operator in _OPERATORS:
            holds = _OPERATORS[condition.operator](value, operand)
        else:
            raise CannotGoOn(f"operator {condition.operator}")
        if holds:
            step.results = operand
            return Next(condition.next_action)
    return step.error("NoMatchingCondition")


def _key_exists(step: Step) -> bool:
    reference = str(step.action.parameters["ComparisonValue"])
    known = known_to(step.aws, step.contact, step.frame)
    return is_reference(reference) and found_at(reference, known) is not None


def _queue(step: Step) -> Record | None:
    return _found(step, "AWS::Connect::Queue", step.parameter("QueueId") or step.contact.queue_arn)


def _found(step: Step, kind: str, id_or_arn: str) -> Record | None:
    if not id_or_arn:
        return None
    try:
        return step.aws.store.find(kind, id_or_arn, step.contact.instance_arn)
    except ServiceError:
        return None
