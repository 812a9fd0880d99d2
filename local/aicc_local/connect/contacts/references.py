"""What `$.…` in a parameter stands for while a contact is in a flow.

Source: Connect administrator guide, "List of available attributes and their JSONPath references".
"""

import re
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.walk import Frame
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_REFERENCE = re.compile(r"\$(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[(?:'[^']+'|\"[^\"]+\")\])+")
_PART = re.compile(r"\.([A-Za-z_][A-Za-z0-9_-]*)|\[['\"]([^'\"]+)['\"]\]")


class UnknownReference(Exception):
    """A reference to what only the real Connect has, such as $.Wisdom."""


def is_reference(text: str) -> bool:
    """Whether all of `text` is one reference."""
    return _REFERENCE.fullmatch(text) is not None


def resolved(value: Any, known: Mapping[str, Any]) -> Any:
    """`value` with its references replaced: texts, and texts in maps and lists.

    Raises:
        UnknownReference: What it refers to is not here.

    >>> resolved("안녕하세요 $.Attributes.name님", {"Attributes": {"name": "김"}})
    '안녕하세요 김님'
    """
    if isinstance(value, dict):
        return {key: resolved(each, known) for key, each in value.items()}
    if isinstance(value, list):
        return [resolved(each, known) for each in value]
    if isinstance(value, str):
        return _REFERENCE.sub(lambda found: _text(found_at(found.group(), known)), value)
    return value


def found_at(reference: str, known: Mapping[str, Any]) -> Any:
    """What one reference stands for; None when there is nothing.

    Raises:
        UnknownReference: The first part of it is not here.
    """
    parts = [plain or quoted for plain, quoted in _PART.findall(reference)]
    if parts[0] not in known:
        raise UnknownReference(f"{reference} is nothing that the local Connect knows")
    value: Any = known
    for part in parts:
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def known_to(aws: LocalAws, contact: Contact, frame: Frame) -> dict[str, Any]:
    """What a flow can refer to."""
    described = contact.described
    return {
        "Attributes": contact.attributes,
        "CallbackNumber": contact.kept.get("callback_number"),
        "AwsRegion": aws.region,
        "Channel": contact.channel,
        "ContactId": contact.id,
        "CustomerEndpoint": described.get("CustomerEndpoint"),
        "CustomerId": described.get("CustomerId"),
        "Description": described.get("Description"),
        "External": frame.external,
        "FlowAttributes": frame.flow_attributes,
        "InitialContactId": described.get("InitialContactId", contact.id),
        "InitiationMethod": described["InitiationMethod"],
        "InstanceARN": contact.instance_arn,
        "LanguageCode": contact.kept.get("language"),
        "Lex": frame.lex,
        "Metrics": frame.metrics,
        "Modules": frame.module,
        "Name": described.get("Name"),
        "PreviousContactId": described.get("PreviousContactId"),
        "Queue": queue_told(aws.store.get(contact.queue_arn)),
        "RelatedContactId": described.get("RelatedContactId"),
        "StoredCustomerInput": frame.stored,
        "SystemEndpoint": described.get("SystemEndpoint"),
        "Tags": described["Tags"],
    }


def queue_told(queue: Record | None) -> dict[str, Any] | None:
    """A queue as flows and functions see it."""
    return {"ARN": queue.arn, "Name": queue.name} if queue else None


def _text(value: Any) -> str:
    if value is None:
        return ""
    # A flow reads a truth value or a number as text; of a list or an object it gets nothing.
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | float) else ""
