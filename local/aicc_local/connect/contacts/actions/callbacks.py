"""UpdateContactCallbackNumber and CreateCallbackContact."""

from aicc_local.connect.contacts import callbacks, metrics
from aicc_local.connect.contacts.callbacks import Plan
from aicc_local.connect.contacts.counts import waiting
from aicc_local.connect.contacts.starting import ALLOWED_PREFIXES, E164
from aicc_local.connect.contacts.step import Outcome, Step
from aicc_local.errors import ServiceError
from aicc_local.store import Record


def update_number(step: Step) -> Outcome:
    """UpdateContactCallbackNumber: of calls only; a number without "+" gets one, as the administrator guide says."""
    step.accept_only("CallbackNumber")
    number = str(step.parameter("CallbackNumber"))
    step.shown = {"CallbackNumber": number}
    number = number if number.startswith("+") else f"+{number}"
    if step.contact.channel != "VOICE" or not E164.fullmatch(number):
        return step.error("InvalidCallbackNumber")
    if not _dialable(step, number):
        metrics.not_dialable(step.aws, step.contact, step.flow.name)
        return step.error("CallbackNumberNotDialable")
    step.contact.kept["callback_number"] = number
    return step.proceed()


def create_callback(step: Step) -> Outcome:
    """CreateCallbackContact: the caller's own number unless another was set, the caller's queue unless it names one."""
    step.accept_only("QueueId", "InitialCallDelaySeconds", "MaximumConnectionAttempts", "RetryDelaySeconds", "CallerId")
    step.shown = {name: step.parameter(name) for name in step.action.parameters}
    queue, number = _queue(step), _number(step)
    if queue is None or queue.properties.get("Status") == "DISABLED" or not number or not _dialable(step, number):
        return step.error()
    source = _source(step, queue)
    if source is None:
        return step.error(results="CallerId is no number of the instance")
    most = queue.properties.get("MaxContacts")
    if most is not None and len(waiting(step.aws, step.contact.instance_arn, queues=[queue.arn])) >= int(most):
        metrics.queue_full(step.aws, step.contact, queue.name)
        return step.error(results="QueueAtCapacity")
    plan = Plan(
        number=number,
        queue=queue.arn,
        source=source,
        delay=float(step.shown["InitialCallDelaySeconds"]),
        retry_delay=float(step.shown["RetryDelaySeconds"]),
        attempts=int(step.shown["MaximumConnectionAttempts"]),
        place=step.contact.place,
    )
    callbacks.create(step.aws, step.contact, plan)
    return step.proceed()


def _dialable(step: Step, number: str) -> bool:
    allowed = step.contact.instance(step.aws).properties["Attributes"].get("OutboundCalls")
    return bool(allowed) and number.startswith(ALLOWED_PREFIXES)


def _number(step: Step) -> str:
    endpoint = step.contact.described.get("CustomerEndpoint") or {}
    caller = endpoint.get("Address", "") if endpoint.get("Type") == "TELEPHONE_NUMBER" else ""
    return str(step.contact.kept.get("callback_number") or caller)


def _queue(step: Step) -> Record | None:
    named = step.shown.get("QueueId")
    if not named:
        return step.aws.store.get(step.contact.queue_arn)
    try:
        return step.aws.store.find("AWS::Connect::Queue", named, step.contact.instance_arn)
    except ServiceError:
        return None


def _source(step: Step, queue: Record) -> str | None:
    """The number that is shown: that of the queue unless another is named; None for one that is not the instance's."""
    claimed = step.aws.store.of("AWS::Connect::PhoneNumber", step.contact.instance_arn)
    numbers = {record.arn: str(record.links["address"]) for record in claimed}
    named = step.shown.get("CallerId")
    if named:
        return named if named in numbers.values() else None
    caller = queue.properties.get("OutboundCallerConfig") or {}
    return numbers.get(caller.get("OutboundCallerIdNumberArn", ""), "")
