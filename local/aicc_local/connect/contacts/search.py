"""SearchContacts. Unlike Connect's own search it sees a contact at once, and every attribute counts as searchable."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from aicc_local.connect.contacts.contact import Contact, contacts_of
from aicc_local.connect.contacts.pages import page
from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_parameter
from aicc_local.local_aws import LocalAws

_TIMES: Mapping[str, Callable[[Contact], float | None]] = {
    "INITIATION_TIMESTAMP": lambda contact: contact.described.get("InitiationTimestamp"),
    "SCHEDULED_TIMESTAMP": lambda contact: contact.described.get("ScheduledTimestamp"),
    "CONNECTED_TO_AGENT_TIMESTAMP": lambda contact: _inside(contact, "AgentInfo", "ConnectedToAgentTimestamp"),
    "DISCONNECT_TIMESTAMP": lambda contact: contact.described.get("DisconnectTimestamp"),
    "ENQUEUE_TIMESTAMP": lambda contact: _inside(contact, "QueueInfo", "EnqueueTimestamp"),
}
_SHOWN = (
    "AgentInfo", "Arn", "Id", "InitiationMethod", "Channel", "QueueInfo", "InitiationTimestamp", "DisconnectTimestamp",
    "InitialContactId", "PreviousContactId", "ScheduledTimestamp", "Name", "SegmentAttributes", "Tags",
)  # fmt: skip
_CRITERIA = {"AgentIds", "Channels", "InitiationMethods", "QueueIds", "SearchableContactAttributes", "Name"}


def search_contacts(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """SearchContacts."""
    instance = find_instance(aws, parameters["InstanceId"])
    criteria = parameters.get("SearchCriteria") or {}
    others = sorted(set(criteria) - _CRITERIA)
    if others:
        raise invalid_parameter(f"The local Connect does not have: {', '.join(others)}")
    span = parameters["TimeRange"]
    start, end = float(span["StartTime"]), float(span["EndTime"])
    if end < start:
        raise invalid_parameter("TimeRange: EndTime lies before StartTime")
    found = [
        contact
        for contact in contacts_of(aws, instance.arn)
        if _within(_TIMES[span["Type"]](contact), start, end) and _fits(contact, criteria)
    ]
    listed, token = page(_sorted(found, parameters.get("Sort")), parameters, "SearchContacts")
    return {"Contacts": [_told(contact) for contact in listed], "NextToken": token, "TotalCount": len(found)}


def _within(moment: float | None, start: float, end: float) -> bool:
    return moment is not None and start <= moment <= end


def _fits(contact: Contact, criteria: Mapping[str, Any]) -> bool:
    one_of = {
        "AgentIds": _inside(contact, "AgentInfo", "Id"),
        "Channels": contact.channel,
        "InitiationMethods": contact.described["InitiationMethod"],
        "QueueIds": _inside(contact, "QueueInfo", "Id"),
    }
    if any(criteria.get(name) and value not in criteria[name] for name, value in one_of.items()):
        return False
    attributes = criteria.get("SearchableContactAttributes")
    if attributes and not _attributes_fit(contact, attributes):
        return False
    name = criteria.get("Name")
    texts = [str(contact.described.get("Name", "")).casefold()]
    return not name or _matched([text.casefold() in texts[0] for text in name["SearchText"]], name["MatchType"])


def _attributes_fit(contact: Contact, wanted: Mapping[str, Any]) -> bool:
    fitting = [contact.attributes.get(each["Key"]) in each["Values"] for each in wanted["Criteria"]]
    return _matched(fitting, wanted.get("MatchType", "MATCH_ALL"))


def _matched(fitting: Sequence[bool], match_type: str) -> bool:
    if match_type == "MATCH_EXACT":
        raise invalid_parameter("The local Connect does not have: MATCH_EXACT")
    return {"MATCH_ALL": all(fitting), "MATCH_ANY": any(fitting), "MATCH_NONE": not any(fitting)}[match_type]


def _sorted(contacts: Sequence[Contact], sort: Mapping[str, str] | None) -> list[Contact]:
    """By default the newest first."""
    field, order = (sort["FieldName"], sort["Order"]) if sort else ("INITIATION_TIMESTAMP", "DESCENDING")
    names = {"INITIATION_METHOD": "InitiationMethod", "CHANNEL": "Channel"}
    if field not in names and field not in _TIMES:
        raise invalid_parameter(f"The local Connect does not sort by {field}")

    def key(contact: Contact) -> tuple[bool, Any]:
        value = contact.described[names[field]] if field in names else _TIMES[field](contact)
        return value is not None, value if value is not None else 0

    return sorted(contacts, key=key, reverse=order == "DESCENDING")


def _told(contact: Contact) -> dict[str, Any]:
    # A copy: the answer is written when the contact may already have gone on.
    return {name: deepcopy(contact.described[name]) for name in _SHOWN if name in contact.described}


def _inside(contact: Contact, structure: str, name: str) -> Any:
    return (contact.described.get(structure) or {}).get(name)
