"""The function as it is put together from its environment, over a whole AWS in memory."""

import importlib
import json
from collections.abc import Iterator
from dataclasses import asdict
from types import ModuleType

import boto3
import pytest
from aws_lambda_powertools import Logger
from moto import mock_aws

from aicc_core import clients
from aicc_core.errors import SettingError
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from fulfill_intent.booking_desk import BookingDesk
from tests.unit.callback_ledger.callbacks_table import TABLE, create_table
from tests.unit.fulfill_intent.caller import CALLER, NOW, Caller, Shop

CLIENTS = (clients.dynamodb, clients.kms, clients.scheduler, clients.sqs)
LOGGER = Logger("fulfill_intent")


class Clock:
    @staticmethod
    def now(zone: object) -> object:
        return NOW


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # What the function reads when it is imported is not of this test.
    importlib.import_module("fulfill_intent.handler")
    for client in CLIENTS:
        client.cache_clear()
    with mock_aws():
        create_table(boto3.client("dynamodb"))
        kms = boto3.client("kms")
        hashing = kms.create_key(KeySpec="HMAC_256", KeyUsage="GENERATE_VERIFY_MAC")["KeyMetadata"]["KeyId"]
        hiding = kms.create_key()["KeyMetadata"]["KeyId"]
        boto3.client("scheduler").create_schedule_group(Name="callbacks")
        url = boto3.client("sqs").create_queue(QueueName="dial")["QueueUrl"]
        for name, value in {
            "CALLBACKS_TABLE": TABLE,
            "CALLBACK_RULES": json.dumps(asdict(Rules()) | asdict(SlotRules())),
            "CALLBACK_QUEUE": "general",
            "DIAL_QUEUE_URL": url,
            "DIAL_QUEUE_ARN": "arn:aws:sqs:ap-northeast-2:123456789012:dial",
            "SCHEDULE_GROUP": "callbacks",
            "SCHEDULE_ROLE_ARN": "arn:aws:iam::123456789012:role/schedules",
            "SCHEDULE_DEAD_LETTERS_ARN": "arn:aws:sqs:ap-northeast-2:123456789012:dead",
            "HASH_KEY_ID": hashing,
            "PHONE_KEY_ID": hiding,
        }.items():
            monkeypatch.setenv(name, value)
        yield
    for client in CLIENTS:
        client.cache_clear()


@pytest.fixture
def handler(environment: None, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = importlib.import_module("fulfill_intent.handler")
    monkeypatch.setattr(module, "datetime", Clock)
    monkeypatch.setattr(module, "OPENING_HOURS", Shop())
    monkeypatch.setattr(module, "DESK", BookingDesk(LOGGER))
    return module


def _confirmed(handler: ModuleType) -> str:
    caller = Caller()
    for text, intent in (("내일 오후 세 시에 이 번호로 전화 주세요", "callback"), ("네", "callback")):
        answer = handler.handler(caller.event(text, "Speech", intent, "None", {}), None)
        caller.attributes = answer["sessionState"]["sessionAttributes"]
    [message] = answer["messages"]
    return str(message["content"])


def test_books_in_the_ledger_and_schedules_the_call(handler: ModuleType) -> None:
    heard = _confirmed(handler)

    [schedule] = boto3.client("scheduler").list_schedules(GroupName="callbacks")["Schedules"]
    items = boto3.client("dynamodb").scan(TableName=TABLE)["Items"]
    [record] = [item for item in items if item["sk"]["S"] == "RECORD"]
    assert heard.startswith("<speak>네, 내일 오후 세 시에")
    assert schedule["Name"].startswith(record["pk"]["S"].removeprefix("CALLBACK#"))
    assert CALLER[3:] not in json.dumps(items, default=str)


def test_counts_what_was_booked(handler: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    _confirmed(handler)

    [line] = [json.loads(line) for line in capsys.readouterr().out.splitlines() if '"_aws"' in line]
    assert (line["Queue"], line["Booked"]) == ("general", [1.0])


def test_a_person_calls_back_where_there_is_no_table() -> None:
    module = importlib.import_module("fulfill_intent.handler")

    assert module.SETTINGS.callbacks_table == ""
    assert module.DESK is None


@pytest.mark.parametrize("name", ["HASH_KEY_ID", "PHONE_KEY_ID", "DIAL_QUEUE_URL", "CALLBACK_QUEUE"])
def test_a_desk_that_lacks_something_names_it(environment: None, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.delenv(name)

    with pytest.raises(SettingError, match=f"{name} is not set"):
        BookingDesk(LOGGER)
