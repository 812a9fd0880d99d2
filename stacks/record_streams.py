"""Contact records and agent events for those who analyse them, where the settings ask for them."""

from aws_cdk import RemovalPolicy
from aws_cdk.aws_kinesis import Stream, StreamEncryption, StreamMode
from aws_cdk.aws_kinesisfirehose import DeliveryStream, S3Bucket
from aws_cdk.aws_kinesisfirehose import StreamEncryption as DeliveryEncryption
from constructs import Construct

from aicc_constructs import InstanceStorage
from stacks.data_keys import DataKeys
from stacks.data_stores import DataStores
from stacks.settings import Settings


class RecordStreams(Construct):
    """The streams of one environment; none unless asked for.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        settings: storage.contact_records and storage.agent_events.
        keys: The key for streams.
        stores: The bucket that Firehose delivers to.
        storage: The instance's storage settings.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        keys: DataKeys,
        stores: DataStores,
        storage: InstanceStorage,
    ) -> None:
        super().__init__(scope, construct_id)
        self._keys = keys
        self._removal_policy = RemovalPolicy.RETAIN if settings.removal.retain else RemovalPolicy.DESTROY
        if settings.storage.contact_records == "kinesis":
            storage.stream("CONTACT_TRACE_RECORDS", self._stream("ContactRecords"))
        if settings.storage.contact_records == "firehose":
            storage.deliver("CONTACT_TRACE_RECORDS", self._delivery(stores))
        if settings.storage.agent_events == "kinesis":
            storage.stream("AGENT_EVENTS", self._stream("AgentEvents"))

    def _stream(self, construct_id: str) -> Stream:
        return Stream(
            self,
            construct_id,
            stream_mode=StreamMode.ON_DEMAND,
            encryption=StreamEncryption.KMS,
            encryption_key=self._keys.streams,
            removal_policy=self._removal_policy,
        )

    def _delivery(self, stores: DataStores) -> DeliveryStream:
        return DeliveryStream(
            self,
            "ContactRecordDelivery",
            destination=S3Bucket(
                stores.conversations,
                data_output_prefix="contact-records/!{timestamp:yyyy/MM/dd}/",
                error_output_prefix="contact-record-errors/!{firehose:error-output-type}/",
                encryption_key=self._keys.recordings,
            ),
            encryption=DeliveryEncryption.customer_managed_key(self._keys.streams),
        )
