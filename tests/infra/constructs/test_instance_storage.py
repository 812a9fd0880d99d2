from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_kinesis import Stream
from aws_cdk.aws_kinesisfirehose import DeliveryStream, IDeliveryStream
from aws_cdk.aws_kms import Key
from aws_cdk.aws_s3 import Bucket

from aicc_constructs import ExistingInstance, InstanceStorage
from aicc_constructs.instance_storage import PREFIXES, STREAMED

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

STORAGE = "AWS::Connect::InstanceStorageConfig"


@pytest.fixture
def storage(stack: Stack, instance: ExistingInstance) -> InstanceStorage:
    return InstanceStorage(stack, "Storage", instance=instance)


@pytest.fixture
def bucket(stack: Stack) -> Bucket:
    return Bucket(stack, "Bucket")


@pytest.fixture
def key(stack: Stack) -> Key:
    return Key(stack, "Key")


@pytest.fixture
def stream(stack: Stack) -> Stream:
    return Stream(stack, "Stream")


@pytest.fixture
def delivery(stack: Stack) -> IDeliveryStream:
    return DeliveryStream.from_delivery_stream_name(stack, "Delivery", "records")


def test_nothing_is_kept_unasked(storage: InstanceStorage, resources: Resources) -> None:
    assert storage.kinds == set()
    assert resources(STORAGE) == {}


def test_files_are_kept_in_the_given_bucket_under_the_given_key(
    stack: Stack, instance: ExistingInstance, storage: InstanceStorage, bucket: Bucket, key: Key, properties: Resource
) -> None:
    storage.keep("CALL_RECORDINGS", bucket=bucket, key=key)

    assert properties(STORAGE) == {
        "InstanceArn": instance.instance_arn,
        "ResourceType": "CALL_RECORDINGS",
        "StorageType": "S3",
        "S3Config": {
            "BucketName": stack.resolve(bucket.bucket_name),
            "BucketPrefix": "recordings",
            "EncryptionConfig": {"EncryptionType": "KMS", "KeyId": stack.resolve(key.key_arn)},
        },
    }


def test_another_folder_may_be_chosen(storage: InstanceStorage, bucket: Bucket, key: Key, properties: Resource) -> None:
    storage.keep("CALL_RECORDINGS", bucket=bucket, key=key, prefix="calls/2027")

    assert properties(STORAGE)["S3Config"]["BucketPrefix"] == "calls/2027"


def test_each_kind_of_file_has_a_folder_of_its_own_and_its_turn(
    storage: InstanceStorage, bucket: Bucket, key: Key, resources: Resources
) -> None:
    for kind in PREFIXES:
        storage.keep(kind, bucket=bucket, key=key)

    made = list(resources(STORAGE).items())
    assert {each["Properties"]["ResourceType"]: each["Properties"]["S3Config"]["BucketPrefix"] for _, each in made} == {
        "CALL_RECORDINGS": "recordings",
        "CHAT_TRANSCRIPTS": "transcripts",
        "SCHEDULED_REPORTS": "reports",
        "ATTACHMENTS": "attachments",
        "CONTACT_EVALUATIONS": "evaluations",
        "SCREEN_RECORDINGS": "screen-recordings",
        "EMAIL_MESSAGES": "emails",
    }
    assert [each.get("DependsOn", [None])[0] for _, each in made] == [None, *[name for name, _ in made[:-1]]]


@pytest.mark.parametrize("kind", sorted(STREAMED))
def test_records_are_streamed(
    stack: Stack, storage: InstanceStorage, stream: Stream, kind: str, properties: Resource
) -> None:
    storage.stream(kind, stream)

    made = properties(STORAGE)
    assert (made["ResourceType"], made["StorageType"]) == (kind, "KINESIS_STREAM")
    assert made["KinesisStreamConfig"] == {"StreamArn": stack.resolve(stream.stream_arn)}
    assert "S3Config" not in made


def test_contact_records_may_be_delivered_instead(
    stack: Stack, storage: InstanceStorage, delivery: IDeliveryStream, properties: Resource
) -> None:
    storage.deliver("CONTACT_TRACE_RECORDS", delivery)

    made = properties(STORAGE)
    assert (made["ResourceType"], made["StorageType"]) == ("CONTACT_TRACE_RECORDS", "KINESIS_FIREHOSE")
    assert made["KinesisFirehoseConfig"] == {"FirehoseArn": stack.resolve(delivery.delivery_stream_arn)}


def test_every_kind_that_connect_knows_goes_somewhere_or_is_video() -> None:
    # Source: AWS::Connect::InstanceStorageConfig, ResourceType.
    known = {
        *("CHAT_TRANSCRIPTS", "CALL_RECORDINGS", "SCHEDULED_REPORTS", "MEDIA_STREAMS", "CONTACT_TRACE_RECORDS"),
        *("AGENT_EVENTS", "ATTACHMENTS", "CONTACT_EVALUATIONS", "SCREEN_RECORDINGS", "EMAIL_MESSAGES"),
        "REAL_TIME_CONTACT_ANALYSIS_SEGMENTS",
        "REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS",
        "REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS",
    }

    assert {*PREFIXES, *STREAMED} == known - {"MEDIA_STREAMS"}


def test_a_kind_is_set_once(
    storage: InstanceStorage, stream: Stream, delivery: IDeliveryStream, refusal: Refusal
) -> None:
    storage.stream("CONTACT_TRACE_RECORDS", stream)

    message = refusal(lambda: storage.deliver("CONTACT_TRACE_RECORDS", delivery))

    assert message == "Test/Storage: kind: CONTACT_TRACE_RECORDS is set already; set each kind once"


def test_a_kind_that_is_no_file_is_not_kept(
    storage: InstanceStorage, bucket: Bucket, key: Key, refusal: Refusal
) -> None:
    message = refusal(lambda: storage.keep("CALL_RECORDING", bucket=bucket, key=key))

    assert message == "Test/Storage: kind: 'CALL_RECORDING' is not known; did you mean 'CALL_RECORDINGS'?"


def test_a_kind_that_is_no_record_is_not_streamed(storage: InstanceStorage, stream: Stream, refusal: Refusal) -> None:
    message = refusal(lambda: storage.stream("MUSIC", stream))

    assert message == f"Test/Storage: kind: 'MUSIC' is not known; use one of {', '.join(sorted(STREAMED))}"


def test_only_contact_records_are_delivered(
    storage: InstanceStorage, delivery: IDeliveryStream, refusal: Refusal
) -> None:
    message = refusal(lambda: storage.deliver("MUSIC", delivery))

    assert message == "Test/Storage: kind: 'MUSIC' is not known; use one of CONTACT_TRACE_RECORDS"
    assert storage.kinds == set()
