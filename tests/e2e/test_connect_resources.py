"""Resources of Connect past every check at synth: what stands in a template is refused, or there for boto3 to read."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import boto3
import pytest
from botocore.exceptions import WaiterError

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_connect import ConnectClient

Template = dict[str, dict[str, Any]]

WEEKDAYS = {"Day": "MONDAY", "StartTime": {"Hours": 9, "Minutes": 0}, "EndTime": {"Hours": 18, "Minutes": 0}}
# Each List operation of Connect, its list, and the Describe operation of what is listed with its parameter.
READ = {
    "list_agent_statuses": ("AgentStatusSummaryList", "describe_agent_status", "AgentStatusId"),
    "list_hours_of_operations": ("HoursOfOperationSummaryList", "describe_hours_of_operation", "HoursOfOperationId"),
    "list_prompts": ("PromptSummaryList", "describe_prompt", "PromptId"),
    "list_queues": ("QueueSummaryList", "describe_queue", "QueueId"),
    "list_quick_connects": ("QuickConnectSummaryList", "describe_quick_connect", "QuickConnectId"),
    "list_routing_profiles": ("RoutingProfileSummaryList", "describe_routing_profile", "RoutingProfileId"),
    "list_security_profiles": ("SecurityProfileSummaryList", "describe_security_profile", "SecurityProfileId"),
    "list_users": ("UserSummaryList", "describe_user", "UserId"),
}


@dataclass(frozen=True, slots=True)
class Stacks:
    """Small stacks, deleted at the end."""

    cloudformation: CloudFormationClient
    names: list[str]

    def create(self, resources: Template, outputs: dict[str, Any] | None = None) -> dict[str, str]:
        """Create a stack; answers its outputs, or why a resource failed."""
        name = f"resources-{uuid4()}"
        body = {"Resources": resources, "Outputs": {key: {"Value": each} for key, each in (outputs or {}).items()}}
        self.cloudformation.create_stack(StackName=name, TemplateBody=json.dumps(body), Capabilities=["CAPABILITY_IAM"])
        self.names.append(name)
        try:
            waiter = self.cloudformation.get_waiter("stack_create_complete")
            waiter.wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
        except WaiterError:
            return self._refusals(name)
        [stack] = self.cloudformation.describe_stacks(StackName=name)["Stacks"]
        return {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", ())}

    def _refusals(self, name: str) -> dict[str, str]:
        events = self.cloudformation.describe_stack_events(StackName=name)["StackEvents"]
        return {
            event["LogicalResourceId"]: event["ResourceStatusReason"]
            for event in events
            if event["ResourceStatus"] == "CREATE_FAILED"
        }

    def delete_all(self) -> None:
        """Delete them, the last first."""
        for name in reversed(self.names):
            self.cloudformation.delete_stack(StackName=name)
            waiter = self.cloudformation.get_waiter("stack_delete_complete")
            waiter.wait(StackName=name, WaiterConfig={"Delay": 1, "MaxAttempts": 30})


@pytest.fixture(scope="module")
def stacks(session: boto3.Session) -> Iterator[Stacks]:
    made = Stacks(session.client("cloudformation"), [])
    yield made
    made.delete_all()


@pytest.fixture(scope="module")
def connect(session: boto3.Session) -> ConnectClient:
    return session.client("connect")


@pytest.fixture(scope="module")
def instance_arn(stacks: Stacks) -> str:
    """An instance with nothing but what AWS puts into it."""
    attributes = {"InboundCalls": True, "OutboundCalls": True}
    properties = {"IdentityManagementType": "CONNECT_MANAGED", "InstanceAlias": "resources", "Attributes": attributes}
    instance = {"Type": "AWS::Connect::Instance", "Properties": properties}
    return stacks.create({"Instance": instance}, {"Arn": {"Ref": "Instance"}})["Arn"]


def hours(instance_arn: str, **properties: Any) -> Template:
    given = {"InstanceArn": instance_arn, "Name": "Weekdays", "TimeZone": "Asia/Seoul", "Config": [WEEKDAYS]}
    return {"Hours": {"Type": "AWS::Connect::HoursOfOperation", "Properties": {**given, **properties}}}


def queue(instance_arn: str, **properties: Any) -> Template:
    given = {"InstanceArn": instance_arn, "Name": "General", "HoursOfOperationArn": {"Ref": "Hours"}}
    return {
        **hours(instance_arn),
        "Queue": {"Type": "AWS::Connect::Queue", "Properties": {**given, **properties}},
    }


def storage(instance_arn: str, kind: str, storage_type: str, config: dict[str, Any]) -> dict[str, Any]:
    properties = {"InstanceArn": instance_arn, "ResourceType": kind, "StorageType": storage_type, **config}
    return {"Type": "AWS::Connect::InstanceStorageConfig", "Properties": properties}


def recordings(instance_arn: str, bucket: Any, key: Any) -> Template:
    encryption = {"EncryptionType": "KMS", "KeyId": key}
    config = {"S3Config": {"BucketName": bucket, "BucketPrefix": "calls", "EncryptionConfig": encryption}}
    return {"Recordings": storage(instance_arn, "CALL_RECORDINGS", "S3", config)}


def prompt(instance_arn: str, uri: str) -> Template:
    properties = {"InstanceArn": instance_arn, "Name": "Hold music", "S3Uri": uri}
    return {"Prompt": {"Type": "AWS::Connect::Prompt", "Properties": properties}}


REFUSED: dict[str, tuple[Callable[[str], Template], str, str]] = {
    "a name of AWS": (lambda arn: queue(arn, Name="BasicQueue"), "Queue", "HandlerErrorCode: AlreadyExists"),
    "a time zone that does not exist": (lambda arn: hours(arn, TimeZone="Asia/Soul"), "Hours", "Asia/Soul"),
    "times that overlap": (
        lambda arn: hours(arn, Config=[WEEKDAYS, {**WEEKDAYS, "EndTime": {"Hours": 12, "Minutes": 0}}]),
        "Hours",
        "overlap",
    ),
    "a bucket that is not there": (
        lambda arn: recordings(arn, "no-such-bucket", "arn:aws:kms:ap-northeast-2:000000000000:key/1"),
        "Recordings",
        "no-such-bucket does not exist",
    ),
    "a stream that is not there": (
        lambda arn: {
            "Events": storage(
                arn,
                "AGENT_EVENTS",
                "KINESIS_STREAM",
                {"KinesisStreamConfig": {"StreamArn": "arn:aws:kinesis:ap-northeast-2:000000000000:stream/no-such"}},
            )
        },
        "Events",
        "stream/no-such does not exist",
    ),
    "a prompt that is not there": (lambda arn: prompt(arn, "s3://no-such-bucket/hold.wav"), "Prompt", "does not exist"),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_stack_with_what_connect_refuses_leaves_nothing(
    stacks: Stacks, connect: ConnectClient, instance_arn: str, name: str
) -> None:
    template, logical_id, words = REFUSED[name]

    refusals = stacks.create(template(instance_arn))

    assert words in refusals[logical_id]
    assert len(connect.list_queues(InstanceId=instance_arn)["QueueSummaryList"]) == 1
    assert len(connect.list_hours_of_operations(InstanceId=instance_arn)["HoursOfOperationSummaryList"]) == 1


def test_storage_and_prompts_are_kept_in_what_is_there(
    stacks: Stacks, connect: ConnectClient, session: boto3.Session, instance_arn: str
) -> None:
    bucket = f"resources-{uuid4()}"
    session.client("s3").create_bucket(
        Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "ap-northeast-2"}
    )
    session.client("s3").put_object(Bucket=bucket, Key="hold.wav", Body=b"RIFF")
    stream = {"KinesisStreamConfig": {"StreamArn": {"Fn::GetAtt": ["Stream", "Arn"]}}}
    delivery = {"KinesisFirehoseConfig": {"FirehoseArn": {"Fn::GetAtt": ["Delivery", "Arn"]}}}
    destination = {"BucketARN": f"arn:aws:s3:::{bucket}", "RoleARN": {"Fn::GetAtt": ["Role", "Arn"]}}
    trusted = {"Effect": "Allow", "Principal": {"Service": "firehose.amazonaws.com"}, "Action": "sts:AssumeRole"}
    policy = {"Version": "2012-10-17", "Statement": [trusted]}

    stacks.create(
        {
            "Key": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {"Version": "2012-10-17", "Statement": []}}},
            "Stream": {"Type": "AWS::Kinesis::Stream", "Properties": {"ShardCount": 1}},
            "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": policy}},
            "Delivery": {
                "Type": "AWS::KinesisFirehose::DeliveryStream",
                "Properties": {"S3DestinationConfiguration": destination},
            },
            **recordings(instance_arn, bucket, {"Fn::GetAtt": ["Key", "Arn"]}),
            "Records": storage(instance_arn, "CONTACT_TRACE_RECORDS", "KINESIS_FIREHOSE", delivery),
            "Events": storage(instance_arn, "AGENT_EVENTS", "KINESIS_STREAM", stream),
            **prompt(instance_arn, f"s3://{bucket}/hold.wav"),
        }
    )

    instance_id = instance_arn.rpartition("/")[2]
    [kept] = connect.list_instance_storage_configs(InstanceId=instance_id, ResourceType="CALL_RECORDINGS")[
        "StorageConfigs"
    ]
    [sent] = connect.list_instance_storage_configs(InstanceId=instance_id, ResourceType="AGENT_EVENTS")[
        "StorageConfigs"
    ]
    [delivered] = connect.list_instance_storage_configs(InstanceId=instance_id, ResourceType="CONTACT_TRACE_RECORDS")[
        "StorageConfigs"
    ]
    names = [each["Name"] for each in connect.list_prompts(InstanceId=instance_id)["PromptSummaryList"]]
    assert kept["S3Config"]["BucketName"] == bucket
    assert ":stream/" in sent["KinesisStreamConfig"]["StreamArn"]
    assert ":deliverystream/" in delivered["KinesisFirehoseConfig"]["FirehoseArn"]
    assert "Hold music" in names


@pytest.mark.parametrize("operation", sorted(READ))
def test_boto3_reads_the_whole_environment(connect: ConnectClient, deployed: dict[str, str], operation: str) -> None:
    instance_id = deployed["InstanceArn"].rpartition("/")[2]
    member, describe, parameter = READ[operation]

    listed = [
        each
        for page in connect.get_paginator(operation).paginate(InstanceId=instance_id)  # type: ignore[call-overload]  # one of READ
        for each in page[member]
        if each.get("QueueType") != "AGENT"
    ]

    assert listed
    for summary in listed:
        described = getattr(connect, describe)(InstanceId=instance_id, **{parameter: summary["Id"]})
        [resource] = [value for name, value in described.items() if name != "ResponseMetadata"]
        assert summary["Arn"] in resource.values()
