"""What Connect tells a function: the ContactFlowEvent, read once and then typed.

Source: Connect administrator guide, "Invoke Lambda functions". CustomerEndpoint is null on chats and tasks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aicc_core.errors import MalformedEvent
from aicc_core.event_values import object_at, text_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One invocation by a contact flow.

    `customer_number` is the caller's number as the carrier sent it, None where there is none (chat, task, withheld).
    """

    contact_id: str
    initial_contact_id: str
    channel: str
    instance_arn: str
    customer_number: str | None
    attributes: Mapping[str, str] = field(repr=False)
    parameters: Mapping[str, object] = field(repr=False)

    def parameter(self, name: str) -> str:
        """Return what the block passed as `name`; a reference that resolved to nothing counts as an empty text.

        Raises `MalformedEvent` when it is not a text.
        """
        value = self.parameters.get(name)
        if value is None:
            return ""
        return text_at(value, f"Details.Parameters.{name}")


def read_contact(event: Mapping[str, Any]) -> Contact:
    """Return the contact of a ContactFlowEvent.

    Raises `MalformedEvent`, which names what is missing or of the wrong kind and quotes no value.

    >>> read_contact({"Name": "ContactFlowEvent", "Details": {}})
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: Details.ContactData must be an object, got nothing
    """
    if not isinstance(event, Mapping) or event.get("Name") != "ContactFlowEvent":
        raise MalformedEvent("Name must be 'ContactFlowEvent'")
    details = object_at(event.get("Details"), "Details")
    contact = object_at(details.get("ContactData"), "Details.ContactData")
    contact_id = text_at(contact.get("ContactId"), "Details.ContactData.ContactId")
    return Contact(
        contact_id=contact_id,
        initial_contact_id=text_at(
            contact.get("InitialContactId") or contact_id, "Details.ContactData.InitialContactId"
        ),
        channel=text_at(contact.get("Channel"), "Details.ContactData.Channel"),
        instance_arn=text_at(contact.get("InstanceARN"), "Details.ContactData.InstanceARN"),
        customer_number=_customer_number(contact.get("CustomerEndpoint")),
        attributes=object_at(contact.get("Attributes") or {}, "Details.ContactData.Attributes"),
        parameters=object_at(details.get("Parameters") or {}, "Details.Parameters"),
    )


def _customer_number(endpoint: object) -> str | None:
    if endpoint is None:
        return None
    place = "Details.ContactData.CustomerEndpoint"
    endpoint = object_at(endpoint, place)
    if endpoint.get("Type") != "TELEPHONE_NUMBER" or not endpoint.get("Address"):
        return None
    return text_at(endpoint["Address"], f"{place}.Address")
