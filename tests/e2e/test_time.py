"""A local AWS that lives at another time: at ten in the morning of Christmas Day, in Korea."""

import json
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import boto3
import pytest

from aicc_local.control import Control
from aicc_local.lifecycle.environment import ACCOUNT, SECRET_ACCESS_KEY, access_key_id
from aicc_local.lifecycle.server_process import ServerProcess, start
from aicc_local.local_time import VARIABLE
from tests.e2e.acting_role import role_for
from tests.e2e.contact_centre import eventually
from tests.e2e.local_server import boto3_at, free_port
from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import allowing, function

CHRISTMAS = datetime(2026, 12, 25, 1, 0, tzinfo=UTC)
# It asks a service too: a signature of another day must do, and the answer has a date of its own.
TELLS_TIME = """
import datetime
import time

import boto3

def handler(event, context):
    [queue] = boto3.client("sqs").list_queues()["QueueUrls"]
    sent = boto3.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["CreatedTimestamp"])
    return {
        "now": datetime.datetime.now(datetime.UTC).isoformat(),
        "time": time.time(),
        "queue": int(sent["Attributes"]["CreatedTimestamp"]),
    }
"""
NINE_TO_SIX = [
    {"Day": day, "StartTime": {"Hours": 9, "Minutes": 0}, "EndTime": {"Hours": 18, "Minutes": 0}}
    for day in ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
]
CLOSED = {"OverrideName": "Christmas", "EffectiveFrom": "2026-12-25", "EffectiveTill": "2026-12-25"}


@pytest.fixture(scope="module")
def christmas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("christmas")
    variables = {"TMPDIR": str(folder), "STATE_DIR": str(folder), VARIABLE: "2026-12-25 10:00"}
    server = start(free_port(), folder / "server.log", variables=variables)
    yield server
    server.stop()


@pytest.fixture(scope="module")
def there(christmas: ServerProcess) -> boto3.Session:
    return boto3_at(christmas, access_key_id(), SECRET_ACCESS_KEY)


@pytest.fixture(scope="module")
def queue(there: boto3.Session) -> str:
    return there.client("sqs").create_queue(QueueName="wishes")["QueueUrl"]


@pytest.fixture
def stack(there: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(there, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


def is_christmas_morning(moment: datetime) -> bool:
    return CHRISTMAS <= moment < CHRISTMAS + timedelta(minutes=10)


def test_a_function_lives_there_and_reaches_services(there: boto3.Session, queue: str, stack: SmallStack) -> None:
    stack.create(function(TELLS_TIME, allowing("sqs:*", "*"), Timeout=20))

    answer = there.client("lambda").invoke(FunctionName=stack.physical_id("Function"))

    told = json.loads(answer["Payload"].read())
    assert is_christmas_morning(datetime.fromisoformat(told["now"])), told
    assert is_christmas_morning(datetime.fromtimestamp(told["time"], UTC)), told
    assert is_christmas_morning(datetime.fromtimestamp(told["queue"], UTC)), told


def test_services_date_what_they_keep(there: boto3.Session, stack: SmallStack) -> None:
    stack.create({"Log": {"Type": "AWS::Logs::LogGroup", "Properties": {}}})

    [described] = there.client("cloudformation").describe_stacks(StackName=stack.name)["Stacks"]

    assert is_christmas_morning(described["CreationTime"].astimezone(UTC))


def test_credentials_and_signatures_hold_by_the_clock_of_who_uses_them(
    christmas: ServerProcess, there: boto3.Session, queue: str
) -> None:
    role = role_for(there, allowing("sqs:ListQueues", "*"))

    given = there.client("sts").assume_role(RoleArn=role, RoleSessionName="test")["Credentials"]

    left = given["Expiration"] - datetime.now(UTC)
    assert timedelta(minutes=50) < left <= timedelta(hours=1)
    assumed = boto3_at(christmas, given["AccessKeyId"], given["SecretAccessKey"], given["SessionToken"])
    assert assumed.client("sqs").list_queues()["QueueUrls"] == [queue]


@pytest.mark.parametrize(("override", "said"), [([{**CLOSED, "OverrideConfig": []}], "휴무"), ([], "영업")])
def test_a_call_comes_on_that_day(
    christmas: ServerProcess, there: boto3.Session, stack: SmallStack, override: list[Any], said: str
) -> None:
    stack.create(contact_centre(override))
    control = Control(christmas.port)

    contact = control.contact(
        "call_in", customer_number="+821012345678", flow_id=stack.physical_id("Flow").rpartition("/")[2]
    )

    instance = stack.physical_id("Instance").rpartition("/")[2]
    assert eventually(lambda: control.contact("look", contact_id=contact)["said"]) == [said]
    described = there.client("connect").describe_contact(InstanceId=instance, ContactId=contact)["Contact"]
    assert is_christmas_morning(described["InitiationTimestamp"].astimezone(UTC))


def test_a_schedule_of_that_day_fires_in_seconds(there: boto3.Session, queue: str, stack: SmallStack) -> None:
    arn = queue_arn(there, queue)
    stack.create({"Role": scheduler_role(arn)})
    [described] = there.client("cloudformation").describe_stacks(StackName=stack.name)["Stacks"]
    due = described["CreationTime"] + timedelta(seconds=4)

    began = time.monotonic()
    there.client("scheduler").create_schedule(
        Name="wish",
        ScheduleExpression=f"at({due.astimezone(UTC):%Y-%m-%dT%H:%M:%S})",
        FlexibleTimeWindow={"Mode": "OFF"},
        ActionAfterCompletion="DELETE",
        Target={"Arn": arn, "RoleArn": role_arn(stack), "Input": json.dumps({"wish": 1})},
    )

    [message] = eventually(lambda: there.client("sqs").receive_message(QueueUrl=queue).get("Messages"))
    assert json.loads(message["Body"]) == {"wish": 1}
    assert time.monotonic() - began < 15


def contact_centre(overrides: list[Any]) -> dict[str, Any]:
    """An instance, hours, and a flow that says whether they are open."""
    branches = [
        {"NextAction": "open", "Condition": {"Operator": "Equals", "Operands": ["True"]}},
        {"NextAction": "closed", "Condition": {"Operator": "Equals", "Operands": ["False"]}},
    ]
    errors = [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]
    actions = [
        {
            "Identifier": "hours",
            "Type": "CheckHoursOfOperation",
            "Parameters": {"HoursOfOperationId": "${Hours}"},
            "Transitions": {"NextAction": "bye", "Conditions": branches, "Errors": errors},
        },
        says("open", "영업"),
        says("closed", "휴무"),
        {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}},
    ]
    content = json.dumps({"Version": "2019-10-30", "StartAction": "hours", "Actions": actions})
    instance = {"Fn::GetAtt": ["Instance", "Arn"]}
    return {
        "Instance": {
            "Type": "AWS::Connect::Instance",
            "Properties": {
                "IdentityManagementType": "CONNECT_MANAGED",
                "InstanceAlias": f"christmas-{uuid.uuid4().hex[:8]}",
                "Attributes": {"InboundCalls": True, "OutboundCalls": True},
            },
        },
        "Hours": {
            "Type": "AWS::Connect::HoursOfOperation",
            "Properties": {
                "InstanceArn": instance,
                "Name": "Office",
                "TimeZone": "Asia/Seoul",
                "Config": NINE_TO_SIX,
                "HoursOfOperationOverrides": overrides,
            },
        },
        "Flow": {
            "Type": "AWS::Connect::ContactFlow",
            "Properties": {
                "InstanceArn": instance,
                "Name": "Inbound",
                "Type": "CONTACT_FLOW",
                "Content": {"Fn::Sub": content},
            },
        },
    }


def says(name: str, text: str) -> dict[str, Any]:
    return {
        "Identifier": name,
        "Type": "MessageParticipant",
        "Parameters": {"Text": text},
        "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]},
    }


def scheduler_role(arn: str) -> dict[str, Any]:
    trust = {"Effect": "Allow", "Principal": {"Service": "scheduler.amazonaws.com"}, "Action": "sts:AssumeRole"}
    may = {"Version": "2012-10-17", "Statement": [allowing("sqs:SendMessage", arn)]}
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [trust]},
            "Policies": [{"PolicyName": "send", "PolicyDocument": may}],
        },
    }


def role_arn(stack: SmallStack) -> str:
    return f"arn:aws:iam::{ACCOUNT}:role/{stack.physical_id('Role')}"


def queue_arn(session: boto3.Session, url: str) -> str:
    attributes = session.client("sqs").get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]
    return attributes["QueueArn"]
