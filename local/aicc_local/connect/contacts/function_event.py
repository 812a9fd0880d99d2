"""The event that a function gets from a flow.

Source: Connect administrator guide, "Invoke Lambda functions". What there is none of is null.
"""

from typing import Any

from aicc_local.connect.contacts.references import queue_told
from aicc_local.connect.contacts.step import Step


def function_event(step: Step) -> dict[str, Any]:
    """What the contact looks like to the function that an InvokeLambdaFunction asks."""
    contact, described = step.contact, step.contact.described
    queue = queue_told(step.aws.store.get(contact.queue_arn))
    return {
        "Details": {
            "ContactData": {
                "Attributes": dict(contact.attributes),
                "AwsRegion": step.aws.region,
                "Channel": contact.channel,
                "ContactId": contact.id,
                "CustomerEndpoint": described.get("CustomerEndpoint"),
                "CustomerId": described.get("CustomerId"),
                "Description": described.get("Description"),
                "InitialContactId": described.get("InitialContactId", contact.id),
                "InitiationMethod": described["InitiationMethod"],
                "InstanceARN": contact.instance_arn,
                "LanguageCode": contact.kept.get("language", "en-US"),
                "MediaStreams": {"Customer": {"Audio": None}},
                "Name": described.get("Name"),
                "PreviousContactId": described.get("PreviousContactId", contact.id),
                "Queue": queue and {**queue, "OutboundCallerId": None},
                "References": contact.kept.get("references", {}),
                "RelatedContactId": described.get("RelatedContactId"),
                "SegmentAttributes": described.get("SegmentAttributes", {}),
                "SystemEndpoint": described.get("SystemEndpoint"),
                "Tags": dict(described["Tags"]),
            },
            "Parameters": step.parameter("LambdaInvocationAttributes") or {},
        },
        "Name": "ContactFlowEvent",
    }
