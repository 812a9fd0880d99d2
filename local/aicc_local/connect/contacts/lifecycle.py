"""The life of a contact: each step changes its state and tells EventBridge and CloudWatch. The store is locked.

When which event is sent: Connect administrator guide, "Contact events".
"""

from typing import Any

from aicc_local.connect.contacts import events, metrics
from aicc_local.connect.contacts.contact import CONTACT, Contact, State
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id


def begin(aws: LocalAws, instance: Record, state: State, described: dict[str, Any], **kept: Any) -> Contact:
    """Make a contact; `described` has at least Channel and InitiationMethod."""
    contact_id = new_id()
    now = aws.now()
    arn = f"{instance.arn}/contact/{contact_id}"
    tags = {"aws:connect:instanceId": instance.id}
    if "SystemEndpoint" in described:
        tags["aws:connect:systemEndpoint"] = described["SystemEndpoint"]["Address"]
    record = Record(
        kind=CONTACT,
        id=contact_id,
        arn=arn,
        owner=instance.arn,
        properties={
            "Arn": arn,
            "Id": contact_id,
            "InitiationTimestamp": now,
            "LastUpdateTimestamp": now,
            "Tags": tags,
            "Attributes": {},
            **described,
        },
        made=now,
        changed=now,
        links={**kept, "state": state.value},
    )
    contact = Contact(aws.store.add(record))
    events.send(aws, contact, "INITIATED")
    if state is not State.SCHEDULED:
        metrics.started(aws, contact)
    return contact


def connect_to_system(aws: LocalAws, contact: Contact) -> None:
    """The customer is there: has called, answered, or opened a chat."""
    if contact.state is State.SCHEDULED:
        metrics.started(aws, contact)
    _update(aws, contact, State.IN_FLOW, ConnectedToSystemTimestamp=aws.now())
    # The guide: sent for outbound calls, tasks and chats.
    if contact.described["InitiationMethod"] != "INBOUND":
        events.send(aws, contact, "CONNECTED_TO_SYSTEM")


def enqueue(aws: LocalAws, contact: Contact, queue: Record) -> None:
    """It waits for an agent."""
    contact.kept["queue"] = queue.arn
    _update(aws, contact, State.IN_QUEUE, QueueInfo={"Id": queue.id, "EnqueueTimestamp": aws.now()})
    events.send(aws, contact, "QUEUED")
    metrics.queue(aws, contact)


def connect_to_agent(aws: LocalAws, contact: Contact, user: Record) -> None:
    """An agent has accepted it."""
    contact.kept["agent"] = user.arn
    _update(aws, contact, State.WITH_AGENT, AgentInfo={"Id": user.id, "ConnectedToAgentTimestamp": aws.now()})
    events.send(aws, contact, "CONNECTED_TO_AGENT")
    metrics.queue(aws, contact)


def leave_agent(aws: LocalAws, contact: Contact) -> None:
    """The agent has hung up and the customer has not."""
    contact.kept["agent_left"] = True
    _update(aws, contact, State.IN_FLOW)


def update(aws: LocalAws, contact: Contact, *names: str) -> None:
    """What the customer's record says has changed; `names` as `updatedProperties` of contact events names them."""
    contact.described["LastUpdateTimestamp"] = aws.now()
    if names:
        events.send(aws, contact, "CONTACT_DATA_UPDATED", updated=names)


def end(aws: LocalAws, contact: Contact, reason: str) -> None:
    """It is over; `reason` as DisconnectReason of contact records names it.

    Work after the contact takes an agent no time here, so COMPLETED follows at once, "with the same data".
    """
    queued = contact.state is State.IN_QUEUE
    contact.kept.pop("walk", None)
    _update(aws, contact, State.ENDED, DisconnectTimestamp=aws.now(), DisconnectReason=reason)
    events.send(aws, contact, "DISCONNECTED")
    events.send(aws, contact, "COMPLETED")
    metrics.concurrency(aws, contact)
    if queued:
        metrics.queue(aws, contact)


def _update(aws: LocalAws, contact: Contact, state: State, **described: Any) -> None:
    contact.move(state)
    contact.described.update(described, LastUpdateTimestamp=aws.now())
