"""The dialler with nothing replaced but the services themselves."""

import importlib
import json
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from botocore.stub import Stubber
from moto import mock_aws

from aicc_core import clients
from callback_ledger.record import Slot, book
from callback_ledger.sealing import KmsSealing
from callback_ledger.states import State
from tests.unit.callback_ledger.callbacks_table import create_table
from tests.unit.callbacks.conftest import ENVIRONMENT
from tests.unit.callbacks.desk import ID, PHONE, TEN
from tests.unit.callbacks.messages import batch
from tests.unit.callbacks.ports import Clock

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

pytestmark = pytest.mark.thorough

HOURS = json.dumps({"text": "", "week": {"MONDAY": [["09:00", "18:00"]]}, "exceptions": {}})
FREE = {
    "MetricResults": [
        {"Collections": [{"Metric": {"Name": "AGENTS_AVAILABLE", "Unit": "COUNT"}, "Value": 1.0}]},
    ]
}


@pytest.fixture
def queue_url(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with mock_aws():
        for client in (clients.connect, clients.dynamodb, clients.kms, clients.scheduler, clients.sqs, clients.ssm):
            client.cache_clear()
        create_table(clients.dynamodb())
        clients.ssm().put_parameter(Name=ENVIRONMENT["OPENING_HOURS_PARAMETER"], Value=HOURS, Type="String")
        monkeypatch.setenv("PHONE_KEY_ID", clients.kms().create_key()["KeyMetadata"]["KeyId"])
        url = clients.sqs().create_queue(QueueName="dial")["QueueUrl"]
        monkeypatch.setenv("DIAL_QUEUE_URL", url)
        yield url


@pytest.fixture
def dialler(queue_url: str) -> ModuleType:
    # Anew: it reads its settings, and makes its clients, when it is imported.
    return importlib.reload(importlib.import_module("dial_callback.handler"))


def book_one(dialler: ModuleType) -> None:
    record = book(
        callback_id=ID,
        phone=KmsSealing(clients.kms(), dialler.SETTINGS.phone_key_id).seal(PHONE, ID),
        lock="hash",
        slot=Slot("general", TEN),
        due_at=TEN,
        now=TEN - 3600,
    )
    dialler.PARTS.ledger.book(record, capacity=1)


def waiting(sqs: "SQSClient", url: str) -> str:
    found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessagesDelayed"])
    return found["Attributes"]["ApproximateNumberOfMessagesDelayed"]


def test_a_due_callback_goes_through_the_services(
    dialler: ModuleType, queue_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book_one(dialler)
    monkeypatch.setattr(dialler, "MEANS", _at_ten(dialler))
    telephone: Any = dialler.MEANS.telephone
    with Stubber(telephone._asking) as metrics, Stubber(telephone._dialling) as calls:
        metrics.add_response("get_current_metric_data", FREE)
        calls.add_response("start_outbound_voice_contact", {"ContactId": "contact-1"})

        answer = dialler.handler(batch(json.dumps({"callback_id": ID})), None)

        calls.assert_no_pending_responses()
    record = dialler.PARTS.ledger.record(ID)
    assert answer == {"batchItemFailures": []}
    assert (record.state, record.contact_id) == (State.RINGING, "contact-1")


def test_a_callback_for_which_nobody_is_free_is_sent_again(
    dialler: ModuleType, queue_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book_one(dialler)
    monkeypatch.setattr(dialler, "MEANS", _at_ten(dialler))
    telephone: Any = dialler.MEANS.telephone
    with Stubber(telephone._asking) as metrics:
        metrics.add_response("get_current_metric_data", {"MetricResults": []})

        dialler.handler(batch(json.dumps({"callback_id": ID})), None)

    assert dialler.PARTS.ledger.record(ID).due_at == TEN + 30
    assert waiting(clients.sqs(), queue_url) == "1"


def _at_ten(dialler: ModuleType) -> Any:
    return replace(dialler.MEANS, clock=Clock(TEN))
