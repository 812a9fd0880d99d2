"""What the conditions of policies see of a call."""

from typing import Any

import pytest

from aicc_local.emulator.request_context import request_context, tags_in
from aicc_local.store import Record, Store

INSTANCE = "arn:aws:connect:ap-northeast-2:123456789012:instance/1a"
QUEUE = f"{INSTANCE}/queue/2b"
BOT = "arn:aws:lex:ap-northeast-2:123456789012:bot/ABCDEFGHIJ"


def _record(kind: str, arn: str, properties: dict[str, Any]) -> Record:
    return Record(kind=kind, id=arn.rpartition("/")[2], arn=arn, owner="", properties=properties, made=0, changed=0)


@pytest.fixture
def store() -> Store:
    store = Store()
    store.add(_record("AWS::Connect::Queue", QUEUE, {"Tags": [{"Key": "team", "Value": "care"}]}))
    store.add(_record("AWS::Connect::Instance", INSTANCE, {"Tags": [{"Key": "stage", "Value": "dev"}]}))
    store.add(_record("AWS::Lex::Bot", BOT, {"BotTags": [{"Key": "team", "Value": "bots"}]}))
    return store


HERE = {"connect:InstanceId": "1a"}


@pytest.mark.parametrize(
    ("operation", "parameters", "arn", "expected"),
    [
        ("ListInstances", {}, "*", {}),
        ("ListUsers", {"InstanceId": "1a"}, INSTANCE, {**HERE, "aws:ResourceTag/stage": "dev"}),
        ("ListUsers", {"InstanceId": INSTANCE}, INSTANCE, {**HERE, "aws:ResourceTag/stage": "dev"}),
        ("DescribeQueue", {"InstanceId": "1a", "QueueId": "2b"}, QUEUE, {**HERE, "aws:ResourceTag/team": "care"}),
        ("ListTagsForResource", {"resourceArn": QUEUE}, QUEUE, {**HERE, "aws:ResourceTag/team": "care"}),
        ("DescribePhoneNumber", {"PhoneNumberId": "3c"}, "arn:aws:connect:r:a:phone-number/3c", {}),
        ("ClaimPhoneNumber", {"TargetArn": INSTANCE}, "arn:aws:connect:r:a:phone-number/*", HERE),
        (
            "CreateQueue",
            {"InstanceId": "1a", "Tags": {"team": "care", "cost": "12"}},
            f"{INSTANCE}/queue/*",
            {**HERE, "aws:RequestTag/team": "care", "aws:RequestTag/cost": "12", "aws:TagKeys": ["team", "cost"]},
        ),
        (
            "TagResource",
            {"resourceArn": QUEUE, "tags": {"team": "sales"}},
            QUEUE,
            {
                **HERE,
                "aws:ResourceTag/team": "care",
                "aws:RequestTag/team": "sales",
                "aws:TagKeys": ["team"],
            },
        ),
        (
            "UntagResource",
            {"resourceArn": QUEUE, "tagKeys": ["team"]},
            QUEUE,
            {**HERE, "aws:ResourceTag/team": "care", "aws:TagKeys": ["team"]},
        ),
        ("TagContact", {"InstanceId": "1a", "ContactId": "9", "Tags": {"a": "b"}}, f"{INSTANCE}/contact/9", HERE),
    ],
)
def test_connect(store: Store, operation: str, parameters: dict[str, Any], arn: str, expected: dict[str, Any]) -> None:
    assert request_context("connect", operation, parameters, arn, tags_in(store)) == expected


def test_lex_has_tags_and_no_instance(store: Store) -> None:
    given = {"botName": "a", "botTags": {"team": "new"}}

    described = request_context("lex", "DescribeBot", {"botId": "ABCDEFGHIJ"}, BOT, tags_in(store))
    created = request_context("lex", "CreateBot", given, "*", tags_in(store))

    assert described == {"aws:ResourceTag/team": "bots"}
    assert created == {"aws:RequestTag/team": "new", "aws:TagKeys": ["team"]}


def test_the_tags_of_a_contact_are_a_map() -> None:
    store = Store()
    contact = f"{INSTANCE}/contact/3c"
    store.add(_record("Contact", contact, {"Tags": {"team": "calls"}}))

    context = request_context("connect", "GetContactAttributes", {"InstanceId": "1a"}, contact, tags_in(store))

    assert context == {"aws:ResourceTag/team": "calls", "connect:InstanceId": "1a"}
