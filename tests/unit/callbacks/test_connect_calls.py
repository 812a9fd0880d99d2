from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from aicc_core.errors import Unavailable
from callback_ledger.connect_calls import ConnectCalls
from callback_ledger.events import Event, Kind
from tests.unit.callbacks.desk import ID, TEN, Desk

WHEN = datetime.fromtimestamp(TEN, UTC)
NEVER = datetime(1970, 1, 1, 0, 0, 0, 1000, tzinfo=UTC)
SEARCH = {
    "InstanceId": "instance",
    "TimeRange": {
        "Type": "INITIATION_TIMESTAMP",
        "StartTime": WHEN - timedelta(minutes=5),
        "EndTime": WHEN + timedelta(minutes=5),
    },
    "SearchCriteria": {
        "Name": {"SearchText": [f"{ID}-1"], "MatchType": "MATCH_ALL"},
        "Channels": ["VOICE"],
        "InitiationMethods": ["API"],
    },
    "Sort": {"FieldName": "INITIATION_TIMESTAMP", "Order": "DESCENDING"},
}
DESCRIBE = {"InstanceId": "instance", "ContactId": "contact-1"}
IN_QUEUE = {"QueueInfo": {"Id": "queue", "EnqueueTimestamp": WHEN}}
WITH_AGENT = {"AgentInfo": {"Id": "agent", "ConnectedToAgentTimestamp": WHEN}}
OVER = {"DisconnectTimestamp": WHEN}
Connect = tuple[ConnectCalls, Stubber]


@pytest.fixture
def connect() -> Iterator[Connect]:
    client: Any = boto3.client("connect", region_name="ap-northeast-2")
    with Stubber(client) as stub:
        yield ConnectCalls(client, "instance"), stub
        stub.assert_no_pending_responses()


@pytest.fixture
def record(desk: Desk) -> Any:
    return replace(desk.book(), dial=1, dialled_at=TEN)


@pytest.mark.parametrize(
    ("contact", "kind"),
    [
        ({}, Kind.ACCEPTED),
        ({"QueueInfo": {"Id": "queue"}}, Kind.ACCEPTED),
        (IN_QUEUE, Kind.PUT_THROUGH),
        (WITH_AGENT, Kind.PUT_THROUGH),
        ({"DisconnectTimestamp": NEVER}, Kind.ACCEPTED),
        ({**OVER, "QueueInfo": {"Id": "queue", "EnqueueTimestamp": NEVER}}, Kind.NOT_REACHED),
        ({**OVER, "AgentInfo": {"Id": "agent", "ConnectedToAgentTimestamp": NEVER}}, Kind.NOT_REACHED),
        (OVER, Kind.NOT_REACHED),
        ({**OVER, "QueueInfo": {"Id": "queue"}}, Kind.NOT_REACHED),
        (OVER | IN_QUEUE, Kind.TALKED),
        (OVER | WITH_AGENT, Kind.TALKED),
    ],
)
def test_a_known_contact_is_looked_at(connect: Connect, record: Any, contact: dict[str, Any], kind: Kind) -> None:
    calls, stub = connect
    stub.add_response("describe_contact", {"Contact": {"Id": "contact-1", **contact}}, DESCRIBE)

    found = calls.find(replace(record, contact_id="contact-1"))

    assert found == Event(kind=kind, dial=1, contact_id="contact-1")


def test_an_unknown_contact_is_searched_for_by_the_whole_token(connect: Connect, record: Any) -> None:
    calls, stub = connect
    others = [{"Id": "contact-9", "Name": f"{ID}-12"}, {"Id": "contact-1", "Name": f"{ID}-1"}]
    stub.add_response("search_contacts", {"Contacts": others}, SEARCH)
    stub.add_response("describe_contact", {"Contact": OVER}, DESCRIBE)

    assert calls.find(record) == Event(kind=Kind.NOT_REACHED, dial=1, contact_id="contact-1")


def test_what_is_not_found_proves_nothing(connect: Connect, record: Any) -> None:
    calls, stub = connect
    stub.add_response("search_contacts", {"Contacts": []}, SEARCH)
    stub.add_client_error("describe_contact", "ResourceNotFoundException")

    assert calls.find(record) is None
    assert calls.find(replace(record, contact_id="contact-1")) is None


@pytest.mark.parametrize("code", ["ThrottlingException", "TooManyRequestsException", "InternalServiceException"])
def test_says_when_connect_cannot_be_asked(connect: Connect, record: Any, code: str) -> None:
    calls, stub = connect
    stub.add_client_error("search_contacts", code)
    stub.add_client_error("describe_contact", code)

    with pytest.raises(Unavailable, match=code):
        calls.find(record)
    with pytest.raises(Unavailable, match=code):
        calls.find(replace(record, contact_id="contact-1"))
