"""UpdateContactTargetQueue: where the contact is to wait."""

from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Set it."""
    if "QueueId" not in step.block.parameters:
        raise NotRun(f"{step.place}: an agent's own queue is not simulated; let a stub stand in for it")
    name = step.parameter("QueueId")
    step.shown = {"QueueId": name}
    if step.around.queue(step.contact, name) is None:
        return step.error()
    step.contact.queue = name
    step.updated(queue=name)
    return step.proceed()
