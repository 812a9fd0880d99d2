"""Contact events, as EventBridge gets them.

Source: Connect administrator guide, "Contact events". What the guide's samples leave out is left out here, too: the
initial contact of a first contact, and the reason of a disconnection (promised for campaigns alone).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from aicc_local.connect.contacts.contact import Contact
from aicc_local.local_aws import LocalAws

SOURCE = "aws.connect"
DETAIL_TYPE = "Amazon Connect Contact Event"

_TIMESTAMPS = {
    "InitiationTimestamp": "initiationTimestamp",
    "ConnectedToSystemTimestamp": "connectedToSystemTimestamp",
    "DisconnectTimestamp": "disconnectTimestamp",
    "ScheduledTimestamp": "scheduledTimestamp",
}
_TEXTS = {
    "InitialContactId": "initialContactId",
    "PreviousContactId": "previousContactId",
    "RelatedContactId": "relatedContactId",
    "CustomerId": "customerId",
}


def send(aws: LocalAws, contact: Contact, event_type: str, *, updated: Sequence[str] = ()) -> None:
    """Tell EventBridge that something has happened to `contact`; `updated`: properties of CONTACT_DATA_UPDATED."""
    detail = _detail(contact, event_type)
    if updated:
        detail["updatedProperties"] = list(updated)
    aws.events.put(source=SOURCE, detail_type=DETAIL_TYPE, resources=[contact.arn, contact.instance_arn], detail=detail)


def _detail(contact: Contact, event_type: str) -> dict[str, Any]:
    described = contact.described
    detail: dict[str, Any] = {
        "eventType": event_type,
        "contactId": contact.id,
        "channel": contact.channel,
        "instanceArn": contact.instance_arn,
        "initiationMethod": described["InitiationMethod"],
    }
    detail |= {wire: described[name] for name, wire in _TEXTS.items() if described.get(name)}
    detail |= {wire: stamp(described[name]) for name, wire in _TIMESTAMPS.items() if name in described}
    if "QueueInfo" in described:
        detail["queueInfo"] = {
            "queueArn": contact.queue_arn,
            "queueType": "STANDARD",
            "enqueueTimestamp": stamp(described["QueueInfo"]["EnqueueTimestamp"]),
        }
    if "AgentInfo" in described:
        connected = stamp(described["AgentInfo"]["ConnectedToAgentTimestamp"])
        detail["agentInfo"] = {"agentArn": contact.agent_arn, "connectedToAgentTimestamp": connected}
    if described.get("SegmentAttributes"):
        detail["segmentAttributes"] = described["SegmentAttributes"]
    detail["tags"] = described["Tags"]
    return detail


def stamp(seconds: float) -> str:
    """A moment as contact events and flow logs write it.

    >>> stamp(0.25)
    '1970-01-01T00:00:00.250Z'
    """
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
