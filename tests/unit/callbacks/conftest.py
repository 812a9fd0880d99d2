import json
import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict
from io import StringIO
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws

from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from tests.unit.callback_ledger.callbacks_table import TABLE, create_table
from tests.unit.callbacks.desk import Desk

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

LogOf = Callable[[str], StringIO]

ENVIRONMENT = {
    "AWS_DEFAULT_REGION": "ap-northeast-2",
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "CALLBACKS_TABLE": TABLE,
    "CALLBACK_RULES": json.dumps(asdict(Rules()) | asdict(SlotRules())),
    "CALLBACK_QUEUE": "general",
    "DIAL_QUEUE_URL": "https://sqs.ap-northeast-2.amazonaws.com/111122223333/dial",
    "DIAL_QUEUE_ARN": "arn:aws:sqs:ap-northeast-2:111122223333:dial",
    "SCHEDULE_GROUP": "callbacks",
    "SCHEDULE_ROLE_ARN": "arn:aws:iam::111122223333:role/schedules",
    "SCHEDULE_DEAD_LETTERS_ARN": "arn:aws:sqs:ap-northeast-2:111122223333:dial-dead",
    "DIAL_DEAD_LETTERS_ARN": "arn:aws:sqs:ap-northeast-2:111122223333:dial-dead",
    "EVENTS_QUEUE_ARN": "arn:aws:sqs:ap-northeast-2:111122223333:events",
    "EVENTS_DEAD_LETTERS_ARN": "arn:aws:sqs:ap-northeast-2:111122223333:events-dead",
    "INSTANCE_ID": "0a1b2c3d-0000-4000-8000-00000000000a",
    "CONNECT_QUEUE_ID": "0a1b2c3d-0000-4000-8000-00000000000b",
    "CONTACT_FLOW_ID": "0a1b2c3d-0000-4000-8000-00000000000c",
    "OPENING_HOURS_PARAMETER": "/aicc/opening-hours",
    "PHONE_KEY_ID": "alias/phones",
    "HASH_KEY_ID": "alias/hash",
}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def client() -> Iterator["DynamoDBClient"]:
    with mock_aws():
        client = boto3.client("dynamodb", region_name="ap-northeast-2")
        create_table(client)
        yield client


@pytest.fixture
def log_of() -> Iterator[LogOf]:
    """Return what a logger writes from now on."""
    changed: list[tuple[logging.StreamHandler[Any], Any]] = []

    def catch(name: str) -> StringIO:
        log = StringIO()
        for handler in logging.getLogger(name).handlers:
            assert isinstance(handler, logging.StreamHandler)
            changed.append((handler, handler.setStream(log)))
        return log

    yield catch
    for handler, stream in changed:
        if stream is not None:
            handler.setStream(stream)
