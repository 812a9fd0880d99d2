"""Queued callbacks: contacts that wait in a queue for a customer who has hung up. The store is locked.

Source: Connect administrator guide, "Set up queued callback", "Queued callbacks in real-time metrics", "Failed callback
attempts", and CreateCallbackContact of the flow language. An agent is found first, then the customer is called; each
attempt is a contact of its own, and only what rings without an answer is tried again.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from aicc_local.connect.contacts import lifecycle, metrics
from aicc_local.connect.contacts.contact import Contact, State, contact_at
from aicc_local.connect.contacts.happenings import tell
from aicc_local.connect.contacts.walk import save_walk, walk_of
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows.simulator import CallbackCreated, Walk

METHOD = "CALLBACK"
LONGEST_WAIT = 7 * 24 * 3600.0
RING_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a flow has asked for.

    Attributes:
        number: The customer's.
        queue: The ARN of the queue.
        source: The number that is shown to the customer; empty where the queue has none.
        delay: Seconds before the first attempt is queued.
        retry_delay: Seconds before another attempt is queued.
        attempts: How many there are at most.
        attempt: Which one this is, from 1.
        place: When the customer's call began, which decides the place in the queue.
    """

    number: str
    queue: str
    source: str
    delay: float
    retry_delay: float
    attempts: int
    attempt: int = 1
    place: float


def is_callback(contact: Contact) -> bool:
    """Whether a contact is a queued callback."""
    return bool(contact.described["InitiationMethod"] == METHOD)


def plan_of(contact: Contact) -> Plan:
    """What was asked for when a callback was made."""
    return Plan(**contact.kept["callback"])


def create(aws: LocalAws, previous: Contact, plan: Plan, hooks: Mapping[str, str] | None = None) -> Contact:
    """Make a callback, which is queued when its delay is over; the previous contact goes on as it was.

    The flows of events are those of the previous contact, unless `hooks` has them because that is over.
    """
    described: dict[str, Any] = {
        "Channel": "VOICE",
        "InitiationMethod": METHOD,
        "InitialContactId": previous.described.get("InitialContactId", previous.id),
        "PreviousContactId": previous.id,
        "CustomerEndpoint": {"Type": "TELEPHONE_NUMBER", "Address": plan.number},
        "Attributes": dict(previous.attributes),
    }
    if plan.source:
        described["SystemEndpoint"] = {"Type": "TELEPHONE_NUMBER", "Address": plan.source}
    if "QueuePriority" in previous.described:
        described["QueuePriority"] = previous.described["QueuePriority"]
    kept = {name: previous.kept[name] for name in ("language",) if name in previous.kept}
    instance = previous.instance(aws)
    contact = lifecycle.begin(
        aws, instance, State.SCHEDULED, described, queue=plan.queue, callback=asdict(plan), **kept
    )
    save_walk(contact, Walk(hooks=dict(walk_of(previous).hooks if hooks is None else hooks)))
    arn, delay = contact.arn, plan.delay if plan.attempt == 1 else plan.retry_delay
    queue = aws.store.get(plan.queue)
    name = queue.name if queue else ""
    tell(previous, CallbackCreated(previous.id, aws.now(), contact.id, plan.number, name, delay))
    aws.later(delay, lambda: queue_in_time(aws, arn))
    aws.later(LONGEST_WAIT, lambda: remove(aws, arn))
    return contact


def queue_in_time(aws: LocalAws, contact_arn: str) -> None:
    """The delay of a callback is over; its queue may be gone by then."""
    with aws.lock:
        contact = contact_at(aws, contact_arn)
        if contact is None or contact.state is not State.SCHEDULED:
            return
        queue = aws.store.get(contact.queue_arn)
        if queue is None:
            lifecycle.end(aws, contact, "OTHER")
        else:
            lifecycle.enqueue(aws, contact, queue)


def remove(aws: LocalAws, contact_arn: str) -> None:
    """No agent has been free for days."""
    with aws.lock:
        contact = contact_at(aws, contact_arn)
        if contact is not None and contact.state in (State.SCHEDULED, State.IN_QUEUE):
            lifecycle.end(aws, contact, "EXPIRED")


def dial(aws: LocalAws, contact: Contact, user: Record) -> None:
    """An agent has accepted; now the customer's telephone rings. It counts as a call from here on."""
    lifecycle.connect_to_agent(aws, contact, user)
    lifecycle.ring(aws, contact)
    metrics.started(aws, contact)


def connect(aws: LocalAws, contact: Contact) -> None:
    """The customer has picked up, and talks to the agent."""
    lifecycle.connect_to_system(aws, contact)
    contact.move(State.WITH_AGENT)


def try_again(aws: LocalAws, contact: Contact) -> None:
    """Nobody has picked up: the agent is free again, and there is another attempt if one is left."""
    hooks = walk_of(contact).hooks
    lifecycle.end(aws, contact, "TELECOM_PROBLEM")
    plan = plan_of(contact)
    if plan.attempt < plan.attempts:
        create(aws, contact, replace(plan, attempt=plan.attempt + 1), hooks)


def number_shown(aws: LocalAws, queue: Record, named: str = "") -> str | None:
    """The number that is shown to the customer: that of the queue unless another is named.

    Empty where the queue has none; None for a number that is not the instance's.
    """
    claimed = aws.store.of("AWS::Connect::PhoneNumber", queue.owner)
    numbers = {record.arn: str(record.links["address"]) for record in claimed}
    if named:
        return named if named in numbers.values() else None
    caller = queue.properties.get("OutboundCallerConfig") or {}
    return numbers.get(caller.get("OutboundCallerIdNumberArn", ""), "")
