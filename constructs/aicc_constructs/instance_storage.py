"""Where an instance keeps what its contacts leave behind.

Source: AWS::Connect::InstanceStorageConfig; Amazon Connect administrator guide, data storage. Instance and resource
type replace a setting; bucket, prefix and key change in place.
"""

from typing import Protocol

from aws_cdk.aws_connect import CfnInstanceStorageConfig
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import IBucket
from constructs import Construct

from aicc_constructs.checks import check_choice
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance

# The folder of each kind in the bucket; lifecycle rules go by these.
PREFIXES = {
    "CALL_RECORDINGS": "recordings",
    "CHAT_TRANSCRIPTS": "transcripts",
    "SCHEDULED_REPORTS": "reports",
    "ATTACHMENTS": "attachments",
    "CONTACT_EVALUATIONS": "evaluations",
    "SCREEN_RECORDINGS": "screen-recordings",
    "EMAIL_MESSAGES": "emails",
}
STREAMED = frozenset(
    {
        "CONTACT_TRACE_RECORDS",
        "AGENT_EVENTS",
        "REAL_TIME_CONTACT_ANALYSIS_SEGMENTS",
        "REAL_TIME_CONTACT_ANALYSIS_CHAT_SEGMENTS",
        "REAL_TIME_CONTACT_ANALYSIS_VOICE_SEGMENTS",
    }
)


class IRecordStream(Protocol):
    """A Kinesis data stream, such as the CDK's own."""

    @property
    def stream_arn(self) -> str: ...


class IDelivery(Protocol):
    """A Firehose delivery stream, such as `RecordDelivery` or an L2 of the CDK."""

    @property
    def delivery_stream_arn(self) -> str: ...


class InstanceStorage(Construct):
    """The storage settings of one instance, one per kind of data.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance they belong to.

    Example:
        >>> from aws_cdk import Stack
        >>> from aws_cdk.aws_kinesis import Stream
        >>> from aws_cdk.aws_kinesisfirehose import DeliveryStream
        >>> from aws_cdk.aws_kms import Key
        >>> from aws_cdk.aws_s3 import Bucket
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> storage = InstanceStorage(
        ...     stack, "Storage", instance=ConnectInstance(stack, "Instance", alias="hanbit")
        ... )
        >>> storage.keep("CALL_RECORDINGS", bucket=Bucket(stack, "Bucket"), key=Key(stack, "Key"))
        >>> storage.stream("AGENT_EVENTS", Stream(stack, "Events"))
        >>> storage.deliver("CONTACT_TRACE_RECORDS", DeliveryStream.from_delivery_stream_name(stack, "Out", "records"))
        >>> sorted(storage.kinds)
        ['AGENT_EVENTS', 'CALL_RECORDINGS', 'CONTACT_TRACE_RECORDS']
    """

    def __init__(self, scope: Construct, construct_id: str, *, instance: IInstance) -> None:
        super().__init__(scope, construct_id)
        self._instance = instance
        self.kinds: set[str] = set()

    def keep(self, kind: str, *, bucket: IBucket, key: IKey, prefix: str | None = None) -> None:
        """Keep files of a kind in a bucket, encrypted with a KMS key.

        Args:
            kind: One of `PREFIXES`, such as "CALL_RECORDINGS".
            bucket: Where.
            key: Symmetric KMS key; whoever deploys needs kms:CreateGrant on it.
            prefix: Folder: the one in `PREFIXES`.

        Raises:
            InvalidInput: A kind that does not go to S3, or one that is set already.
        """
        self._take(kind, PREFIXES)
        self._set(
            kind,
            "S3",
            s3_config=CfnInstanceStorageConfig.S3ConfigProperty(
                bucket_name=bucket.bucket_name,
                bucket_prefix=prefix or PREFIXES[kind],
                encryption_config=CfnInstanceStorageConfig.EncryptionConfigProperty(
                    encryption_type="KMS", key_id=key.key_arn
                ),
            ),
        )

    def stream(self, kind: str, stream: IRecordStream) -> None:
        """Send records of a kind to a Kinesis data stream.

        Args:
            kind: One of `STREAMED`, such as "AGENT_EVENTS".
            stream: Where.

        Raises:
            InvalidInput: A kind that is not streamed, or one that is set already.
        """
        self._take(kind, STREAMED)
        self._set(
            kind,
            "KINESIS_STREAM",
            kinesis_stream_config=CfnInstanceStorageConfig.KinesisStreamConfigProperty(stream_arn=stream.stream_arn),
        )

    def deliver(self, kind: str, delivery: IDelivery) -> None:
        """Send contact records to a Firehose delivery stream.

        Args:
            kind: "CONTACT_TRACE_RECORDS", the only kind that Firehose takes.
            delivery: Where.

        Raises:
            InvalidInput: Another kind, or one that is set already.
        """
        self._take(kind, {"CONTACT_TRACE_RECORDS"})
        self._set(
            kind,
            "KINESIS_FIREHOSE",
            kinesis_firehose_config=CfnInstanceStorageConfig.KinesisFirehoseConfigProperty(
                firehose_arn=delivery.delivery_stream_arn
            ),
        )

    def _take(self, kind: str, allowed: "set[str] | frozenset[str] | dict[str, str]") -> None:
        check_choice(f"{self.node.path}: kind", kind, allowed)
        if kind in self.kinds:
            raise InvalidInput(f"{self.node.path}: kind", f"{kind} is set already", "set each kind once")
        self.kinds.add(kind)

    def _set(
        self,
        kind: str,
        storage_type: str,
        *,
        s3_config: CfnInstanceStorageConfig.S3ConfigProperty | None = None,
        kinesis_stream_config: CfnInstanceStorageConfig.KinesisStreamConfigProperty | None = None,
        kinesis_firehose_config: CfnInstanceStorageConfig.KinesisFirehoseConfigProperty | None = None,
    ) -> None:
        self._instance.chain.append(
            CfnInstanceStorageConfig(
                self,
                kind.replace("_", " ").title().replace(" ", ""),
                instance_arn=self._instance.instance_arn,
                resource_type=kind,
                storage_type=storage_type,
                s3_config=s3_config,
                kinesis_stream_config=kinesis_stream_config,
                kinesis_firehose_config=kinesis_firehose_config,
            )
        )
