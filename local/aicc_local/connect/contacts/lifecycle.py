"""The life of a contact: each step changes its state and tells EventBridge and CloudWatch. The store is locked.

When which event is sent: Connect administrator guide, "Contact events".
"""

from typing import Any

from aicc_local.connect.contacts import events, metrics
from aicc_local.connect.contacts.contact import CONTACT, Contact, State, contact_at
from aicc_local.connect.contacts.happenings import forget_listeners, tell
from aicc_local.connect.contacts.overrides import forget_overrides
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id
from connect_flows.simulator import AgentConnected, AgentLeft, Disconnected, Queued, Ringing, Started


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
    _announce(aws, contact)
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
    if contact.described["InitiationMethod"] not in ("INBOUND", "TRANSFER"):
        events.send(aws, contact, "CONNECTED_TO_SYSTEM")


def enqueue(aws: LocalAws, contact: Contact, queue: Record) -> None:
    """It waits for an agent."""
    contact.kept["queue"] = queue.arn
    _update(aws, contact, State.IN_QUEUE, QueueInfo={"Id": queue.id, "EnqueueTimestamp": aws.now()})
    tell(contact, Queued(contact.id, aws.now(), queue.name))
    events.send(aws, contact, "QUEUED")
    metrics.queue(aws, contact)


def connect_to_agent(aws: LocalAws, contact: Contact, user: Record) -> None:
    """An agent has accepted it."""
    now, queue = aws.now(), aws.store.get(contact.queue_arn)
    waited = now - float(contact.described.get("QueueInfo", {}).get("EnqueueTimestamp", now))
    contact.kept["agent"] = user.arn
    _update(aws, contact, State.WITH_AGENT, AgentInfo={"Id": user.id, "ConnectedToAgentTimestamp": aws.now()})
    tell(contact, AgentConnected(contact.id, now, user.name, queue.name if queue else "", waited))
    events.send(aws, contact, "CONNECTED_TO_AGENT")
    metrics.queue(aws, contact)


def leave_agent(aws: LocalAws, contact: Contact) -> None:
    """The agent has hung up and the customer has not."""
    contact.kept["agent_left"] = True
    _update(aws, contact, State.IN_FLOW)
    user = aws.store.get(contact.agent_arn)
    tell(contact, AgentLeft(contact.id, aws.now(), user.name if user else ""))


def ring(aws: LocalAws, contact: Contact) -> None:
    """The customer's telephone rings."""
    contact.move(State.RINGING)
    tell(contact, Ringing(contact.id, aws.now(), contact.described["CustomerEndpoint"]["Address"]))


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
    tell(contact, Disconnected(contact.id, aws.now(), reason))
    forget_listeners(contact.arn)
    forget_overrides(contact.arn)
    events.send(aws, contact, "DISCONNECTED")
    events.send(aws, contact, "COMPLETED")
    metrics.concurrency(aws, contact)
    if queued:
        metrics.queue(aws, contact)


def _update(aws: LocalAws, contact: Contact, state: State, **described: Any) -> None:
    contact.move(state)
    contact.described.update(described, LastUpdateTimestamp=aws.now())


def _announce(aws: LocalAws, contact: Contact) -> None:
    """A contact has begun; whoever looks on at the one that it follows is told, too."""
    previous = contact.described.get("PreviousContactId", "")
    method = contact.described["InitiationMethod"]
    started = Started(contact.id, aws.now(), contact.channel, method, previous)
    tell(contact, started)
    before = contact_at(aws, f"{contact.instance_arn}/contact/{previous}")
    if before is not None:
        tell(before, started)
