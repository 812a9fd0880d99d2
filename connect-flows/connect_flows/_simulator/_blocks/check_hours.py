"""CheckHoursOfOperation: without an id, the hours of the target queue."""

from connect_flows._simulator._outcomes import Ends, Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Take the branch for open or closed."""
    hours = step.parameter("HoursOfOperationId")
    if not hours:
        queue = step.around.queue(step.contact, step.contact.queue) if step.contact.queue else None
        hours = queue.hours if queue else ""
    step.shown = {"HoursOfOperationId": hours}
    if not step.started(hours):
        return Ends()
    replaced = step.override(hours)
    if replaced and replaced.error:
        return step.error(results=replaced.error)
    if replaced and not replaced.substitute:
        return _taken(step, replaced.result == "InHours")
    is_open = step.around.is_open(step.contact, replaced.substitute if replaced else hours) if hours else None
    return step.error() if is_open is None else _taken(step, is_open)


def _taken(step: Step, is_open: bool) -> Outcome:
    return step.branch(str(is_open)) or step.error()
