"""One KMS key per class of data, so that access to one opens no other."""

from aws_cdk import Aws, Duration
from aws_cdk.aws_iam import PolicyStatement, ServicePrincipal
from aws_cdk.aws_kms import IKey, Key, KeySpec, KeyUsage
from constructs import Construct

from stacks.removal import removal_policy
from stacks.settings import Settings
from stacks.settings.operations import DataClass


class DataKeys(Construct):
    """The keys of one environment: those that the settings name, and new ones for the rest.

    Attributes:
        recordings: What people said: recordings, transcripts, reports, attachments.
        tables: What is known about customers.
        logs: What functions and flows wrote down.
        streams: Contact records and agent events; None where nothing is streamed.
        identity: HMAC key that turns telephone numbers into table keys; it never leaves KMS.
    """

    def __init__(self, scope: Construct, construct_id: str, *, settings: Settings) -> None:
        super().__init__(scope, construct_id)
        self._settings = settings
        self.recordings = self._key("Recordings", "recordings", "Recordings, transcripts and reports")
        self.tables = self._key("Tables", "tables", "Tables about customers")
        self.logs = self._key("Logs", "logs", "Logs of functions and flows")
        if "logs" not in settings.encryption.key_arns:
            _let_logs_use(self.logs)
        streams = settings.storage.contact_records != "none" or settings.storage.agent_events != "none"
        self.streams = self._key("Streams", "streams", "Contact records and agent events") if streams else None
        self.identity = Key(
            self,
            "Identity",
            description="Turns telephone numbers into table keys",
            key_spec=KeySpec.HMAC_256,
            key_usage=KeyUsage.GENERATE_VERIFY_MAC,
            removal_policy=removal_policy(settings),
        )

    def _key(self, construct_id: str, data_class: DataClass, description: str) -> IKey:
        existing = self._settings.encryption.key_arns.get(data_class)
        if existing is not None:
            return Key.from_key_arn(self, construct_id, existing)
        return Key(
            self,
            construct_id,
            description=description,
            enable_key_rotation=True,
            rotation_period=Duration.days(self._settings.encryption.rotation_days),
            removal_policy=removal_policy(self._settings),
        )


def _let_logs_use(key: IKey) -> None:
    # Source: CloudWatch Logs user guide, encrypt log data: the service needs the key, for groups of this account only.
    key.add_to_resource_policy(
        PolicyStatement(
            sid="CloudWatchLogs",
            principals=[ServicePrincipal(f"logs.{Aws.REGION}.amazonaws.com")],
            actions=["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
            resources=["*"],
            conditions={
                "ArnLike": {
                    "kms:EncryptionContext:aws:logs:arn": f"arn:{Aws.PARTITION}:logs:{Aws.REGION}:{Aws.ACCOUNT_ID}:*"
                }
            },
        )
    )
