"""Which contact Connect offers to which agent. The store is locked.

Source: Connect administrator guide, "How routing works" and "Set up queued callback": the routing profile's priorities
first, then the priority of the contact, then the contact whose call began first.
"""

from collections.abc import Iterator

from aicc_local.connect.contacts.agents import Agent, agents_of
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.counts import waiting
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

USUAL_PRIORITY = 5


def free_agent(aws: LocalAws, contact: Contact, user: str = "") -> Record | None:
    """A user who is free for a contact, by id, ARN or name if one is named."""
    for agent in agents_of(aws, contact.instance_arn):
        named = not user or user in (agent.user.id, agent.user.arn, agent.user.name)
        if named and agent.free().get(contact.channel) and agent.serves(contact.queue_arn, contact.channel):
            return agent.user
    return None


def is_free(aws: LocalAws, user: Record, channel: str) -> bool:
    """Whether a user is free for one more contact of a channel, whatever the queue."""
    agents = (agent for agent in agents_of(aws, user.owner) if agent.user.arn == user.arn)
    return any(agent.free().get(channel) for agent in agents)


def next_for(aws: LocalAws, user: Record) -> Contact | None:
    """What is offered next to a user; None when nothing waits that the user is free for."""
    for agent in agents_of(aws, user.owner):
        if agent.user.arn == user.arn:
            return min(_fitting(aws, agent), key=lambda contact: _order(agent, contact), default=None)
    return None


def _fitting(aws: LocalAws, agent: Agent) -> Iterator[Contact]:
    free = agent.free()
    for contact in waiting(aws, agent.user.owner):
        config = agent.config(contact.queue_arn, contact.channel)
        waited = aws.now() - float(contact.described["QueueInfo"]["EnqueueTimestamp"])
        if config and free.get(contact.channel) and waited >= int(config.get("Delay", 0)):
            yield contact


def _order(agent: Agent, contact: Contact) -> tuple[int, int, float]:
    config = agent.config(contact.queue_arn, contact.channel) or {}
    priority = int(contact.described.get("QueuePriority", USUAL_PRIORITY))
    return int(config.get("Priority", 1)), priority, contact.place
