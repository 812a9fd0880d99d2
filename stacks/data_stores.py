"""What must never be lost: tables about customers, and what conversations leave behind."""

from aws_cdk import Duration
from aws_cdk.aws_dynamodb import Attribute, AttributeType, PointInTimeRecoverySpecification, TableEncryptionV2, TableV2
from aws_cdk.aws_s3 import CorsRule, HttpMethods, LifecycleRule, StorageClass, Transition
from constructs import Construct

from aicc_constructs import AccessLogBucket, PrivateBucket
from aicc_constructs.instance_storage import PREFIXES
from stacks.data_keys import DataKeys
from stacks.removal import removal_policy
from stacks.settings import Settings

# What is large and rarely heard again moves to a cheaper class.
ARCHIVED = ("CALL_RECORDINGS", "CHAT_TRANSCRIPTS", "SCREEN_RECORDINGS")


class DataStores(Construct):
    """Tables and buckets of one environment.

    Attributes:
        customers: Who may authenticate, under keyed hashes; pk, sk, TTL in expires_at.
        orders: What customers bought, owe and get back; pk, sk, TTL in expires_at.
        operations: What operators switch while calls go on, such as the emergency announcement; pk, sk.
        conversations: Recordings, transcripts, reports, attachments, evaluations.
        access_logs: Who read them.
    """

    def __init__(self, scope: Construct, construct_id: str, *, settings: Settings, keys: DataKeys) -> None:
        super().__init__(scope, construct_id)
        self.customers = self._table("Customers", settings, keys)
        self.orders = self._table("Orders", settings, keys)
        self.operations = self._table("Operations", settings, keys)
        self.access_logs = AccessLogBucket(
            self,
            "AccessLogs",
            retention=Duration.days(settings.storage.access_logs_days),
            removal_policy=removal_policy(settings),
        )
        self.conversations = PrivateBucket(
            self,
            "Conversations",
            key=keys.recordings,
            access_logs=self.access_logs,
            lifecycle_rules=_lifecycle(settings),
            cors=_cors(settings),
            removal_policy=removal_policy(settings),
        )

    def _table(self, construct_id: str, settings: Settings, keys: DataKeys) -> TableV2:
        return TableV2(
            self,
            construct_id,
            partition_key=Attribute(name="pk", type=AttributeType.STRING),
            sort_key=Attribute(name="sk", type=AttributeType.STRING),
            time_to_live_attribute="expires_at",
            encryption=TableEncryptionV2.customer_managed_key(keys.tables),
            point_in_time_recovery_specification=PointInTimeRecoverySpecification(point_in_time_recovery_enabled=True),
            deletion_protection=settings.removal.retain,
            removal_policy=removal_policy(settings),
        )


def _lifecycle(settings: Settings) -> list[LifecycleRule]:
    storage = settings.storage
    rules = [
        _rule("CALL_RECORDINGS", storage.recordings_days, settings),
        _rule("CHAT_TRANSCRIPTS", storage.transcripts_days, settings),
        _rule("SCHEDULED_REPORTS", storage.reports_days, settings),
        _rule("ATTACHMENTS", storage.attachments_days, settings),
        _rule("CONTACT_EVALUATIONS", storage.evaluations_days, settings),
        _rule("SCREEN_RECORDINGS", storage.screen_recordings_days, settings),
    ]
    if storage.contact_records == "firehose":
        rules.append(LifecycleRule(prefix="contact-record", expiration=Duration.days(storage.recordings_days)))
    return rules


def _rule(kind: str, kept: int, settings: Settings) -> LifecycleRule:
    archive_after = settings.storage.archive_after_days if kind in ARCHIVED else None
    return LifecycleRule(
        id=PREFIXES[kind],
        prefix=f"{PREFIXES[kind]}/",
        expiration=Duration.days(kept),
        noncurrent_version_expiration=Duration.days(30),
        abort_incomplete_multipart_upload_after=Duration.days(7),
        transitions=[
            Transition(
                storage_class=StorageClass.GLACIER_INSTANT_RETRIEVAL, transition_after=Duration.days(archive_after)
            )
        ]
        if archive_after
        else None,
    )


def _cors(settings: Settings) -> list[CorsRule]:
    # Source: Amazon Connect administrator guide, enable attachments: agents' browsers read and write the bucket.
    if settings.instance.alias is None:
        return []
    return [
        CorsRule(
            allowed_methods=[HttpMethods.GET, HttpMethods.PUT],
            allowed_origins=[f"https://{settings.instance.alias}.my.connect.aws"],
            allowed_headers=["*"],
            max_age=3000,
        )
    ]
