"""What the emulator had to learn: tables that keep their promises, composite alarms, a door of its own."""

import json
import time
import urllib.request
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError

import boto3
import pytest
from botocore.exceptions import ClientError

from aicc_local.control import Control
from aicc_local.lifecycle.environment import ACCOUNT, REGION
from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import KEY, alarm, allowing, function, global_table


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


def test_a_global_table_is_what_its_template_says(stack: SmallStack, session: boto3.Session) -> None:
    assert stack.create({"Key": KEY, "Table": global_table()}) == "CREATE_COMPLETE"

    name, dynamodb = stack.physical_id("Table"), session.client("dynamodb")
    table = dynamodb.describe_table(TableName=name)["Table"]
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    assert dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"] == {
        "TimeToLiveStatus": "ENABLED",
        "AttributeName": "expires_at",
    }
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    assert table["SSEDescription"]["KMSMasterKeyArn"].endswith(stack.physical_id("Key"))
    assert dynamodb.list_tags_of_resource(ResourceArn=table["TableArn"])["Tags"] == [
        {"Key": "data", "Value": "customers"}
    ]


def test_a_table_is_what_its_template_says(stack: SmallStack, session: boto3.Session) -> None:
    properties = {
        "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}],
        "BillingMode": "PAY_PER_REQUEST",
        "TimeToLiveSpecification": {"AttributeName": "until", "Enabled": "true"},
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": "true"},
        "SSESpecification": {"SSEEnabled": True, "SSEType": "KMS"},
    }

    assert stack.create({"Table": {"Type": "AWS::DynamoDB::Table", "Properties": properties}}) == "CREATE_COMPLETE"

    name, dynamodb = stack.physical_id("Table"), session.client("dynamodb")
    ttl = dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]
    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    encryption = dynamodb.describe_table(TableName=name)["Table"]["SSEDescription"]
    assert ttl == {"TimeToLiveStatus": "ENABLED", "AttributeName": "until"}
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    assert encryption["KMSMasterKeyArn"].endswith("alias/aws/dynamodb")


def test_a_table_that_is_changed_keeps_its_items(stack: SmallStack, session: boto3.Session) -> None:
    stack.create({"Key": KEY, "Table": global_table()})
    name, dynamodb = stack.physical_id("Table"), session.client("dynamodb")
    dynamodb.put_item(TableName=name, Item={"pk": {"S": "kept"}})
    changed = global_table(PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": False}, ttl=None)

    assert stack.update({"Key": KEY, "Table": changed}) == "UPDATE_COMPLETE"

    backups = dynamodb.describe_continuous_backups(TableName=name)["ContinuousBackupsDescription"]
    assert stack.physical_id("Table") == name
    assert dynamodb.get_item(TableName=name, Key={"pk": {"S": "kept"}})["Item"] == {"pk": {"S": "kept"}}
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "DISABLED"
    assert dynamodb.describe_time_to_live(TableName=name)["TimeToLiveDescription"]["TimeToLiveStatus"] == "DISABLED"


def test_other_keys_make_another_table(stack: SmallStack, session: boto3.Session) -> None:
    stack.create({"Key": KEY, "Table": global_table()})
    before = stack.physical_id("Table")
    changed = {"Key": KEY, "Table": global_table("id")}

    assert stack.replacements(changed) == {"Table": "True"}
    assert stack.update(changed) == "UPDATE_COMPLETE"

    assert stack.physical_id("Table") != before
    assert before not in session.client("dynamodb").list_tables()["TableNames"]


def test_a_table_under_protection_is_not_deleted(stack: SmallStack, session: boto3.Session) -> None:
    stack.create({"Key": KEY, "Table": global_table(DeletionProtectionEnabled=True)})
    name = stack.physical_id("Table")

    stack.delete()

    assert stack.status() == "DELETE_FAILED"
    assert "Disable deletion protection first" in stack.reasons()
    session.client("dynamodb").update_table(TableName=name, DeletionProtectionEnabled=False)


def test_the_attribute_of_a_living_time_to_live_cannot_be_changed(stack: SmallStack, session: boto3.Session) -> None:
    stack.create({"Key": KEY, "Table": global_table()})
    changed = global_table(ttl={"AttributeName": "until", "Enabled": True})

    assert stack.update({"Key": KEY, "Table": changed}) == "UPDATE_ROLLBACK_COMPLETE"

    ttl = session.client("dynamodb").describe_time_to_live(TableName=stack.physical_id("Table"))
    assert "different AttributeName" in stack.reasons()
    assert ttl["TimeToLiveDescription"]["AttributeName"] == "expires_at"


def composite(rule: Any, **properties: Any) -> dict[str, Any]:
    return {"Type": "AWS::CloudWatch::CompositeAlarm", "Properties": {"AlarmRule": rule, **properties}}


def test_a_composite_alarm_lives_as_cloudformation_has_it(stack: SmallStack, session: boto3.Session) -> None:
    cloudwatch = session.client("cloudwatch")
    rule = {"Fn::Sub": 'ALARM("${Errors}")'}

    assert stack.create({"Errors": alarm(), "Any": composite(rule, AlarmDescription="one")}) == "CREATE_COMPLETE"
    first = stack.physical_id("Any")
    [made] = cloudwatch.describe_alarms(AlarmNames=[first], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
    assert made["AlarmRule"] == f'ALARM("{stack.physical_id("Errors")}")'

    stack.update({"Errors": alarm(), "Any": composite(rule, AlarmDescription="two")})
    [changed] = cloudwatch.describe_alarms(AlarmNames=[first], AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
    assert (stack.physical_id("Any"), changed["AlarmDescription"]) == (first, "two")

    stack.update({"Errors": alarm(), "Any": composite(rule, AlarmName=f"{stack.name}-any")})
    left = cloudwatch.describe_alarms(AlarmNamePrefix=stack.name, AlarmTypes=["CompositeAlarm"])["CompositeAlarms"]
    assert [each["AlarmName"] for each in left] == [f"{stack.name}-any"]

    stack.update({"Errors": alarm()})
    assert not cloudwatch.describe_alarms(AlarmNames=[f"{stack.name}-any"])["CompositeAlarms"]


def test_a_composite_alarm_of_an_unknown_alarm_is_refused(stack: SmallStack) -> None:
    assert stack.create({"Any": composite('ALARM("nobody")')}) == "ROLLBACK_COMPLETE"

    assert "alarm:nobody] in the alarm rule do not exist" in stack.reasons()


def test_a_composite_alarm_with_a_wrong_property_is_refused(stack: SmallStack) -> None:
    assert stack.create({"Errors": alarm(), "Any": composite("x" * 10241)}) == "ROLLBACK_COMPLETE"

    assert "Model validation failed (#/AlarmRule" in stack.reasons()


def test_tells_what_it_is(server: ServerProcess) -> None:
    status = Control(server.port).status()

    assert (status["account"], status["region"]) == (ACCOUNT, REGION)
    assert abs(status["now"] - time.time()) < 5


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://pages.example"},
        {"Origin": "null"},
        {"Host": "pages.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize(("method", "path"), [("DELETE", "/_aicc/faults"), ("POST", "/_ministack/reset")])
def test_web_pages_may_not_ask(server: ServerProcess, method: str, path: str, headers: dict[str, str]) -> None:
    url = f"http://127.0.0.1:{server.port}{path}"
    request = urllib.request.Request(url, headers=headers, method=method)

    with pytest.raises(HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)

    with refused.value as answer:
        assert answer.code == 403
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("by", ["create_stack", "create_change_set"])
def test_a_template_that_refers_to_what_is_not_there_makes_no_stack(session: boto3.Session, by: str) -> None:
    cloudformation, name = session.client("cloudformation"), f"small-{uuid.uuid4().hex[:8]}"
    queue = {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Ref": "Nobody"}}}
    more = {"ChangeSetName": "first", "ChangeSetType": "CREATE"} if by == "create_change_set" else {}

    with pytest.raises(ClientError, match=r"Unresolved resource dependencies \[Nobody\] in the Resources block"):
        getattr(cloudformation, by)(StackName=name, TemplateBody=json.dumps({"Resources": {"Queue": queue}}), **more)

    with pytest.raises(ClientError, match="does not exist"):
        cloudformation.describe_stacks(StackName=name)


def test_an_update_that_refers_to_what_is_not_there_changes_nothing(stack: SmallStack) -> None:
    stack.create({"Queue": {"Type": "AWS::SQS::Queue", "Properties": {}}})

    with pytest.raises(ClientError, match="references undefined resource Nobody"):
        stack.update(
            {"Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": {"Fn::GetAtt": ["Nobody", "Arn"]}}}}
        )

    assert stack.status() == "CREATE_COMPLETE"


@pytest.mark.parametrize("secret", ["weaksecretpw", "Short-1"])
def test_a_secret_that_is_refused_is_not_told(stack: SmallStack, session: boto3.Session, secret: str) -> None:
    name = f"secret-{uuid.uuid4().hex[:8]}"
    session.client("secretsmanager").create_secret(Name=name, SecretString=secret)
    reference = f"{{{{resolve:secretsmanager:{name}}}}}"
    properties = {"IdentityManagementType": reference, "InstanceAlias": name, "Attributes": {}}

    assert stack.create({"Instance": {"Type": "AWS::Connect::Instance", "Properties": properties}}) != "CREATE_COMPLETE"

    assert f"'{reference}' is not one of" in stack.reasons()
    assert secret not in stack.reasons()


COUNTS = """
events = []

def handler(event, context):
    events.append(event)
    if event == "crash":
        raise SystemExit
    if event == "raise":
        raise ValueError("not this one")
    return len(events)
"""


def test_a_function_goes_on_after_it_has_raised_and_begins_anew_after_it_has_crashed(
    stack: SmallStack, session: boto3.Session
) -> None:
    stack.create(function(COUNTS, allowing("logs:*", "*")))
    name = stack.physical_id("Function")

    def answer(event: str) -> Any:
        answered = session.client("lambda").invoke(FunctionName=name, Payload=json.dumps(event))
        said = json.loads(answered["Payload"].read())
        return said["errorMessage"] if answered.get("FunctionError") else said

    assert (answer("first"), answer("raise"), answer("third")) == (1, "not this one", 3)
    answer("crash")
    assert answer("after it") == 1
