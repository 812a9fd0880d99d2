import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import boto3
import pytest
from botocore.exceptions import ConnectionClosedError, ConnectTimeoutError, EndpointConnectionError, ReadTimeoutError
from botocore.stub import Stubber

from aicc_core import clients
from aicc_core.errors import Unavailable
from aicc_core.log import make_logger
from callback_ledger.connect_telephone import ConnectTelephone, Place, dialling_client
from callback_ledger.events import Event, Kind
from callback_ledger.rules import Rules
from tests.unit.callbacks.conftest import LogOf
from tests.unit.callbacks.desk import ID, PHONE, Desk

PLACE = Place(instance_id="instance", queue_id="queue", flow_id="flow")
START = {
    "InstanceId": "instance",
    "ContactFlowId": "flow",
    "QueueId": "queue",
    "DestinationPhoneNumber": PHONE,
    "ClientToken": f"{ID}-1",
    "Name": f"{ID}-1",
    "RingTimeoutInSeconds": 45,
    "Attributes": {"callback_id": ID, "callback_dial": "1", "callback_late": "false"},
}
METRICS = {
    "InstanceId": "instance",
    "Filters": {"Queues": ["queue"], "Channels": ["VOICE"]},
    "CurrentMetrics": [
        {"Name": "AGENTS_AVAILABLE", "Unit": "COUNT"},
        {"Name": "CONTACTS_IN_QUEUE", "Unit": "COUNT"},
    ],
}
Connect = tuple[ConnectTelephone, Stubber, Stubber]


@pytest.fixture
def connect() -> Iterator[Connect]:
    dialling: Any = dialling_client(Rules())
    asking: Any = boto3.client("connect", region_name="ap-northeast-2")
    with Stubber(dialling) as calls, Stubber(asking) as metrics:
        yield ConnectTelephone(dialling, asking, PLACE, make_logger("telephone")), calls, metrics
        calls.assert_no_pending_responses()
        metrics.assert_no_pending_responses()


@pytest.fixture
def record(desk: Desk) -> Any:
    return replace(desk.book(), dial=1)


def counts(available: float | None, waiting: float | None) -> dict[str, Any]:
    values = {"AGENTS_AVAILABLE": available, "CONTACTS_IN_QUEUE": waiting}
    collections = [
        {"Metric": {"Name": name, "Unit": "COUNT"}} | ({} if value is None else {"Value": value})
        for name, value in values.items()
    ]
    return {"MetricResults": [{"Collections": collections}]}


@pytest.mark.parametrize(
    ("answer", "free"),
    [
        (counts(3.0, 1.0), 2),
        (counts(1.0, 4.0), 0),
        (counts(2.0, None), 2),
        (counts(None, None), 0),
        ({"MetricResults": []}, 0),
    ],
    ids=["some", "all-wanted", "none-waiting", "empty", "nobody-signed-in"],
)
def test_free_are_agents_whom_no_waiting_caller_gets(connect: Connect, answer: dict[str, Any], free: int) -> None:
    telephone, _, metrics = connect
    metrics.add_response("get_current_metric_data", answer, METRICS)

    assert telephone.free_agents() == free


def test_says_when_nobody_knows_who_is_free(connect: Connect) -> None:
    telephone, _, metrics = connect
    metrics.add_client_error("get_current_metric_data", "ThrottlingException")

    with pytest.raises(Unavailable):
        telephone.free_agents()


def test_asks_for_the_call_under_the_token_of_the_dial(connect: Connect, record: Any) -> None:
    telephone, calls, _ = connect
    calls.add_response("start_outbound_voice_contact", {"ContactId": "contact-1"}, START)

    event = telephone.start(record, PHONE, is_late=False)

    assert event == Event(kind=Kind.ACCEPTED, dial=1, contact_id="contact-1")


def test_tells_the_flow_that_an_apology_is_owed(connect: Connect, record: Any) -> None:
    telephone, calls, _ = connect
    asked = START | {"Attributes": {"callback_id": ID, "callback_dial": "1", "callback_late": "true"}}
    calls.add_response("start_outbound_voice_contact", {"ContactId": "contact-1"}, asked)

    assert telephone.start(record, PHONE, is_late=True).kind is Kind.ACCEPTED


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("TooManyRequestsException", Kind.THROTTLED),
        ("ThrottlingException", Kind.THROTTLED),
        ("LimitExceededException", Kind.THROTTLED),
        ("DestinationNotAllowedException", Kind.REFUSED),
        ("OutboundContactNotPermittedException", Kind.REFUSED),
        ("InvalidRequestException", Kind.REFUSED),
        ("InvalidParameterException", Kind.REFUSED),
        ("ResourceNotFoundException", Kind.REFUSED),
        ("AccessDeniedException", Kind.REFUSED),
        ("InternalServiceException", Kind.TIMED_OUT),
        ("ServiceUnavailable", Kind.TIMED_OUT),
        ("SomethingNewException", Kind.TIMED_OUT),
    ],
)
def test_only_what_is_certain_is_taken_as_such(connect: Connect, record: Any, code: str, kind: Kind) -> None:
    telephone, calls, _ = connect
    calls.add_client_error("start_outbound_voice_contact", code)

    assert telephone.start(record, PHONE, is_late=False) == Event(kind=kind, dial=1)


@pytest.mark.parametrize(
    "fault",
    [
        ReadTimeoutError(endpoint_url="https://connect"),
        ConnectTimeoutError(endpoint_url="https://connect"),
        ConnectionClosedError(endpoint_url="https://connect"),
        EndpointConnectionError(endpoint_url="https://connect"),
    ],
    ids=lambda fault: type(fault).__name__,
)
def test_a_connection_that_breaks_says_nothing_about_the_call(
    connect: Connect, record: Any, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    telephone, _, _ = connect

    def breaks(**_: Any) -> None:
        raise fault

    monkeypatch.setattr(telephone._dialling, "start_outbound_voice_contact", breaks)

    assert telephone.start(record, PHONE, is_late=False) == Event(kind=Kind.TIMED_OUT, dial=1)


def test_what_botocore_does_not_even_send_is_refused(record: Any) -> None:
    telephone = ConnectTelephone(dialling_client(Rules()), clients.connect(), PLACE, make_logger("telephone"))
    without_number: Any = None

    assert telephone.start(record, without_number, is_late=False).kind is Kind.REFUSED


def test_no_log_line_holds_the_number(connect: Connect, record: Any, log_of: LogOf) -> None:
    telephone, calls, _ = connect
    log = log_of("telephone")
    calls.add_client_error("start_outbound_voice_contact", "InvalidParameterException", f"{PHONE} is odd")

    telephone.start(record, PHONE, is_late=False)

    assert f'"callback_id":"{ID}","fault":"InvalidParameterException","taken_as":"refused"' in log.getvalue()
    assert not re.search("1012345678|12345678", log.getvalue().replace(ID, ""))


@pytest.mark.parametrize("request_seconds", [1, 2, 5])
def test_a_request_takes_no_longer_than_the_rules_say_and_is_not_repeated(request_seconds: int) -> None:
    config: Any = dialling_client(Rules(request=request_seconds)).meta.config

    assert config.connect_timeout + config.read_timeout == request_seconds
    assert config.retries["total_max_attempts"] == 1
