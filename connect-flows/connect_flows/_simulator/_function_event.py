"""The event that a function gets from a flow; what there is none of is null.

Source: Connect administrator guide, "Invoke Lambda functions".
"""

from typing import Any

from connect_flows._simulator._step import Step
from connect_flows._simulator._values import endpoint


def function_event(step: Step) -> dict[str, Any]:
    """What the contact looks like to a function; the local AWS adds where it is: AwsRegion and InstanceARN."""
    contact = step.contact
    queue = step.queue_told()
    return {
        "Details": {
            "ContactData": {
                "Attributes": dict(contact.attributes),
                "Channel": contact.channel,
                "ContactId": contact.id,
                "CustomerEndpoint": endpoint(contact.customer),
                "CustomerId": contact.customer_id,
                "Description": contact.description,
                "InitialContactId": contact.initial_id or contact.id,
                "InitiationMethod": contact.method,
                "LanguageCode": contact.language or "en-US",
                "MediaStreams": {"Customer": {"Audio": None}},
                "Name": contact.name,
                "PreviousContactId": contact.previous_id or contact.id,
                "Queue": queue and {**queue, "OutboundCallerId": None},
                "References": contact.references,
                "RelatedContactId": contact.related_id,
                "SegmentAttributes": contact.segment_attributes,
                "SystemEndpoint": endpoint(contact.system),
                "Tags": dict(contact.tags),
            },
            "Parameters": step.parameter("LambdaInvocationAttributes") or {},
        },
        "Name": "ContactFlowEvent",
    }
