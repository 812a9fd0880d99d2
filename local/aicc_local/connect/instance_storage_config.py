"""AWS::Connect::InstanceStorageConfig: where an instance keeps what it records.

Source: the API reference of AssociateInstanceStorageConfig; administrator guide, "Data storage" and "Data streaming".
"""

from collections.abc import Iterator
from typing import Any

from aicc_local.errors import invalid_parameter, invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

STORAGE_CONFIG = "AWS::Connect::InstanceStorageConfig"
_CONFIGS = {
    "S3": "S3Config",
    "KINESIS_STREAM": "KinesisStreamConfig",
    "KINESIS_FIREHOSE": "KinesisFirehoseConfig",
    "KINESIS_VIDEO_STREAM": "KinesisVideoStreamConfig",
}
_STREAM = frozenset({"KINESIS_STREAM"})
_STORAGE: dict[str, frozenset[str]] = {
    "MEDIA_STREAMS": frozenset({"KINESIS_VIDEO_STREAM"}),
    "CONTACT_TRACE_RECORDS": frozenset({"KINESIS_STREAM", "KINESIS_FIREHOSE"}),
    "AGENT_EVENTS": _STREAM,
    "REAL_TIME_CONTACT_ANALYSIS_SEGMENTS": _STREAM,
    "REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS": _STREAM,
    "REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS": _STREAM,
}
# Recordings, transcripts, reports, attachments, evaluations and e-mails are files.
_FILES = frozenset({"S3"})


class InstanceStorageConfig(ResourceType):
    """The storage of one kind of data; "you can only associate one type of storage configuration"."""

    type_name = STORAGE_CONFIG
    arn_part = "storage-config"
    unique = "ResourceType"
    taken = "ResourceConflictException"

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        kind, storage = properties["ResourceType"], properties["StorageType"]
        allowed = _STORAGE.get(kind, _FILES)
        if storage not in allowed:
            raise invalid_parameter(f"{kind} goes to {' or '.join(sorted(allowed))}, not to {storage}")
        for storage_type, name in _CONFIGS.items():
            if (name in properties) != (storage_type == storage):
                must = "is required" if storage_type == storage else "does not belong there"
                raise invalid_request(f"{name} {must} with storage type {storage}")
        for place, arn in _pointed_at(properties[_CONFIGS[storage]]):
            if aws.resources.exists(arn) is False:
                raise not_found(f"{place}: {arn} does not exist")


def _pointed_at(config: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if "BucketName" in config:
        yield "BucketName", f"arn:aws:s3:::{config['BucketName']}"
    for name in ("StreamArn", "FirehoseArn"):
        if name in config:
            yield name, config[name]
    key = config.get("EncryptionConfig", {}).get("KeyId")
    if key is not None:
        if not key.startswith("arn:"):
            raise invalid_parameter(f"KeyId: {key} is not the full ARN of a key")
        yield "KeyId", key
