"""Counts contacts and agents: for GetCurrentMetricData, for the blocks that ask for metrics, and for CloudWatch."""

from collections.abc import Collection

from aicc_local.connect.contacts.contact import Contact, State, contacts_of
from aicc_local.local_aws import LocalAws


def active(aws: LocalAws, instance_arn: str, channel: str) -> list[Contact]:
    """Contacts that have begun and not ended; a callback that nobody has accepted yet is no call."""
    return [
        contact
        for contact in contacts_of(aws, instance_arn)
        if contact.channel == channel
        and contact.state not in (State.ENDED, State.SCHEDULED)
        and not (contact.state is State.IN_QUEUE and contact.described["InitiationMethod"] == "CALLBACK")
    ]


def waiting(
    aws: LocalAws, instance_arn: str, *, queues: Collection[str] = (), channels: Collection[str] = ()
) -> list[Contact]:
    """Contacts in queues, oldest first; those of some queues (ARNs) or channels if named."""
    found = [
        contact
        for contact in contacts_of(aws, instance_arn)
        if contact.state is State.IN_QUEUE
        and (not queues or contact.queue_arn in queues)
        and (not channels or contact.channel in channels)
    ]
    return sorted(found, key=lambda contact: float(contact.described["QueueInfo"]["EnqueueTimestamp"]))


def scheduled(
    aws: LocalAws, instance_arn: str, *, queues: Collection[str] = (), channels: Collection[str] = ()
) -> list[Contact]:
    """Contacts that will be in one of the queues when their time has come."""
    return [
        contact
        for contact in contacts_of(aws, instance_arn)
        if contact.state is State.SCHEDULED
        and contact.queue_arn in queues
        and (not channels or contact.channel in channels)
    ]


def oldest_age(aws: LocalAws, contacts: Collection[Contact]) -> float:
    """Seconds that the first of `waiting` contacts has waited; 0 when there is none."""
    entered = [float(contact.described["QueueInfo"]["EnqueueTimestamp"]) for contact in contacts]
    return max(0.0, aws.now() - min(entered)) if entered else 0.0
