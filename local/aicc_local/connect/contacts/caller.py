"""A contact as the engine has it, made of the contact in the store; and what the engine has changed, put back.

The store is the truth: between two turns an operation may change a contact, too.
"""

from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.contact import Contact
from aicc_local.connect.contacts.offering import USUAL_PRIORITY
from aicc_local.connect.contacts.walk import walk_of
from aicc_local.local_aws import LocalAws
from connect_flows import simulator

QUEUE = "AWS::Connect::Queue"

# What contact events tell of a change, by the type of the block that made it; what is missing here tells nothing.
_TOLD: dict[str, tuple[str, ...]] = {
    "TagContact": ("Tags",),
    "UntagContact": ("Tags",),
    "UpdateContactAttributes": ("UserDefinedAttributes",),
    "UpdateContactData": (),
    "UpdateContactRoutingBehavior": (),
}


def caller_of(aws: LocalAws, contact: Contact) -> simulator.Contact:
    """The contact for one turn of the engine."""
    described, kept = contact.described, contact.kept
    return simulator.Contact(
        id=contact.id,
        channel=contact.channel,
        method=described["InitiationMethod"],
        customer=_number(described, "CustomerEndpoint"),
        system=_number(described, "SystemEndpoint"),
        began=contact.place,
        attributes=dict(contact.attributes),
        tags=dict(described["Tags"]),
        segment_attributes=dict(described.get("SegmentAttributes", {})),
        references=dict(kept.get("references", {})),
        name=described.get("Name"),
        description=described.get("Description"),
        customer_id=described.get("CustomerId"),
        language=kept.get("language"),
        initial_id=described.get("InitialContactId", ""),
        previous_id=described.get("PreviousContactId"),
        related_id=described.get("RelatedContactId"),
        queue=contact.queue_arn,
        state=contact.state.value,
        agent=contact.agent_arn,
        callback_number=kept.get("callback_number"),
        priority=int(described.get("QueuePriority", USUAL_PRIORITY)),
        recording=dict(kept.get("recording", {})),
        # References that only Amazon Connect itself can fill in.
        extras={"AwsRegion": aws.region, "InstanceARN": contact.instance_arn},
        walk=walk_of(contact),
    )


def put_back(aws: LocalAws, contact: Contact, caller: simulator.Contact, block: str) -> None:
    """Keep what a block of this type has changed, and tell whom it concerns."""
    described, kept = contact.described, contact.kept
    described["Attributes"], described["Tags"] = dict(caller.attributes), dict(caller.tags)
    texts = {"Name": caller.name, "Description": caller.description, "CustomerId": caller.customer_id}
    described.update({name: text for name, text in texts.items() if text is not None})
    if caller.priority != int(described.get("QueuePriority", USUAL_PRIORITY)):
        described["QueuePriority"] = caller.priority
    if caller.queue:
        caller.queue = aws.store.find(QUEUE, caller.queue, contact.instance_arn).arn
    optional = {"language": caller.language, "callback_number": caller.callback_number, "queue": caller.queue}
    kept.update({name: value for name, value in optional.items() if value})
    if caller.recording:
        kept["recording"] = caller.recording
    if block in _TOLD:
        lifecycle.update(aws, contact, *_TOLD[block])


def _number(described: dict[str, Any], endpoint: str) -> str:
    found = described.get(endpoint) or {}
    return str(found.get("Address", "")) if found.get("Type") == "TELEPHONE_NUMBER" else ""
