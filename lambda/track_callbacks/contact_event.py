"""A contact event of Connect as EventBridge delivers it.

Source: Connect administrator guide, "Amazon Connect contact events". Fields and types of events that are new are no
reason to fail, says the guide.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aicc_core.errors import MalformedEvent
from aicc_core.event_values import object_at, text_at

SOURCE = "aws.connect"
DETAIL_TYPE = "Amazon Connect Contact Event"
_NEVER = "1970-"  # the guide's samples have such a moment for what has not happened


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEvent:
    """What is told of a contact; `wanted`: it was put into a queue or connected with an agent."""

    event_type: str
    contact_id: str
    instance_id: str
    channel: str
    initiation_method: str
    wanted: bool


def read_contact_event(event: Mapping[str, Any]) -> ContactEvent:
    """Return the contact event; raises `MalformedEvent`, which names the place and quotes no value.

    >>> read_contact_event({"source": "aws.connect", "detail-type": "Amazon Connect Contact Event", "detail": {}})
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: detail.eventType must be a text, got nothing
    """
    if event.get("source") != SOURCE or event.get("detail-type") != DETAIL_TYPE:
        raise MalformedEvent(f"source and detail-type must be {SOURCE!r} and {DETAIL_TYPE!r}")
    detail = object_at(event.get("detail"), "detail")
    return ContactEvent(
        event_type=text_at(detail.get("eventType"), "detail.eventType"),
        contact_id=text_at(detail.get("contactId"), "detail.contactId"),
        instance_id=text_at(detail.get("instanceArn"), "detail.instanceArn").rpartition("/")[2],
        channel=text_at(detail.get("channel"), "detail.channel").upper(),  # "Voice" in one of the guide's samples
        initiation_method=text_at(detail.get("initiationMethod"), "detail.initiationMethod"),
        wanted=_happened(detail, "queueInfo", "enqueueTimestamp")
        or _happened(detail, "agentInfo", "connectedToAgentTimestamp"),
    )


def _happened(detail: Mapping[str, Any], name: str, moment: str) -> bool:
    """Whether the moment is there: a queue may be named only for the number that it calls from."""
    found = object_at(detail.get(name) or {}, f"detail.{name}").get(moment)
    return bool(found) and not str(found).startswith(_NEVER)
