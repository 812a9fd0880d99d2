"""What callbacks need of Connect: calls that are found again, metrics, and callbacks that wait in a queue."""

import time
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.control import Control
from aicc_local.lifecycle.environment import ACCOUNT, REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.acting_role import acting
from tests.e2e.callback_centre import CallbackCentre, callback_centre
from tests.e2e.contact_centre import eventually
from tests.e2e.templates import allowing

CUSTOMER = "+821012345678"


@pytest.fixture(scope="module")
def centre(server: ServerProcess, session: boto3.Session) -> Iterator[CallbackCentre]:
    with callback_centre(session, Control(server.port)) as centre:
        yield centre


def start(centre: CallbackCentre, **changes: Any) -> str:
    """A call to a customer; its id."""
    return centre.connect.start_outbound_voice_contact(
        InstanceId=centre.instance,
        ContactFlowId=centre.ids["Outbound"],
        DestinationPhoneNumber=CUSTOMER,
        QueueId=centre.ids["Queue"],
        Attributes={"callback_id": "a"},
        **changes,
    )["ContactId"]


def search(session: boto3.Session, centre: CallbackCentre, name: str) -> list[str]:
    """The calls of this name in the last minutes."""
    now = datetime.now(UTC)
    found = session.client("connect").search_contacts(
        InstanceId=centre.instance,
        TimeRange={
            "Type": "INITIATION_TIMESTAMP",
            "StartTime": now - timedelta(minutes=5),
            "EndTime": now + timedelta(minutes=5),
        },
        SearchCriteria={
            "Channels": ["VOICE"],
            "InitiationMethods": ["API"],
            "Name": {"SearchText": [name], "MatchType": "MATCH_ALL"},
        },
    )
    return [each["Id"] for each in found["Contacts"]]


def test_a_call_is_found_by_its_name_and_known_after_its_end(session: boto3.Session, centre: CallbackCentre) -> None:
    token = uuid.uuid4().hex
    contact = start(centre, Name=token, ClientToken=token)

    assert start(centre, Name=token, ClientToken=token) == contact
    assert search(session, centre, token) == [contact]
    assert search(session, centre, uuid.uuid4().hex) == []
    centre.people("not_answered", contact_id=contact)

    described = centre.connect.describe_contact(InstanceId=centre.instance, ContactId=contact)["Contact"]
    assert "DisconnectTimestamp" in described
    assert described["Name"] == token
    assert "ConnectedToSystemTimestamp" not in described
    assert centre.attributes(contact) == {"callback_id": "a"}


def test_a_search_knows_the_time(session: boto3.Session, centre: CallbackCentre) -> None:
    start(centre, Name="at some time")
    now, hour = datetime.now(UTC), timedelta(hours=1)

    found = session.client("connect").search_contacts(
        InstanceId=centre.instance,
        TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": now - 2 * hour, "EndTime": now - hour},
    )

    assert found["Contacts"] == []


ASKED: list[tuple[str, Callable[[Any, CallbackCentre, str], Any], str]] = [
    (
        "connect:SearchContacts",
        lambda connect, centre, contact: connect.search_contacts(
            InstanceId=centre.instance,
            TimeRange={"Type": "INITIATION_TIMESTAMP", "StartTime": 0, "EndTime": 1},
        ),
        "",
    ),
    (
        "connect:DescribeContact",
        lambda connect, centre, contact: connect.describe_contact(InstanceId=centre.instance, ContactId=contact),
        "/contact/{contact}",
    ),
    (
        "connect:GetContactAttributes",
        lambda connect, centre, contact: connect.get_contact_attributes(
            InstanceId=centre.instance, InitialContactId=contact
        ),
        "/contact/{contact}",
    ),
    (
        "connect:StartOutboundVoiceContact",
        lambda connect, centre, contact: connect.start_outbound_voice_contact(
            InstanceId=centre.instance,
            ContactFlowId=centre.ids["Outbound"],
            DestinationPhoneNumber=CUSTOMER,
            QueueId=centre.ids["Queue"],
        ),
        "/contact/*",
    ),
    (
        "connect:GetCurrentMetricData",
        lambda connect, centre, contact: connect.get_current_metric_data(
            InstanceId=centre.instance,
            Filters={"Queues": [centre.ids["Queue"]], "Channels": ["VOICE"]},
            CurrentMetrics=[{"Name": "AGENTS_AVAILABLE", "Unit": "COUNT"}],
        ),
        "/queue/{queue}",
    ),
]


@pytest.mark.parametrize(("action", "call", "resource"), ASKED, ids=[action for action, _, _ in ASKED])
def test_connect_asks_for_the_resource_of_an_action(
    server: ServerProcess, session: boto3.Session, centre: CallbackCentre, action: str, call: Any, resource: str
) -> None:
    contact = start(centre)
    arn = f"arn:aws:connect:{REGION}:{ACCOUNT}:instance/{centre.instance}"
    arn += resource.format(contact=contact, queue=centre.ids["Queue"])
    other = f"arn:aws:connect:{REGION}:{ACCOUNT}:instance/{uuid.uuid4()}/*"

    call(acting(server, session, allowing(action, arn)).client("connect"), centre, contact)

    with pytest.raises(ClientError, match=f"not authorized to perform: {action}"):
        call(acting(server, session, allowing(action, other)).client("connect"), centre, contact)


def test_metrics_count_who_is_free_and_who_waits(centre: CallbackCentre) -> None:
    before = centre.metrics()
    centre.people("make_available", user="agent", instance_id=centre.instance)
    contact = start(centre)
    centre.people("answer", contact_id=contact)

    waiting = eventually(lambda: (found := centre.metrics()) and found["CONTACTS_IN_QUEUE"] == 1 and found)
    centre.people("accept", contact_id=contact)
    talking = centre.metrics()
    centre.people("hang_up", contact_id=contact)

    assert before == {}
    assert waiting["AGENTS_AVAILABLE"] == 1
    assert (talking["AGENTS_AVAILABLE"], talking["CONTACTS_IN_QUEUE"]) == (0, 0)


# --- queued callbacks --------------------------------------------------------------------------------------------


def test_a_caller_who_asks_for_it_is_called_back(session: boto3.Session, centre: CallbackCentre) -> None:
    centre.people("make_available", user="agent", instance_id=centre.instance)

    caller = centre.people("call_in", customer_number=CUSTOMER, flow_id=centre.ids["Inbound"])

    assert eventually(lambda: centre.look(caller)["state"] == "ENDED")
    assert centre.look(caller)["said"] == ["순서가 되면 전화드리겠습니다."]
    callback = eventually(lambda: centre.callback_of(caller))
    # The delay is a second.
    assert eventually(lambda: centre.look(callback)["state"] == "IN_QUEUE")
    assert centre.metrics()["CONTACTS_IN_QUEUE"] == 1
    assert centre.people("accept_next", user="agent", instance_id=centre.instance) == callback
    assert centre.look(callback)["state"] == "RINGING"
    centre.people("answer", contact_id=callback)
    assert centre.look(callback)["state"] == "WITH_AGENT"
    centre.people("hang_up", contact_id=callback)
    described = centre.connect.describe_contact(InstanceId=centre.instance, ContactId=callback)["Contact"]
    assert described["InitiationMethod"] == "CALLBACK"
    assert (described["InitialContactId"], described["PreviousContactId"]) == (caller, caller)
    assert centre.attributes(callback) == {"reason": "배송"}


def test_who_does_not_answer_is_called_once_more(session: boto3.Session, centre: CallbackCentre) -> None:
    centre.people("make_available", user="agent", instance_id=centre.instance)
    caller = centre.people("call_in", customer_number=CUSTOMER, flow_id=centre.ids["Inbound"])
    first = eventually(lambda: centre.callback_of(caller))

    rings_out(centre, first)
    second = eventually(lambda: centre.callback_of(first))
    rings_out(centre, second)

    time.sleep(1.5)
    assert centre.callback_of(second) == ""
    assert centre.metrics()["CONTACTS_IN_QUEUE"] == 0


def rings_out(centre: CallbackCentre, callback: str) -> None:
    """An agent accepts a callback, and the customer does not pick up."""
    assert eventually(lambda: centre.look(callback)["state"] == "IN_QUEUE")
    centre.people("accept", contact_id=callback)
    centre.people("not_answered", contact_id=callback)
