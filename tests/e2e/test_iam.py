"""IAM where the emulator did not ask: Connect and Lex, and what AWS does in a role's name."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.lifecycle.environment import ACCOUNT, REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.local_server import boto3_at
from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import KEY, allowing, function, global_table, policy


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


Acting = Callable[..., boto3.Session]


@pytest.fixture
def acting(server: ServerProcess, session: boto3.Session) -> Acting:
    """A session of a role that has the statements it is given."""

    def assumed(*statements: dict[str, Any]) -> boto3.Session:
        name = f"role-{uuid.uuid4().hex[:8]}"
        trust = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}
        iam = session.client("iam")
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(trust))
        iam.put_role_policy(RoleName=name, PolicyName="all", PolicyDocument=policy(*statements))
        credentials = session.client("sts").assume_role(
            RoleArn=f"arn:aws:iam::{ACCOUNT}:role/{name}", RoleSessionName="test"
        )["Credentials"]
        return boto3_at(server, credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])

    return assumed


INSTANCE = f"arn:aws:connect:{REGION}:{ACCOUNT}:instance/1a"
ASSOCIATE = "connect:AssociateQueueQuickConnects"


@pytest.mark.parametrize(
    "resources",
    [
        [f"{INSTANCE}/queue/2b"],
        [f"{INSTANCE}/transfer-destination/3c"],
        [f"{INSTANCE}/queue/other", f"{INSTANCE}/transfer-destination/3c"],
    ],
)
def test_connect_asks_for_every_resource_of_a_request(acting: Acting, resources: list[str]) -> None:
    connect = acting(allowing(ASSOCIATE, resources)).client("connect")

    with pytest.raises(connect.exceptions.AccessDeniedException, match=f"not authorized to perform: {ASSOCIATE} on"):
        connect.associate_queue_quick_connects(InstanceId="1a", QueueId="2b", QuickConnectIds=["3c"])


def test_connect_does_what_is_allowed(acting: Acting) -> None:
    connect = acting(allowing(ASSOCIATE, [f"{INSTANCE}/queue/2b", f"{INSTANCE}/transfer-destination/3c"])).client(
        "connect"
    )

    # Allowed, and then not found.
    with pytest.raises(connect.exceptions.ResourceNotFoundException):
        connect.associate_queue_quick_connects(InstanceId="1a", QueueId="2b", QuickConnectIds=["3c"])


def test_connect_and_lex_refuse_who_has_no_permission(acting: Acting) -> None:
    nobody = acting(allowing("sts:GetCallerIdentity", "*"))
    calls: list[Callable[[], Any]] = [
        lambda: nobody.client("connect").list_instances(),
        lambda: nobody.client("lexv2-models").list_bots(),
        lambda: nobody.client("lexv2-runtime").recognize_text(
            botId="ABCDEFGHIJ", botAliasId="TSTALIASID", localeId="ko_KR", sessionId="session", text="안녕하세요"
        ),
    ]

    for call in calls:
        with pytest.raises(ClientError) as refused:
            call()
        assert refused.value.response["Error"]["Code"] == "AccessDeniedException"
        assert refused.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403


def test_an_explicit_deny_wins(acting: Acting) -> None:
    deny = {"Effect": "Deny", "Action": "connect:ListInstances", "Resource": "*"}
    connect = acting(allowing("connect:*", "*"), deny).client("connect")

    with pytest.raises(ClientError, match="with an explicit deny"):
        connect.list_instances()


def test_connect_evaluates_the_conditions_of_policies(stack: SmallStack, acting: Acting) -> None:
    # Given an instance with hours that have a tag, and others that have none
    properties = {
        "IdentityManagementType": "CONNECT_MANAGED",
        "InstanceAlias": f"conditions-{uuid.uuid4().hex[:8]}",
        "Attributes": {"InboundCalls": True, "OutboundCalls": False},
    }
    hours = {"InstanceArn": {"Ref": "Instance"}, "TimeZone": "Asia/Seoul", "Config": []}
    tagged = {**hours, "Name": "tagged", "Tags": [{"Key": "team", "Value": "care"}]}
    stack.create(
        {
            "Instance": {"Type": "AWS::Connect::Instance", "Properties": properties},
            "Tagged": {"Type": "AWS::Connect::HoursOfOperation", "Properties": tagged},
            "Untagged": {"Type": "AWS::Connect::HoursOfOperation", "Properties": {**hours, "Name": "untagged"}},
        }
    )
    instance, arn = stack.physical_id("Instance").rpartition("/")[2], stack.physical_id("Tagged")
    untagged = stack.physical_id("Untagged")

    def may(effect: str, key: str, value: str, operation: str, **parameters: Any) -> bool:
        # A request may name several keys.
        operator = "ForAnyValue:StringEquals" if key == "aws:TagKeys" else "StringEquals"
        statement = {"Action": "connect:*", "Resource": "*", "Condition": {operator: {key: value}}}
        others = [allowing("connect:*", "*")] if effect == "Deny" else []
        connect = acting({"Effect": effect, **statement}, *others).client("connect")
        try:
            getattr(connect, operation)(**parameters)
        except connect.exceptions.AccessDeniedException:
            return False
        return True

    # When roles with conditions act, then each condition counts, to allow and to deny
    for effect, expected in (("Allow", True), ("Deny", False)):
        for key, value, other in (("connect:InstanceId", instance, "1a"), ("aws:ResourceTag/team", "care", "sales")):
            asked = {"operation": "describe_hours_of_operation", "InstanceId": instance, "HoursOfOperationId": arn}
            assert may(effect, key, value, **asked) is expected
            assert may(effect, key, other, **asked) is not expected
        asked = {"operation": "describe_hours_of_operation", "InstanceId": instance, "HoursOfOperationId": untagged}
        assert may(effect, "aws:ResourceTag/team", "care", **asked) is not expected
        tag = {"operation": "tag_resource", "resourceArn": arn}
        assert may(effect, "aws:RequestTag/cost", "12", **tag, tags={"cost": "12"}) is expected
        assert may(effect, "aws:RequestTag/cost", "12", **tag, tags={"cost": "13"}) is not expected
        assert may(effect, "aws:TagKeys", "cost", **tag, tags={"cost": "12"}) is expected
        assert may(effect, "aws:TagKeys", "cost", **tag, tags={"area": "12"}) is not expected


def test_items_under_a_customers_key_need_the_key(stack: SmallStack, acting: Acting) -> None:
    stack.create({"Key": KEY, "Table": global_table()})
    name, key = stack.physical_id("Table"), stack.physical_id("Key")
    items = allowing("dynamodb:*", "*")
    decrypt = allowing("kms:Decrypt", f"arn:aws:kms:{REGION}:{ACCOUNT}:key/{key}")
    elsewhere = {**decrypt, "Condition": {"StringEquals": {"kms:ViaService": f"s3.{REGION}.amazonaws.com"}}}
    here = {**decrypt, "Condition": {"StringEquals": {"kms:ViaService": f"dynamodb.{REGION}.amazonaws.com"}}}

    for statements in ([items], [items, elsewhere]):
        with pytest.raises(ClientError, match="not authorized to perform: kms:Decrypt on resource"):
            acting(*statements).client("dynamodb").get_item(TableName=name, Key={"pk": {"S": "1"}})

    found = acting(items, here).client("dynamodb").get_item(TableName=name, Key={"pk": {"S": "1"}})
    assert "Item" not in found


SAYS_HELLO = "def handler(event, context):\n    print('hello')\n    return 'done'\n"
MAY_LOG = allowing(["logs:CreateLogStream", "logs:PutLogEvents"], "*")


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [([MAY_LOG], 1), ([allowing("logs:PutLogEvents", "*")], 0), ([allowing("logs:CreateLogStream", "*")], 0), ([], 0)],
)
def test_a_function_logs_what_its_role_may(
    stack: SmallStack, session: boto3.Session, allowed: list[dict[str, Any]], expected: int
) -> None:
    stack.create(function(SAYS_HELLO, *allowed))

    answer = session.client("lambda").invoke(FunctionName=stack.physical_id("Function"))

    logged = session.client("logs").filter_log_events(logGroupName=stack.physical_id("Log"), filterPattern="hello")
    assert json.loads(answer["Payload"].read()) == "done"
    assert len(logged["events"]) == expected


@pytest.mark.parametrize(("action", "expected"), [("xray:PutTraceSegments", 1), ("xray:PutTelemetryRecords", 0)])
def test_a_function_is_traced_as_its_role_may(
    stack: SmallStack, session: boto3.Session, action: str, expected: int
) -> None:
    source = "import os\ndef handler(event, context):\n    return os.environ['_X_AMZN_TRACE_ID']\n"
    stack.create(function(source, allowing(action, "*"), TracingConfig={"Mode": "Active"}))
    name = stack.physical_id("Function")

    header = json.loads(session.client("lambda").invoke(FunctionName=name)["Payload"].read())

    xray = session.client("xray")
    found = xray.get_trace_summaries(
        StartTime=time.time() - 60, EndTime=time.time() + 60, FilterExpression=f'service("{name}")'
    )["TraceSummaries"]
    assert [f"Root={each['Id']}" for each in found] == [header.split(";")[0]] * expected


POLL = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]


@pytest.mark.parametrize("missing", ["", *POLL])
def test_a_function_is_given_messages_that_its_role_may_take(
    stack: SmallStack, session: boto3.Session, missing: str
) -> None:
    allowed = allowing([action for action in POLL if action != missing], "*")
    mapping = {
        "Type": "AWS::Lambda::EventSourceMapping",
        "Properties": {"EventSourceArn": {"Fn::GetAtt": ["Queue", "Arn"]}, "FunctionName": {"Ref": "Function"}},
    }
    stack.create(
        {
            **function(SAYS_HELLO, MAY_LOG, allowed),
            "Queue": {"Type": "AWS::SQS::Queue", "Properties": {}},
            "Mapping": mapping,
        }
    )
    logs = session.client("logs")

    session.client("sqs").send_message(QueueUrl=stack.physical_id("Queue"), MessageBody="hello")

    def taken() -> bool:
        found = logs.filter_log_events(logGroupName=stack.physical_id("Log"), filterPattern="hello")
        return bool(found["events"])

    deadline = time.monotonic() + (1.0 if missing else 10.0)
    while not taken() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert taken() == (not missing)
