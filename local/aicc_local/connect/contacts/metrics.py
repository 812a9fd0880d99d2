"""Connect's metrics in CloudWatch.

Source: Connect administrator guide, "Monitoring your instance using CloudWatch". Connect publishes every minute; here
a value is recorded when it changes.
"""

from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.counts import active, oldest_age, waiting
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota

NAMESPACE = "AWS/Connect"
CONCURRENT = {
    "VOICE": Quota(name="Concurrent active calls per instance", limit=10),
    "CHAT": Quota(name="Concurrent active chats per instance", limit=500),
    "TASK": Quota(name="Concurrent active tasks per instance", limit=2500),
}

_NAMES = {
    "VOICE": ("VoiceCalls", "ConcurrentCalls", "ConcurrentCallsPercentage"),
    "CHAT": ("Chats", "ConcurrentActiveChats", "ConcurrentActiveChatsPercentage"),
    "TASK": ("Tasks", "ConcurrentTasks", "ConcurrentTasksPercentage"),
}
_STARTED = {"VOICE": "CallsPerInterval", "CHAT": "SuccessfulChatsPerInterval"}
# The percentage of calls is a fraction, that of chats and tasks is not.
_WHOLE = {"VOICE": 1, "CHAT": 100, "TASK": 100}


def started(aws: LocalAws, contact: Contact) -> None:
    """A contact has begun."""
    if contact.channel in _STARTED:
        _put(aws, contact, _NAMES[contact.channel][0], _STARTED[contact.channel], 1)
    concurrency(aws, contact)


def concurrency(aws: LocalAws, contact: Contact) -> None:
    """How many contacts of this channel there are now."""
    group, count, percentage = _NAMES[contact.channel]
    now = len(active(aws, contact.instance_arn, contact.channel))
    _put(aws, contact, group, count, now)
    share = now / limit_of(aws, contact.channel) * _WHOLE[contact.channel]
    _put(aws, contact, group, percentage, share, unit="Percent")


def queue(aws: LocalAws, contact: Contact) -> None:
    """How many contacts are in this contact's queue now, and how long the first has waited."""
    contacts = waiting(aws, contact.instance_arn, queues=[contact.queue_arn])
    named = aws.store.get(contact.queue_arn)
    name = {"QueueName": named.name} if named else {}
    _put(aws, contact, "Queue", "QueueSize", len(contacts), **name)
    _put(aws, contact, "Queue", "LongestQueueWaitTime", oldest_age(aws, contacts), unit="Seconds", **name)


def queue_full(aws: LocalAws, contact: Contact, queue_name: str) -> None:
    """A contact was turned away from a queue."""
    _put(aws, contact, "Queue", "QueueCapacityExceededError", 1, QueueName=queue_name)


def not_dialable(aws: LocalAws, contact: Contact, flow_name: str) -> None:
    """A flow has been given a number for a callback that may not be called."""
    _put(aws, contact, "ContactFlow", "CallBackNotDialableNumber", 1, ContactFlowName=flow_name)


def flow_error(aws: LocalAws, contact: Contact, flow_name: str) -> None:
    """A flow has taken an error branch."""
    _put(aws, contact, "ContactFlow", "ContactFlowErrors", 1, ContactFlowName=flow_name)


def fatal_flow_error(aws: LocalAws, contact: Contact, flow_name: str) -> None:
    """A flow has met an error that it has no branch for."""
    _put(aws, contact, "ContactFlow", "ContactFlowFatalErrors", 1, ContactFlowName=flow_name)


def limit_of(aws: LocalAws, channel: str) -> int:
    """How many contacts of a channel an instance may have at once."""
    quota = CONCURRENT[channel]
    return aws.quotas.get(quota.name, quota.limit)


def _put(
    aws: LocalAws, contact: Contact, group: str, name: str, value: float, unit: str = "Count", **more: str
) -> None:
    dimensions = {"InstanceId": contact.instance_arn.rpartition("/")[2], "MetricGroup": group, **more}
    aws.metrics.put(namespace=NAMESPACE, name=name, dimensions=dimensions, value=value, unit=unit)
