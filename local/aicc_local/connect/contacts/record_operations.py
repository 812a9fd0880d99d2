"""Reading and changing what is known of a contact, and ending it."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.attributes import problem_of
from aicc_local.connect.contacts.contact import contact_at, find_contact
from aicc_local.connect.instance import find_instance
from aicc_local.errors import ServiceError, invalid_parameter, invalid_request
from aicc_local.local_aws import LocalAws

_KINDS = {"URL": "Url", "STRING": "String", "NUMBER": "Number", "DATE": "Date", "EMAIL": "Email"}
_UNSTOPPABLE = ("DISCONNECT", "TRANSFER", "QUEUE_TRANSFER", "EXTERNAL_OUTBOUND", "MONITOR")


def describe_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeContact."""
    # A copy: the answer is written when the contact may already have gone on.
    return {"Contact": deepcopy(find_contact(aws, parameters["InstanceId"], parameters["ContactId"]).described)}


def get_contact_attributes(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetContactAttributes."""
    contact = find_contact(aws, parameters["InstanceId"], parameters["InitialContactId"])
    return {"Attributes": dict(contact.attributes)}


def update_contact_attributes(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactAttributes: also of a contact that has ended; all of them or none."""
    contact = find_contact(aws, parameters["InstanceId"], parameters["InitialContactId"])
    attributes = {**contact.attributes, **parameters["Attributes"]}
    problem = problem_of(attributes)
    if problem:
        raise invalid_parameter(problem)
    contact.described["Attributes"] = attributes
    lifecycle.update(aws, contact, "UserDefinedAttributes")
    return {}


def update_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContact: what may be changed of contacts whose audio is Connect's own."""
    contact = find_contact(aws, parameters["InstanceId"], parameters["ContactId"])
    changed = {key: value for key, value in parameters.items() if key not in ("InstanceId", "ContactId")}
    if not changed:
        raise invalid_request("At least one field to be updated must be present in the request")
    others = sorted(set(changed) - {"Name", "Description", "References", "SegmentAttributes"})
    if others:
        raise invalid_request(f"Only external audio contacts can be updated with: {', '.join(others)}")
    contact.kept.setdefault("references", {}).update(changed.pop("References", {}))
    segment = {**contact.described.get("SegmentAttributes", {}), **changed.pop("SegmentAttributes", {})}
    contact.described.update(changed, **({"SegmentAttributes": segment} if segment else {}))
    lifecycle.update(aws, contact)
    return {}


def list_contact_references(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListContactReferences."""
    contact = find_contact(aws, parameters["InstanceId"], parameters["ContactId"])
    references = contact.kept.get("references", {})
    return {
        "ReferenceSummaryList": [
            {_KINDS[each["Type"]]: {"Name": name, "Value": each.get("Value", "")}}
            for name, each in references.items()
            if each["Type"] in parameters["ReferenceTypes"] and each["Type"] in _KINDS
        ]
    }


def stop_contact(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """StopContact."""
    instance = find_instance(aws, parameters["InstanceId"])
    contact = contact_at(aws, f"{instance.arn}/contact/{parameters['ContactId']}")
    if contact is None or contact.ended:
        raise ServiceError(
            "ContactNotFoundException", "The contact with the specified ID does not exist or has ended", status=410
        )
    if "DisconnectReason" in parameters:
        raise invalid_request("Only outbound campaigns can provide DisconnectReason")
    if contact.channel == "VOICE" and contact.described["InitiationMethod"] in _UNSTOPPABLE:
        raise invalid_request(f"A call by {contact.described['InitiationMethod']} cannot be stopped")
    lifecycle.end(aws, contact, "API")
    return {}
