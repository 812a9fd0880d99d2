"""Contact records and agent events for those who analyse them, where the settings ask for them."""

from aws_cdk.aws_kinesis import Stream, StreamEncryption, StreamMode
from constructs import Construct

from aicc_constructs import InstanceStorage, RecordDelivery, acknowledge
from stacks.data_keys import DataKeys
from stacks.data_stores import DataStores
from stacks.log_retention import log_retention
from stacks.removal import removal_policy
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
        self._settings = settings
        self._removal_policy = removal_policy(settings)
        if settings.storage.contact_records == "kinesis":
            storage.stream("CONTACT_TRACE_RECORDS", self._stream("ContactRecords"))
        if settings.storage.contact_records == "firehose":
            storage.deliver("CONTACT_TRACE_RECORDS", self._delivery(stores))
        if settings.storage.agent_events == "kinesis":
            storage.stream("AGENT_EVENTS", self._stream("AgentEvents"))

    def _stream(self, construct_id: str) -> Stream:
        stream = Stream(
            self,
            construct_id,
            stream_mode=StreamMode.ON_DEMAND,
            encryption=StreamEncryption.KMS,
            encryption_key=self._keys.streams,
            removal_policy=self._removal_policy,
        )
        acknowledge(
            stream,
            {
                "AwsSolutions-KDS3": "A key of its own, not the account's aws/kinesis, so that reading records can be "
                "allowed apart from everything else."
            },
        )
        return stream

    def _delivery(self, stores: DataStores) -> RecordDelivery:
        assert self._keys.streams is not None
        return RecordDelivery(
            self,
            "ContactRecordDelivery",
            bucket=stores.conversations,
            bucket_key=self._keys.recordings,
            stream_key=self._keys.streams,
            log_key=self._keys.logs,
            log_retention=log_retention(self._settings),
            log_removal_policy=self._removal_policy,
        )
