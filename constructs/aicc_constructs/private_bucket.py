"""A bucket for customers' data, and the one that its access is logged to."""

from collections.abc import Sequence

from aws_cdk import Duration, FeatureFlags, RemovalPolicy
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_s3 import (
    BlockPublicAccess,
    Bucket,
    BucketEncryption,
    CorsRule,
    IBucket,
    LifecycleRule,
    ObjectOwnership,
)
from constructs import Construct

from aicc_constructs.checks import check_range
from aicc_constructs.errors import InvalidInput

# A feature flag of the CDK; without it logging is granted by an ACL, and these buckets have none.
LOGGING_BY_POLICY = "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy"


class AccessLogBucket(Bucket):
    """Where the access logs of other buckets go.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        retention: How long logs are kept: one year.
        removal_policy: RETAIN.

    Source: Amazon S3 user guide, server access logging: log delivery takes SSE-S3 only, no KMS key.

    Example:
        >>> from aws_cdk import Stack
        >>> logs = AccessLogBucket(Stack(), "AccessLogs", retention=Duration.days(90))
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        retention: Duration | None = None,
        removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        retention = retention or Duration.days(365)
        check_range(f"bucket {construct_id!r}: retention", retention.to_days(integral=False), 1, 36500, unit=" days")
        super().__init__(
            scope,
            construct_id,
            encryption=BucketEncryption.S3_MANAGED,
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            object_ownership=ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            versioned=True,
            lifecycle_rules=[LifecycleRule(expiration=retention, noncurrent_version_expiration=Duration.days(30))],
            removal_policy=removal_policy,
        )


class PrivateBucket(Bucket):
    """A bucket that nobody outside reaches: own key, TLS only, versioned, its access logged.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        key: KMS key that encrypts it.
        access_logs: Where its access is logged.
        lifecycle_rules: When objects move and go: never.
        cors: Web pages that may read and write it: none.
        removal_policy: RETAIN.

    Raises:
        InvalidInput: The app lacks the CDK's feature flag for logging to a bucket without ACLs.

    Example:
        >>> from aws_cdk import App, Stack
        >>> from aws_cdk.aws_kms import Key
        >>> stack = Stack(App(context={"@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy": True}), "Data")
        >>> logs = AccessLogBucket(stack, "AccessLogs")
        >>> recordings = PrivateBucket(stack, "Recordings", key=Key(stack, "Key"), access_logs=logs)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        key: IKey,
        access_logs: IBucket,
        lifecycle_rules: Sequence[LifecycleRule] = (),
        cors: Sequence[CorsRule] = (),
        removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        if isinstance(access_logs, Bucket) and not FeatureFlags.of(scope).is_enabled(LOGGING_BY_POLICY):
            raise InvalidInput(
                f"bucket {construct_id!r}: access_logs",
                f"the feature flag {LOGGING_BY_POLICY} is off",
                "set it to true in the context of cdk.json",
            )
        super().__init__(
            scope,
            construct_id,
            encryption=BucketEncryption.KMS,
            encryption_key=key,
            bucket_key_enabled=True,
            block_public_access=BlockPublicAccess.BLOCK_ALL,
            object_ownership=ObjectOwnership.BUCKET_OWNER_ENFORCED,
            enforce_ssl=True,
            minimum_tls_version=1.2,
            versioned=True,
            server_access_logs_bucket=access_logs,
            server_access_logs_prefix=f"{construct_id.lower()}/",
            lifecycle_rules=list(lifecycle_rules),
            cors=list(cors),
            removal_policy=removal_policy,
        )
