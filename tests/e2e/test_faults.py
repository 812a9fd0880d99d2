"""Faults on purpose, as boto3, functions and stacks meet them."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError

from aicc_local.control import Control, ControlError
from aicc_local.fault import conflict, cut, delay, double, fail_after, fail_before, lose, throttle
from aicc_local.lifecycle.environment import ACCOUNT, REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.queues import Queue
from tests.e2e.stacks import SmallStack, small_stack

# Botocore's retries would hide what is looked at here.
ONE_TRY = Config(retries={"total_max_attempts": 1})
INSTANCE = {
    "Type": "AWS::Connect::Instance",
    "Properties": {
        "IdentityManagementType": "CONNECT_MANAGED",
        "InstanceAlias": f"faults-{uuid.uuid4().hex[:8]}",
        "Attributes": {"InboundCalls": True, "OutboundCalls": True},
    },
}


@pytest.fixture
def control(server: ServerProcess) -> Iterator[Control]:
    control = Control(server.port)
    yield control
    control.faults.clear()


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


@pytest.fixture
def table(session: boto3.Session) -> str:
    name = f"table-{uuid.uuid4().hex[:8]}"
    session.client("dynamodb").create_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        BillingMode="PAY_PER_REQUEST",
    )
    return name


@pytest.fixture
def queue(session: boto3.Session) -> str:
    return str(session.client("sqs").create_queue(QueueName=f"queue-{uuid.uuid4().hex[:8]}")["QueueUrl"])


def item(value: str) -> dict[str, Any]:
    return {"pk": {"S": value}}


THROTTLES: list[tuple[str, str, Callable[[boto3.Session], Any], str, int]] = [
    (
        "connect:ListInstances",
        "connect",
        lambda session: session.client("connect", config=ONE_TRY).list_instances(),
        "TooManyRequestsException",
        429,
    ),
    (
        "lex:ListBots",
        "lex",
        lambda session: session.client("lexv2-models", config=ONE_TRY).list_bots(),
        "ThrottlingException",
        429,
    ),
    (
        "dynamodb:GetItem",
        "dynamodb",
        lambda session: session.client("dynamodb", config=ONE_TRY).get_item(TableName="any", Key=item("1")),
        "ProvisionedThroughputExceededException",
        400,
    ),
    (
        "s3:ListObjectsV2",
        "s3",
        lambda session: session.client("s3", config=ONE_TRY).list_objects_v2(Bucket="any-bucket"),
        "SlowDown",
        503,
    ),
    (
        "lambda:Invoke",
        "lambda",
        lambda session: session.client("lambda", config=ONE_TRY).invoke(FunctionName="any"),
        "TooManyRequestsException",
        429,
    ),
    (
        "sqs:ListQueues",
        "sqs",
        lambda session: session.client("sqs", config=ONE_TRY).list_queues(),
        "RequestThrottled",
        400,
    ),
    (
        "cloudformation:ListStacks",
        "cloudformation",
        lambda session: session.client("cloudformation", config=ONE_TRY).list_stacks(),
        "Throttling",
        400,
    ),
]


@pytest.mark.parametrize(("target", "service", "call", "code", "status"), THROTTLES, ids=[t[0] for t in THROTTLES])
def test_each_service_throttles_in_its_own_words(
    session: boto3.Session,
    control: Control,
    target: str,
    service: str,
    call: Callable[[boto3.Session], Any],
    code: str,
    status: int,
) -> None:
    with control.fault(target, throttle()), pytest.raises(ClientError) as refused:
        call(session)

    assert refused.value.response["Error"]["Code"] == code
    assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == status


def test_boto3_gets_over_a_throttle(session: boto3.Session, control: Control) -> None:
    with control.fault("connect:ListInstances", throttle(times=2)) as rule:
        session.client("connect", config=Config(retries={"mode": "standard", "total_max_attempts": 3})).list_instances()

        [told] = [each for each in control.faults.listed() if each["id"] == rule]
    assert (told["seen"], told["hits"]) == (3, 2)


def test_what_fails_before_is_not_done(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    with (
        control.fault("dynamodb:PutItem", fail_before()),
        pytest.raises(dynamodb.exceptions.InternalServerError),
    ):
        dynamodb.put_item(TableName=table, Item=item("1"))

    assert "Item" not in dynamodb.get_item(TableName=table, Key=item("1"))


def test_what_fails_after_is_done(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    with control.fault("dynamodb:PutItem", fail_after()), pytest.raises(dynamodb.exceptions.InternalServerError):
        dynamodb.put_item(TableName=table, Item=item("1"))

    assert dynamodb.get_item(TableName=table, Key=item("1"))["Item"] == item("1")


def test_what_is_cut_is_done(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    with control.fault("dynamodb:PutItem", cut()), pytest.raises(ConnectionClosedError):
        dynamodb.put_item(TableName=table, Item=item("1"))

    assert dynamodb.get_item(TableName=table, Key=item("1"))["Item"] == item("1")


def test_a_call_is_delayed(session: boto3.Session, control: Control) -> None:
    started = time.monotonic()

    with control.fault("kms:ListKeys", delay(0.3)):
        session.client("kms").list_keys()

    assert time.monotonic() - started >= 0.3


def test_a_fault_of_one_table_leaves_others_alone(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    with control.fault("dynamodb:*", throttle(), resource="*:table/another"):
        dynamodb.put_item(TableName=table, Item=item("1"))

    with control.fault("dynamodb:*", throttle(), resource=f"*:table/{table}"), pytest.raises(ClientError):
        dynamodb.put_item(TableName=table, Item=item("1"))


def test_a_transaction_meets_another(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)
    puts: list[Any] = [{"Put": {"TableName": table, "Item": item(str(index))}} for index in range(3)]

    with (
        control.fault("dynamodb:*", conflict()),
        pytest.raises(dynamodb.exceptions.TransactionCanceledException) as cancelled,
    ):
        dynamodb.transact_write_items(TransactItems=puts)

    codes = [reason.get("Code") for reason in cancelled.value.response["CancellationReasons"]]
    assert sorted(str(code) for code in codes) == ["None", "None", "TransactionConflict"]
    assert dynamodb.scan(TableName=table)["Count"] == 0


def test_a_single_write_meets_a_transaction(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    with control.fault("dynamodb:*", conflict()):
        with pytest.raises(dynamodb.exceptions.TransactionConflictException):
            dynamodb.delete_item(TableName=table, Key=item("1"))
        assert dynamodb.scan(TableName=table)["Count"] == 0


def test_conflicts_come_at_a_rate(session: boto3.Session, control: Control, table: str) -> None:
    dynamodb = session.client("dynamodb", config=ONE_TRY)

    def outcomes() -> list[bool]:
        met = []
        with control.fault("dynamodb:UpdateItem", conflict(rate=0.5, seed=7)):
            for _ in range(12):
                try:
                    dynamodb.update_item(TableName=table, Key=item("1"))
                    met.append(False)
                except dynamodb.exceptions.TransactionConflictException:
                    met.append(True)
        return met

    first = outcomes()

    assert 0 < sum(first) < 12
    assert outcomes() == first


def test_connect_is_as_slow_as_documented(session: boto3.Session, control: Control) -> None:
    connect = session.client("connect", config=ONE_TRY)
    control.faults.limit_connect()

    for _ in range(5):
        connect.list_instances()
    with pytest.raises(ClientError, match="TooManyRequestsException"):
        connect.list_instances()


# --- deliveries ------------------------------------------------------------------------------------------------


def bodies(session: boto3.Session, queue: str, *, seconds: float = 0.6) -> list[str]:
    """What comes out of a queue within a moment."""
    sqs, found = session.client("sqs"), []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        for message in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
            sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])
            found.append(message["Body"])
        time.sleep(0.05)
    return found


def arn_of(queue: str) -> str:
    return f"arn:aws:sqs:{REGION}:{ACCOUNT}:{queue.rpartition('/')[2]}"


def test_a_message_comes_twice(session: boto3.Session, control: Control, queue: str) -> None:
    session.client("sqs").send_message(QueueUrl=queue, MessageBody="once")

    with control.fault(f"sqs/{queue.rpartition('/')[2]}", double()):
        assert bodies(session, queue) == ["once", "once"]


@pytest.mark.parametrize(("fault", "expected"), [(None, 1), (lose(), 0), (double(), 2), (delay(0.2), 1)])
def test_events_are_lost_doubled_and_late(
    session: boto3.Session, control: Control, queue: str, fault: Any, expected: int
) -> None:
    events, rule = session.client("events"), f"rule-{uuid.uuid4().hex[:8]}"
    rule_arn = events.put_rule(Name=rule, EventPattern=json.dumps({"source": ["tests"]}))["RuleArn"]
    Queue(session, queue).let("events", rule_arn)
    events.put_targets(Rule=rule, Targets=[{"Id": "queue", "Arn": arn_of(queue)}])

    if fault:
        control.faults.add("events/tests/Something Happened", fault)
    events.put_events(Entries=[{"Source": "tests", "DetailType": "Something Happened", "Detail": "{}"}])
    found = bodies(session, queue)
    events.remove_targets(Rule=rule, Ids=["queue"])

    assert len(found) == expected
    assert len({json.loads(each)["id"] for each in found}) == min(expected, 1)


def test_a_schedule_fires_twice_or_not_at_all(session: boto3.Session, control: Control, queue: str) -> None:
    role = f"role-{uuid.uuid4().hex[:8]}"
    trust = {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole"}
    send = {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": arn_of(queue)}
    iam = session.client("iam")
    iam.create_role(RoleName=role, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}))
    iam.put_role_policy(
        RoleName=role, PolicyName="send", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [send]})
    )
    control.faults.add("scheduler/default/*-twice", double())
    control.faults.add("scheduler/default/*-never", lose())

    for ending in ("once", "twice", "never"):
        session.client("scheduler").create_schedule(
            Name=f"{role}-{ending}",
            ScheduleExpression="at(2020-01-01T00:00:00)",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target={"Arn": arn_of(queue), "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/{role}", "Input": ending},
        )

    assert sorted(bodies(session, queue, seconds=2.5)) == ["once", "twice", "twice"]


# --- stacks ----------------------------------------------------------------------------------------------------


def test_a_resource_that_fails_rolls_its_stack_back(
    session: boto3.Session, control: Control, stack: SmallStack
) -> None:
    with control.fault("cloudformation:AWS::Connect::Instance:create", fail_before(times=1)):
        assert stack.create({"Instance": INSTANCE}) == "ROLLBACK_COMPLETE"

    assert "HandlerErrorCode: ServiceInternalError" in stack.reasons()


def test_a_resource_of_the_emulators_own_fails_too(control: Control, stack: SmallStack) -> None:
    stack.create({"Queue": {"Type": "AWS::SQS::Queue", "Properties": {}}})

    with control.fault("cloudformation:AWS::SQS::Queue:update", throttle(times=1)):
        changed = {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 5}}}
        assert stack.update(changed) == "UPDATE_ROLLBACK_COMPLETE"

    assert "HandlerErrorCode: Throttling" in stack.reasons()


def test_what_was_made_before_a_creation_failed_is_not_in_the_way(control: Control, stack: SmallStack) -> None:
    properties = {"InstanceArn": {"Ref": "Instance"}, "Name": "main", "TimeZone": "Asia/Seoul", "Config": []}
    hours = {"Type": "AWS::Connect::HoursOfOperation", "Properties": properties}
    stack.create({"Instance": INSTANCE})

    with control.fault("cloudformation:AWS::Connect::HoursOfOperation:create", fail_after(times=1)):
        assert stack.update({"Instance": INSTANCE, "Hours": hours}) == "UPDATE_ROLLBACK_COMPLETE"

    # Connect refuses a second one of the name.
    assert stack.update({"Instance": INSTANCE, "Hours": hours}) == "UPDATE_COMPLETE"


def test_a_deletion_that_fails_leaves_its_stack_to_be_deleted_again(
    session: boto3.Session, control: Control, stack: SmallStack
) -> None:
    stack.create({"Instance": INSTANCE})
    cloudformation = session.client("cloudformation")

    with control.fault("cloudformation:AWS::Connect::Instance:delete", fail_before(times=1)):
        cloudformation.delete_stack(StackName=stack.name)
        assert stack.status() == "DELETE_FAILED"

    assert "HandlerErrorCode: ServiceInternalError" in stack.reasons()


def test_a_rule_that_cannot_be_meant_is_refused(control: Control) -> None:
    with pytest.raises(ControlError, match="sqs/queue: fault must be one of double, got throttle"):
        control.faults.add("sqs/queue", throttle())
