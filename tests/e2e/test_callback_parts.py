"""What callbacks need of tables, keys and templates, with IAM enforced."""

import json
import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.lifecycle.environment import REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.acting_role import acting
from tests.e2e.contact_centre import eventually
from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import KEY_POLICY, allowing, function

CUSTOMER = "+821012345678"


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


# --- tables ------------------------------------------------------------------------------------------------------

# As boto3 takes them, in short.
Item = Any


@pytest.fixture(scope="module")
def table(session: boto3.Session) -> str:
    """A table with a sparse index."""
    name = f"table-{uuid.uuid4().hex[:8]}"
    names = ("pk", "part", "wake_at")
    session.client("dynamodb").create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": each, "AttributeType": "S"} for each in names],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
        GlobalSecondaryIndexes=[
            {
                "IndexName": "wake",
                "KeySchema": [
                    {"AttributeName": "part", "KeyType": "HASH"},
                    {"AttributeName": "wake_at", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
        ],
    )
    return name


def put(table: str, pk: str, text: str = "1") -> Item:
    """Puts an item that is not there yet, and wants to see the one that is."""
    return {
        "Put": {
            "TableName": table,
            "Item": {"pk": {"S": pk}, "text": {"S": text}},
            "ConditionExpression": "attribute_not_exists(pk)",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }
    }


def test_a_transaction_that_is_repeated_is_carried_out_once(session: boto3.Session, table: str) -> None:
    client, token, pk = session.client("dynamodb"), uuid.uuid4().hex, uuid.uuid4().hex

    for _ in range(2):
        client.transact_write_items(TransactItems=[put(table, pk)], ClientRequestToken=token)

    with pytest.raises(client.exceptions.IdempotentParameterMismatchException):
        client.transact_write_items(TransactItems=[put(table, pk, "2")], ClientRequestToken=token)


def test_a_cancelled_transaction_says_which_condition_failed_and_on_what(session: boto3.Session, table: str) -> None:
    client, first, second = session.client("dynamodb"), uuid.uuid4().hex, uuid.uuid4().hex
    client.transact_write_items(TransactItems=[put(table, second, "is there")])

    with pytest.raises(client.exceptions.TransactionCanceledException) as cancelled:
        client.transact_write_items(TransactItems=[put(table, first), put(table, second)])

    none, failed = cancelled.value.response["CancellationReasons"]
    assert none["Code"] == "None"
    assert failed["Code"] == "ConditionalCheckFailed"
    assert failed["Item"] == {"pk": {"S": second}, "text": {"S": "is there"}}
    assert "Item" not in client.get_item(TableName=table, Key={"pk": {"S": first}})


def test_a_set_takes_no_more_than_its_condition_allows(session: boto3.Session, table: str) -> None:
    client, key = session.client("dynamodb"), {"pk": {"S": uuid.uuid4().hex}}

    def add(line: str) -> None:
        changed: Item = {
            "TableName": table,
            "Key": key,
            "UpdateExpression": "ADD calls :line",
            "ConditionExpression": "attribute_not_exists(calls) OR size(calls) < :most",
            "ExpressionAttributeValues": {":line": {"SS": [line]}, ":most": {"N": "2"}},
        }
        client.transact_write_items(TransactItems=[{"Update": changed}])

    def take(line: str) -> Item:
        return client.update_item(
            TableName=table,
            Key=key,
            UpdateExpression="DELETE calls :line",
            ConditionExpression="contains(calls, :text)",
            ExpressionAttributeValues={":line": {"SS": [line]}, ":text": {"S": line}},
            ReturnValues="ALL_NEW",
        )["Attributes"]

    add("a")
    add("b")
    with pytest.raises(client.exceptions.TransactionCanceledException):
        add("c")
    assert take("a")["calls"] == {"SS": ["b"]}
    assert "calls" not in take("b")
    with pytest.raises(client.exceptions.ConditionalCheckFailedException):
        take("b")
    add("c")


def test_an_item_is_in_an_index_while_it_has_its_keys(session: boto3.Session, table: str) -> None:
    client, part = session.client("dynamodb"), uuid.uuid4().hex
    waking, other = ({"pk": {"S": uuid.uuid4().hex}} for _ in range(2))
    client.put_item(TableName=table, Item={**waking, "part": {"S": part}, "wake_at": {"S": "5"}})
    client.put_item(TableName=table, Item={**other, "part": {"S": part}})

    def due() -> list[Item]:
        return client.query(
            TableName=table,
            IndexName="wake",
            KeyConditionExpression="part = :part AND wake_at <= :now",
            ExpressionAttributeValues={":part": {"S": part}, ":now": {"S": "7"}},
        )["Items"]

    assert due() == [{**waking, "part": {"S": part}, "wake_at": {"S": "5"}}]
    client.update_item(TableName=table, Key=waking, UpdateExpression="REMOVE part, wake_at")
    assert due() == []


# --- keys --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def key(session: boto3.Session) -> str:
    return session.client("kms").create_key(Policy=json.dumps(KEY_POLICY))["KeyMetadata"]["Arn"]


def test_what_is_sealed_for_one_callback_opens_for_no_other(session: boto3.Session, key: str) -> None:
    kms = session.client("kms")
    sealed = kms.encrypt(KeyId=key, Plaintext=CUSTOMER, EncryptionContext={"callback_id": "a"})["CiphertextBlob"]

    opened = kms.decrypt(CiphertextBlob=sealed, EncryptionContext={"callback_id": "a"})["Plaintext"]

    assert opened == CUSTOMER.encode()
    for context in ({"callback_id": "b"}, {}):
        with pytest.raises(kms.exceptions.InvalidCiphertextException):
            kms.decrypt(CiphertextBlob=sealed, EncryptionContext=context)


Context = dict[str, str]
ONLY_CALLBACKS = {
    "ForAllValues:StringEquals": {"kms:EncryptionContextKeys": ["callback_id"]},
    "Null": {"kms:EncryptionContextKeys": "false"},
}
VIA_DYNAMODB = {"kms:ViaService": f"dynamodb.{REGION}.amazonaws.com"}


@pytest.mark.parametrize(
    ("condition", "context", "allowed"),
    [
        ({"StringEquals": {"kms:EncryptionContext:callback_id": "a"}}, {"callback_id": "a"}, True),
        ({"StringEquals": {"kms:EncryptionContext:callback_id": "a"}}, {"callback_id": "b"}, False),
        ({"StringEquals": {"kms:EncryptionContext:callback_id": "a"}}, {}, False),
        ({"Null": {"kms:EncryptionContext:callback_id": "false"}}, {"callback_id": "b"}, True),
        (ONLY_CALLBACKS, {"callback_id": "b"}, True),
        (ONLY_CALLBACKS, {"callback_id": "b", "more": "c"}, False),
        (ONLY_CALLBACKS, {}, False),
        ({"StringEquals": VIA_DYNAMODB}, {"callback_id": "a"}, False),
        ({"StringNotEqualsIfExists": VIA_DYNAMODB}, {"callback_id": "a"}, True),
    ],
)
def test_policies_look_at_the_encryption_context(
    server: ServerProcess, session: boto3.Session, key: str, condition: Any, context: Context, allowed: bool
) -> None:
    kms = acting(server, session, {**allowing("kms:Encrypt", key), "Condition": condition}).client("kms")

    def seal() -> Any:
        return kms.encrypt(KeyId=key, Plaintext=b"1", EncryptionContext=context)

    if allowed:
        assert seal()["CiphertextBlob"]
    else:
        with pytest.raises(ClientError, match="AccessDenied"):
            seal()


# --- templates ---------------------------------------------------------------------------------------------------


def parts(**changes: Any) -> dict[str, Any]:
    """What callbacks put into a template; `changes` are of the queue's consumer."""

    def arn(name: str) -> dict[str, Any]:
        return {"Fn::GetAtt": [name, "Arn"]}

    takes_events = {
        "Effect": "Allow",
        "Principal": {"Service": "events.amazonaws.com"},
        "Action": "sqs:SendMessage",
        "Resource": arn("Queue"),
        "Condition": {"ArnEquals": {"aws:SourceArn": arn("Rule")}},
    }
    tls_only = {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "sqs:*",
        "Resource": arn("Queue"),
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    document = {"Version": "2012-10-17", "Statement": [tls_only, takes_events]}
    polls = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]
    mapping = {
        "EventSourceArn": arn("Queue"),
        "FunctionName": {"Ref": "Function"},
        "BatchSize": 1,
        "FunctionResponseTypes": ["ReportBatchItemFailures"],
        "ScalingConfig": {"MaximumConcurrency": 2},
        **changes,
    }
    source = "def handler(event, context):\n    print('GOT', event['Records'][0]['body'])\n    return {}"
    return {
        "Key": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": KEY_POLICY, "EnableKeyRotation": True}},
        "Dead": {"Type": "AWS::SQS::Queue", "Properties": {"MessageRetentionPeriod": 1209600}},
        "Queue": {
            "Type": "AWS::SQS::Queue",
            "Properties": {
                "VisibilityTimeout": 60,
                "RedrivePolicy": {"deadLetterTargetArn": arn("Dead"), "maxReceiveCount": 3},
            },
        },
        "Takes": {
            "Type": "AWS::SQS::QueuePolicy",
            "Properties": {"Queues": [{"Ref": "Queue"}], "PolicyDocument": document},
        },
        "Rule": {
            "Type": "AWS::Events::Rule",
            "Properties": {
                "EventPattern": {"source": ["test.callbacks"]},
                "Targets": [{"Id": "queue", "Arn": arn("Queue")}],
            },
        },
        "Group": {"Type": "AWS::Scheduler::ScheduleGroup", "Properties": {}},
        **function(source, allowing(polls, "*"), allowing("logs:*", "*")),
        "Mapping": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": mapping},
    }


def test_the_parts_of_a_template_work_together(session: boto3.Session, stack: SmallStack) -> None:
    assert stack.create(parts()) == "CREATE_COMPLETE", stack.reasons()
    event = {"Source": "test.callbacks", "DetailType": "test", "Detail": "{}"}

    session.client("events").put_events(Entries=[event])  # type: ignore[list-item]  # as told

    assert eventually(
        lambda: session.client("logs").filter_log_events(logGroupName=stack.physical_id("Log"), filterPattern="GOT")[
            "events"
        ]
    )
    group = session.client("scheduler").get_schedule_group(Name=stack.physical_id("Group"))
    assert group["State"] == "ACTIVE"
    assert session.client("kms").get_key_rotation_status(KeyId=stack.physical_id("Key"))["KeyRotationEnabled"]


def test_a_consumer_is_updated_in_place(session: boto3.Session, stack: SmallStack) -> None:
    stack.create(parts())
    before = stack.physical_id("Mapping")

    assert stack.update(parts(ScalingConfig={"MaximumConcurrency": 5})) == "UPDATE_COMPLETE", stack.reasons()

    assert stack.physical_id("Mapping") == before
    mapping = session.client("lambda").get_event_source_mapping(UUID=before)
    assert mapping["ScalingConfig"] == {"MaximumConcurrency": 5}
