from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import App, Duration, RemovalPolicy, Stack
from aws_cdk.aws_kms import Key
from aws_cdk.aws_s3 import Bucket, CorsRule, HttpMethods, LifecycleRule

from aicc_constructs import AccessLogBucket, PrivateBucket

Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

BUCKET, POLICY = "AWS::S3::Bucket", "AWS::S3::BucketPolicy"


@pytest.fixture
def logs(stack: Stack) -> AccessLogBucket:
    return AccessLogBucket(stack, "AccessLogs")


@pytest.fixture
def key(stack: Stack) -> Key:
    return Key(stack, "Key")


@pytest.fixture
def bucket(resources: Resources) -> Callable[[Bucket], dict[str, Any]]:
    """The resource of a bucket."""
    return lambda made: resources(BUCKET)[str(made.stack.resolve(made.bucket_name)["Ref"])]


Find = Callable[[Bucket], dict[str, Any]]


@pytest.fixture(params=["PrivateBucket", "AccessLogBucket"])
def made(request: pytest.FixtureRequest, stack: Stack, key: Key, logs: AccessLogBucket) -> Bucket:
    return logs if request.param == "AccessLogBucket" else PrivateBucket(stack, "Made", key=key, access_logs=logs)


def test_nobody_outside_reaches_it(made: Bucket, bucket: Find) -> None:
    properties = bucket(made)["Properties"]

    assert properties["PublicAccessBlockConfiguration"] == {
        "BlockPublicAcls": True,
        "BlockPublicPolicy": True,
        "IgnorePublicAcls": True,
        "RestrictPublicBuckets": True,
    }
    assert properties["OwnershipControls"] == {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}
    assert "AccessControl" not in properties


def test_it_is_versioned_and_kept(made: Bucket, bucket: Find) -> None:
    resource = bucket(made)

    assert resource["Properties"]["VersioningConfiguration"] == {"Status": "Enabled"}
    assert resource["DeletionPolicy"] == resource["UpdateReplacePolicy"] == "Retain"


def test_nothing_but_tls_1_2_and_later_is_answered(stack: Stack, made: Bucket, resources: Resources) -> None:
    [policy] = [
        each["Properties"]["PolicyDocument"]["Statement"]
        for each in resources(POLICY).values()
        if each["Properties"]["Bucket"] == stack.resolve(made.bucket_name)
    ]

    denied = [each["Condition"] for each in policy if each["Effect"] == "Deny"]
    everything = [stack.resolve(made.bucket_arn), stack.resolve(made.arn_for_objects("*"))]
    assert denied == [
        {"Bool": {"aws:SecureTransport": "false"}},
        {"NumericLessThan": {"s3:TlsVersion": 1.2}},
    ]
    assert all(
        (each["Principal"], each["Action"], each["Resource"]) == ({"AWS": "*"}, "s3:*", everything)
        for each in policy
        if each["Effect"] == "Deny"
    )


def test_customers_data_is_encrypted_under_the_given_key(
    stack: Stack, key: Key, logs: AccessLogBucket, bucket: Find
) -> None:
    made = PrivateBucket(stack, "Recordings", key=key, access_logs=logs)

    [rule] = bucket(made)["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"]
    assert rule == {
        "BucketKeyEnabled": True,
        "ServerSideEncryptionByDefault": {
            "KMSMasterKeyID": stack.resolve(key.key_arn),
            "SSEAlgorithm": "aws:kms",
        },
    }


def test_access_to_customers_data_is_logged(
    stack: Stack, key: Key, logs: AccessLogBucket, bucket: Find, resources: Resources
) -> None:
    made = PrivateBucket(stack, "Recordings", key=key, access_logs=logs)

    allowed = [
        statement
        for policy in resources(POLICY).values()
        for statement in policy["Properties"]["PolicyDocument"]["Statement"]
        if statement["Effect"] == "Allow"
    ]
    assert bucket(made)["Properties"]["LoggingConfiguration"] == {
        "DestinationBucketName": stack.resolve(logs.bucket_name),
        "LogFilePrefix": "recordings/",
    }
    [statement] = allowed
    assert statement["Principal"] == {"Service": "logging.s3.amazonaws.com"}
    assert statement["Condition"] == {
        "ArnLike": {"aws:SourceArn": stack.resolve(made.bucket_arn)},
        "StringEquals": {"aws:SourceAccount": {"Ref": "AWS::AccountId"}},
    }
    assert (statement["Action"], statement["Resource"]) == (
        "s3:PutObject",
        stack.resolve(logs.arn_for_objects("recordings/*")),
    )


def test_objects_move_and_pages_read_where_that_is_asked(
    stack: Stack, key: Key, logs: AccessLogBucket, bucket: Find
) -> None:
    made = PrivateBucket(
        stack,
        "Recordings",
        key=key,
        access_logs=logs,
        lifecycle_rules=[LifecycleRule(prefix="recordings/", expiration=Duration.days(17))],
        cors=[CorsRule(allowed_methods=[HttpMethods.GET], allowed_origins=["https://hanbit.my.connect.aws"])],
    )

    properties = bucket(made)["Properties"]
    [rule] = properties["LifecycleConfiguration"]["Rules"]
    assert rule == {"ExpirationInDays": 17, "Prefix": "recordings/", "Status": "Enabled"}
    assert properties["CorsConfiguration"]["CorsRules"] == [
        {"AllowedMethods": ["GET"], "AllowedOrigins": ["https://hanbit.my.connect.aws"]}
    ]


def test_without_being_asked_objects_stay_and_no_page_reads(
    stack: Stack, key: Key, logs: AccessLogBucket, bucket: Find
) -> None:
    properties = bucket(PrivateBucket(stack, "Recordings", key=key, access_logs=logs))["Properties"]

    assert "LifecycleConfiguration" not in properties
    assert "CorsConfiguration" not in properties


def test_it_goes_where_that_is_asked(stack: Stack, key: Key, bucket: Find) -> None:
    logs = AccessLogBucket(stack, "AccessLogs", removal_policy=RemovalPolicy.DESTROY)
    made = PrivateBucket(stack, "Data", key=key, access_logs=logs, removal_policy=RemovalPolicy.DESTROY)

    assert bucket(logs)["DeletionPolicy"] == bucket(made)["DeletionPolicy"] == "Delete"


def test_access_logs_are_encrypted_by_s3_itself_since_log_delivery_takes_no_other_key(
    logs: AccessLogBucket, bucket: Find
) -> None:
    [rule] = bucket(logs)["Properties"]["BucketEncryption"]["ServerSideEncryptionConfiguration"]

    assert rule == {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}


@pytest.mark.parametrize(("retention", "days"), [(None, 365), (Duration.days(91), 91)])
def test_access_logs_go_after_their_time(stack: Stack, retention: Duration | None, days: int, bucket: Find) -> None:
    logs = AccessLogBucket(stack, "AccessLogs", retention=retention)

    [rule] = bucket(logs)["Properties"]["LifecycleConfiguration"]["Rules"]
    assert rule == {
        "ExpirationInDays": days,
        "NoncurrentVersionExpiration": {"NoncurrentDays": 30},
        "Status": "Enabled",
    }


@pytest.mark.parametrize(("retention", "days"), [(Duration.days(0), 0), (Duration.hours(12), 0.5)])
def test_a_retention_that_s3_refuses_is_refused(
    stack: Stack, retention: Duration, days: float, refusal: Refusal
) -> None:
    assert refusal(lambda: AccessLogBucket(stack, "AccessLogs", retention=retention)) == (
        f"bucket 'AccessLogs': retention: {days} is outside 1 to 36500 days; choose a value inside"
    )


def test_an_app_that_would_grant_logging_by_acl_is_told_the_flag(refusal: Refusal) -> None:
    stack = Stack(App(), "Plain")
    logs, key = AccessLogBucket(stack, "AccessLogs"), Key(stack, "Key")

    assert refusal(lambda: PrivateBucket(stack, "Data", key=key, access_logs=logs)) == (
        "bucket 'Data': access_logs: the feature flag @aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy is off; "
        "set it to true in the context of cdk.json"
    )


def test_logs_may_go_to_a_bucket_made_elsewhere(stack: Stack, key: Key, bucket: Find) -> None:
    logs = Bucket.from_bucket_name(stack, "Elsewhere", "hanbit-access-logs")

    made = PrivateBucket(stack, "Data", key=key, access_logs=logs)

    assert bucket(made)["Properties"]["LoggingConfiguration"]["DestinationBucketName"] == "hanbit-access-logs"
