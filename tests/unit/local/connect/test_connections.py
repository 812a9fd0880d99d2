"""What an instance is connected with: storage, prompts in S3, functions, bots, web sites."""

from typing import Any

import pytest

from aicc_local.lex.resource_policy import policy_of
from tests.unit.local.connect.centre import TYPES, Centre, refused
from tests.unit.local.fakes import ACCOUNT

LEX = "lex:RecognizeText"


def storage(centre: Centre, kind: str, storage_type: str) -> dict[str, Any]:
    """A storage of some type; what it points at is there."""
    configs: dict[str, dict[str, Any]] = {
        "S3": {"S3Config": {"BucketName": "recordings", "BucketPrefix": "x"}},
        "KINESIS_STREAM": {"KinesisStreamConfig": {"StreamArn": centre.aws.arn("kinesis", "stream/events")}},
        "KINESIS_FIREHOSE": {
            "KinesisFirehoseConfig": {"FirehoseArn": centre.aws.arn("firehose", "deliverystream/out")}
        },
        "KINESIS_VIDEO_STREAM": {
            "KinesisVideoStreamConfig": {
                "Prefix": "media",
                "RetentionPeriodHours": 1,
                "EncryptionConfig": {"EncryptionType": "KMS", "KeyId": centre.aws.arn("kms", "key/1a2b")},
            }
        },
    }
    for arn in ("kinesis:stream/events", "firehose:deliverystream/out", "kms:key/1a2b"):
        centre.put_resource(centre.aws.arn(*arn.split(":")))
    centre.put_resource("arn:aws:s3:::recordings")
    return {"S3Config": None, "ResourceType": kind, "StorageType": storage_type, **configs[storage_type]}


@pytest.mark.parametrize(
    ("kind", "storage_type"),
    [
        ("CALL_RECORDINGS", "S3"),
        ("CHAT_TRANSCRIPTS", "S3"),
        ("SCHEDULED_REPORTS", "S3"),
        ("ATTACHMENTS", "S3"),
        ("MEDIA_STREAMS", "KINESIS_VIDEO_STREAM"),
        ("CONTACT_TRACE_RECORDS", "KINESIS_STREAM"),
        ("CONTACT_TRACE_RECORDS", "KINESIS_FIREHOSE"),
        ("AGENT_EVENTS", "KINESIS_STREAM"),
    ],
)
def test_data_goes_where_connect_can_send_it(centre: Centre, kind: str, storage_type: str) -> None:
    record = centre.make("InstanceStorageConfig", **storage(centre, kind, storage_type))

    assert record.properties["StorageType"] == storage_type


@pytest.mark.parametrize(
    ("kind", "storage_type"),
    [
        ("CALL_RECORDINGS", "KINESIS_STREAM"),
        ("AGENT_EVENTS", "S3"),
        ("AGENT_EVENTS", "KINESIS_FIREHOSE"),
        ("MEDIA_STREAMS", "S3"),
    ],
)
def test_data_goes_nowhere_else(centre: Centre, kind: str, storage_type: str) -> None:
    with refused("InvalidParameterException", kind, storage_type):
        centre.make("InstanceStorageConfig", **storage(centre, kind, storage_type))


def test_refuses_a_configuration_of_another_storage(centre: Centre) -> None:
    given = {**storage(centre, "AGENT_EVENTS", "KINESIS_STREAM"), "S3Config": {"BucketName": "b", "BucketPrefix": "p"}}

    with refused("InvalidRequestException", "S3Config does not belong there"):
        centre.make("InstanceStorageConfig", **given)


def test_each_kind_of_data_is_kept_once(centre: Centre) -> None:
    centre.make("InstanceStorageConfig")

    with refused("ResourceConflictException", "CALL_RECORDINGS"):
        centre.make("InstanceStorageConfig")


@pytest.mark.parametrize("name", ["BucketName", "KeyId"])
def test_refuses_storage_that_is_not_there(centre: Centre, name: str) -> None:
    given = centre.properties("InstanceStorageConfig")
    gone = {"BucketName": "arn:aws:s3:::recordings", "KeyId": centre.aws.arn("kms", "key/1a2b")}[name]
    centre.aws.resources.arns.remove(gone)

    with refused("ResourceNotFoundException", name, gone):
        TYPES["InstanceStorageConfig"].create(centre.aws, given)


def test_a_key_is_named_by_its_arn(centre: Centre) -> None:
    encryption = {"EncryptionType": "KMS", "KeyId": "alias/recordings"}
    bucket = {"BucketName": "recordings", "BucketPrefix": "calls", "EncryptionConfig": encryption}

    with refused("InvalidParameterException", "alias/recordings", "full ARN"):
        centre.make("InstanceStorageConfig", S3Config=bucket)


@pytest.mark.parametrize("uri", ["s3://prompts/hold.wav", "https://prompts.s3.ap-northeast-2.amazonaws.com/hold.wav"])
def test_takes_a_prompt_that_is_in_s3(centre: Centre, uri: str) -> None:
    assert centre.make("Prompt", S3Uri=uri).properties["S3Uri"] == uri


@pytest.mark.parametrize("uri", ["s3://prompts/gone.wav", "copy of s3://prompts/hold.wav", None])
def test_refuses_a_prompt_that_is_not_in_s3(centre: Centre, uri: str | None) -> None:
    with refused("InvalidParameterException", "S3Uri"):
        centre.make("Prompt", S3Uri=uri)


def test_a_prompt_keeps_its_audio_when_an_update_names_none(centre: Centre) -> None:
    prompt = centre.make("Prompt")

    centre.update(prompt, S3Uri=None, Description="changed")

    assert prompt.properties["Description"] == "changed"


def test_refuses_a_function_that_is_not_there(centre: Centre) -> None:
    gone = centre.aws.arn("lambda", "function:gone")

    with refused("ResourceNotFoundException", gone):
        centre.make("IntegrationAssociation", IntegrationArn=gone)


def test_a_function_is_associated_once(centre: Centre) -> None:
    centre.make("IntegrationAssociation")

    with refused("ResourceConflictException", "authenticate"):
        centre.make("IntegrationAssociation")


def test_an_association_adds_no_permission_to_a_function(centre: Centre) -> None:
    record = centre.make("IntegrationAssociation")

    assert centre.aws.functions.policy(record.properties["IntegrationArn"])["Statement"] == []


@pytest.mark.parametrize("kind", ["LEX_BOT", "LAMBDA_FUNCTION"])
def test_refuses_an_arn_of_something_else(centre: Centre, kind: str) -> None:
    arns = {"LEX_BOT": centre.aws.functions.add("authenticate"), "LAMBDA_FUNCTION": centre.put_alias()}

    with refused("InvalidParameterException", f"is no {kind}"):
        centre.make("IntegrationAssociation", IntegrationType=kind, IntegrationArn=arns[kind])


def test_events_need_to_know_their_source(centre: Centre) -> None:
    with refused("InvalidParameterException", "SourceApplicationName, SourceApplicationUrl, SourceType"):
        centre.make("IntegrationAssociation", IntegrationType="EVENT", IntegrationArn=centre.aws.arn("events", "bus"))


def test_a_bot_must_be_there(centre: Centre) -> None:
    gone = centre.aws.arn("lex", "bot-alias/GONE000001/GONE000002")

    with refused("ResourceNotFoundException", gone):
        centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=gone)


def talks(centre: Centre, alias: str, instance_arn: str) -> bool:
    return centre.aws.policies.allow(
        policy_of(centre.aws, alias),
        service="connect.amazonaws.com",
        action=LEX,
        resource=alias,
        source_arn=instance_arn,
        source_account=ACCOUNT,
    )


def test_an_association_lets_its_instance_and_no_other_talk_to_the_bot(centre: Centre) -> None:
    alias, other = centre.put_alias(), Centre(centre.aws, "second")

    centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias)

    assert talks(centre, alias, centre.instance.arn)
    assert not talks(centre, alias, other.instance.arn)


def test_the_end_of_an_association_ends_the_talk(centre: Centre) -> None:
    alias = centre.put_alias()
    record = centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias)

    centre.delete(record)

    assert not talks(centre, alias, centre.instance.arn)


@pytest.mark.parametrize(
    "origin", ["https://desk.example.com", "https://desk.example.com:8443", "http://localhost:3000"]
)
def test_takes_an_origin(centre: Centre, origin: str) -> None:
    assert centre.make("ApprovedOrigin", Origin=origin).properties["Origin"] == origin


@pytest.mark.parametrize(
    "origin", ["desk.example.com", "https://desk.example.com/agent", "ftp://desk.example.com", "*"]
)
def test_refuses_what_is_no_origin(centre: Centre, origin: str) -> None:
    with refused("InvalidRequestException", origin):
        centre.make("ApprovedOrigin", Origin=origin)


def test_an_origin_is_approved_once(centre: Centre) -> None:
    centre.make("ApprovedOrigin")

    with refused("ResourceConflictException", "https://desk.example.com"):
        centre.make("ApprovedOrigin")
