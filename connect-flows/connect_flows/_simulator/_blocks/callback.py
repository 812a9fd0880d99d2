"""UpdateContactCallbackNumber and CreateCallbackContact."""

import re

from connect_flows._simulator._outcomes import Outcome
from connect_flows._simulator._step import Step
from connect_flows._simulator._surroundings import CallbackPlan

E164 = re.compile(r"\+[1-9][0-9]{1,14}")


def update_number(step: Step) -> Outcome:
    """UpdateContactCallbackNumber: of calls only; a number without "+" gets one, as the administrator guide says."""
    step.accept_only("CallbackNumber")
    number = str(step.parameter("CallbackNumber"))
    step.shown = {"CallbackNumber": number}
    number = number if number.startswith("+") else f"+{number}"
    if step.contact.channel != "VOICE" or not E164.fullmatch(number):
        return step.error("InvalidCallbackNumber")
    if not step.around.dialable(step.contact, number):
        return step.error("CallbackNumberNotDialable")
    step.contact.callback_number = number
    step.updated(CallbackNumber=number)
    return step.proceed()


def create(step: Step) -> Outcome:
    """CreateCallbackContact: the caller's own number unless another was set, the caller's queue unless it names one."""
    step.accept_only("QueueId", "InitialCallDelaySeconds", "MaximumConnectionAttempts", "RetryDelaySeconds", "CallerId")
    shown = step.shown = {name: step.parameter(name) for name in step.block.parameters}
    name = shown.get("QueueId") or step.contact.queue
    queue = step.around.queue(step.contact, name) if name else None
    number = step.contact.callback_number or step.contact.customer
    if queue is None or not queue.enabled or not number or not step.around.dialable(step.contact, number):
        return step.error()
    if queue.full:
        return step.error(results="QueueAtCapacity")
    plan = CallbackPlan(
        number=number,
        queue=name,
        delay=float(shown["InitialCallDelaySeconds"]),
        retry_delay=float(shown["RetryDelaySeconds"]),
        attempts=int(shown["MaximumConnectionAttempts"]),
        caller_id=str(shown.get("CallerId", "")),
    )
    problem = step.around.create_callback(step.contact, plan)
    return step.error(results=problem) if problem else step.proceed()
