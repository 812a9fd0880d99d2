from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_s3 import Bucket

from aicc_constructs import ExistingInstance, InstanceStorage, RecordDelivery

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
MakeDelivery = Callable[..., RecordDelivery]

DELIVERY, LOGS = "AWS::KinesisFirehose::DeliveryStream", "AWS::Logs::LogGroup"


@pytest.fixture
def bucket(stack: Stack) -> Bucket:
    return Bucket(stack, "Bucket")


@pytest.fixture
def bucket_key(stack: Stack) -> Key:
    return Key(stack, "BucketKey")


@pytest.fixture
def stream_key(stack: Stack) -> Key:
    return Key(stack, "StreamKey")


@pytest.fixture
def delivery(stack: Stack, bucket: Bucket, bucket_key: Key, stream_key: Key) -> MakeDelivery:
    def make(**options: Any) -> RecordDelivery:
        given: dict[str, Any] = {"bucket": bucket, "bucket_key": bucket_key, "stream_key": stream_key, **options}
        return RecordDelivery(stack, "Delivery", **given)

    return make


def test_records_go_to_a_folder_for_each_day_under_the_buckets_key(
    stack: Stack, delivery: MakeDelivery, bucket: Bucket, bucket_key: Key, properties: Resource
) -> None:
    made = delivery()

    destination = properties(DELIVERY)["ExtendedS3DestinationConfiguration"]
    assert destination["BucketARN"] == stack.resolve(bucket.bucket_arn)
    assert destination["RoleARN"] == stack.resolve(made.role.role_arn)
    assert destination["Prefix"] == "contact-records/!{timestamp:yyyy/MM/dd}/"
    assert destination["ErrorOutputPrefix"] == "contact-record-errors/!{firehose:error-output-type}/"
    assert destination["CompressionFormat"] == "GZIP"
    assert destination["EncryptionConfiguration"] == {
        "KMSEncryptionConfig": {"AWSKMSKeyARN": stack.resolve(bucket_key.key_arn)}
    }


def test_what_is_under_way_has_a_key_of_its_own(
    stack: Stack, delivery: MakeDelivery, stream_key: Key, properties: Resource
) -> None:
    delivery()

    made = properties(DELIVERY)
    assert made["DeliveryStreamType"] == "DirectPut"
    assert made["DeliveryStreamEncryptionConfigurationInput"] == {
        "KeyARN": stack.resolve(stream_key.key_arn),
        "KeyType": "CUSTOMER_MANAGED_CMK",
    }


def test_failed_deliveries_are_logged(delivery: MakeDelivery, properties: Resource, resources: Resources) -> None:
    delivery()

    [group], [stream] = resources(LOGS), resources("AWS::Logs::LogStream")
    assert properties(DELIVERY)["ExtendedS3DestinationConfiguration"]["CloudWatchLoggingOptions"] == {
        "Enabled": True,
        "LogGroupName": {"Ref": group},
        "LogStreamName": {"Ref": stream},
    }


def test_the_log_is_kept_for_three_months(delivery: MakeDelivery, resource: Resource) -> None:
    delivery()

    assert resource(LOGS)["Properties"] == {"RetentionInDays": 90}
    assert resource(LOGS)["DeletionPolicy"] == resource("AWS::Logs::LogStream")["DeletionPolicy"] == "Retain"


def test_key_retention_and_fate_of_the_log_are_chosen(stack: Stack, delivery: MakeDelivery, resource: Resource) -> None:
    key = Key(stack, "LogKey")

    delivery(log_key=key, log_retention=RetentionDays.ONE_WEEK, log_removal_policy=RemovalPolicy.DESTROY)

    assert resource(LOGS)["Properties"] == {"KmsKeyId": stack.resolve(key.key_arn), "RetentionInDays": 7}
    assert resource(LOGS)["DeletionPolicy"] == resource("AWS::Logs::LogStream")["DeletionPolicy"] == "Delete"


def test_its_role_reaches_two_folders_one_key_and_one_log(
    stack: Stack, delivery: MakeDelivery, bucket: Bucket, bucket_key: Key, properties: Resource, resources: Resources
) -> None:
    delivery()

    [group] = resources(LOGS)
    statements = properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"]
    actions = [each["Action"] for each in statements]
    assert [each["Resource"] for each in statements] == [
        stack.resolve(bucket.bucket_arn),
        stack.resolve(bucket.arn_for_objects("contact-record*")),
        stack.resolve(bucket_key.key_arn),
        {"Fn::GetAtt": [group, "Arn"]},
    ]
    assert actions == [
        ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
        ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
        ["kms:Decrypt", "kms:GenerateDataKey"],
        "logs:PutLogEvents",
    ]


def test_only_firehose_takes_the_role(delivery: MakeDelivery, properties: Resource) -> None:
    delivery()

    [statement] = properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]["Statement"]
    assert statement["Principal"] == {"Service": "firehose.amazonaws.com"}


def test_it_waits_for_what_its_role_may_do(delivery: MakeDelivery, resource: Resource, resources: Resources) -> None:
    delivery()

    assert set(resources("AWS::IAM::Policy")) <= set(resource(DELIVERY)["DependsOn"])


def test_an_instance_delivers_to_it(
    stack: Stack, instance: ExistingInstance, delivery: MakeDelivery, properties: Resource, resources: Resources
) -> None:
    InstanceStorage(stack, "Storage", instance=instance).deliver("CONTACT_TRACE_RECORDS", delivery())

    [logical_id] = resources(DELIVERY)
    assert properties("AWS::Connect::InstanceStorageConfig")["KinesisFirehoseConfig"] == {
        "FirehoseArn": {"Fn::GetAtt": [logical_id, "Arn"]}
    }
