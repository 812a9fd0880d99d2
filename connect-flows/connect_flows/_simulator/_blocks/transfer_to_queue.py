"""TransferContactToQueue: then its queue flow runs, if the flow has set one."""

from connect_flows._simulator._outcomes import Begins, Ends, Outcome
from connect_flows._simulator._step import Step


def run(step: Step) -> Outcome:
    """Wait in the target queue, unless it is full, closed to contacts, or the contact waits already."""
    name = step.contact.queue
    if not step.started(name):
        return Ends()
    replaced = step.override(name)
    if replaced and replaced.error:
        return step.error(replaced.error)
    waits_in = replaced.substitute if replaced and replaced.substitute else name
    queue = step.around.queue(step.contact, waits_in) if waits_in else None
    if queue is None or step.contact.state == "IN_QUEUE" or not queue.enabled:
        return step.error()
    step.shown = {"QueueName": queue.name}
    if queue.full:
        return step.error("QueueAtCapacity")
    step.around.enqueue(step.contact, waits_in)
    flow = step.walk.hooks.get("CustomerQueue")
    return Begins(flow) if flow else Ends()
