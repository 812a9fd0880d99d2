"""A bucket for customers' data, and the one that its access is logged to."""

from collections.abc import Sequence

from aws_cdk import Duration, RemovalPolicy
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

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.checks import check_range


class AccessLogBucket(Bucket):
    """Where the access logs of other buckets go.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        retention: How long logs are kept: one year.
        removal_policy: RETAIN.

    Source: Amazon S3 user guide, server access logging: log delivery takes SSE-S3 only, no KMS key.
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
        check_range(f"bucket {construct_id!r}: retention", retention.to_days(), 1, 36500, unit=" days")
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
        acknowledge(
            self,
            {"AwsSolutions-S1": "It receives the access logs of the others; logging its own would never end."},
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
