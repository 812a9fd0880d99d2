"""The contact of a test execution: a contact like any other, whose customer does what the test says.

From which number a call comes whose test names none is not documented; here it shows none.
"""

import json
from collections.abc import Mapping
from typing import Any

from aicc_local.connect.contacts import lifecycle
from aicc_local.connect.contacts.attributes import problem_of
from aicc_local.connect.contacts.caller import caller_of
from aicc_local.connect.contacts.contact import Contact, State
from aicc_local.connect.contacts.starting import check_quota, find_flow
from aicc_local.connect.contacts.walk import walk_of
from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_parameter, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record, new_id
from connect_flows.test_cases import EntryPoint, TestCase, of_contact

_QUOTA_CODE = "LimitExceededException"


def begin_contact(aws: LocalAws, instance_arn: str, case: TestCase) -> Contact:
    """Begin the contact that a test is about; its flow has not begun. The store is locked.

    Raises:
        ServiceError: There can be no such contact: its flow is gone, say, or the instance has too many.
    """
    entry = case.entry_point
    if entry is None:
        raise invalid_parameter("EntryPoint is missing")
    instance = find_instance(aws, instance_arn)
    flow = _flow(aws, instance, entry)
    channel = "VOICE" if entry.is_voice else "CHAT"
    check_quota(aws, instance, channel, _QUOTA_CODE)
    problem = problem_of(case.attributes)
    if problem:
        raise invalid_parameter(problem)
    described: dict[str, Any] = {
        "Channel": channel,
        "InitiationMethod": "INBOUND" if entry.is_voice else "API",
        "Attributes": case.attributes,
        "SegmentAttributes": _segment_attributes(case),
    }
    numbers = {"CustomerEndpoint": entry.source_phone_number, "SystemEndpoint": entry.destination_phone_number}
    described |= {name: {"Type": "TELEPHONE_NUMBER", "Address": number} for name, number in numbers.items() if number}
    kept = {} if entry.is_voice else {"participant": {"id": new_id(), "token": ""}, "typed": []}
    return lifecycle.begin(aws, instance, State.IN_FLOW, described, flow=flow.arn, **kept)


def hang_up(aws: LocalAws, contact: Contact) -> bool:
    """Let the customer hang up once the contact has come to rest; whether it has. The store is locked."""
    walk = walk_of(contact)
    if contact.state is State.IN_FLOW and walk.waits_for in ("", "answer"):
        return False
    lifecycle.end(aws, contact, "CUSTOMER_DISCONNECT")
    return True


def refer(aws: LocalAws, contact: Contact, parts: tuple[str, ...]) -> object:
    """What a reference of an assertion stands for in a contact now; None for nothing."""
    queue = aws.store.get(contact.queue_arn)
    return of_contact(caller_of(aws, contact), queue.name if queue else "")(parts)


def _flow(aws: LocalAws, instance: Record, entry: EntryPoint) -> Record:
    if entry.flow_id:
        return find_flow(aws, instance, entry.flow_id)
    for number in aws.store.of("AWS::Connect::PhoneNumber", instance.arn):
        if number.links["address"] == entry.destination_phone_number:
            return find_flow(aws, instance, str(number.links.get("contact_flow", "")))
    raise not_found(f"No flow answers {entry.destination_phone_number}")


def _segment_attributes(case: TestCase) -> dict[str, dict[str, str]]:
    """Those of the initialization data; another shape than its own is taken and says nothing."""
    try:
        data = json.loads(case.initialization_data or "{}")
    except ValueError:
        return {}
    given = data.get("SegmentAttributes") if isinstance(data, Mapping) else None
    return {key: {"ValueString": str(value)} for key, value in given.items()} if isinstance(given, Mapping) else {}
