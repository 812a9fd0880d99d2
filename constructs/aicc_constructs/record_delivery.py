"""Delivers contact records to a bucket through Amazon Data Firehose.

Source: AWS::KinesisFirehose::DeliveryStream; Amazon Data Firehose developer guide, access to an Amazon S3 destination.
"""

from typing import cast

from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_iam import PolicyStatement, Role, ServicePrincipal
from aws_cdk.aws_kinesisfirehose import CfnDeliveryStream
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_logs import LogGroup, LogStream, RetentionDays
from aws_cdk.aws_s3 import CfnBucket, IBucket
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge

FOLDER = "contact-records"


class RecordDelivery(Construct):
    """A delivery stream into the folder contact-records of a bucket, one below it per day.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        bucket: Where records go; what cannot be delivered goes to contact-record-errors in it.
        bucket_key: KMS key of the bucket.
        stream_key: KMS key of what is under way.
        log_key: KMS key of the log of failed deliveries: CloudWatch's own encryption.
        log_retention: How long that log is kept: three months.
        log_removal_policy: What becomes of it: RETAIN.

    Example:
        >>> from aws_cdk.aws_kms import Key
        >>> from aws_cdk.aws_s3 import Bucket
        >>> stack = Stack()
        >>> key = Key(stack, "Key")
        >>> delivery = RecordDelivery(stack, "Delivery", bucket=Bucket(stack, "B"), bucket_key=key, stream_key=key)
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        bucket: IBucket,
        bucket_key: IKey,
        stream_key: IKey,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        log_removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
    ) -> None:
        super().__init__(scope, construct_id)
        logs = LogGroup(
            self, "Logs", encryption_key=log_key, retention=log_retention, removal_policy=log_removal_policy
        )
        log_stream = LogStream(self, "LogStream", log_group=logs, removal_policy=log_removal_policy)
        self.role = Role(self, "Role", assumed_by=ServicePrincipal("firehose.amazonaws.com"))
        self.role.add_to_policy(
            PolicyStatement(
                actions=["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
                resources=[bucket.bucket_arn],
            )
        )
        objects = bucket.arn_for_objects("contact-record*")
        self.role.add_to_policy(
            PolicyStatement(actions=["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"], resources=[objects])
        )
        self.role.add_to_policy(
            PolicyStatement(actions=["kms:Decrypt", "kms:GenerateDataKey"], resources=[bucket_key.key_arn])
        )
        self.role.add_to_policy(PolicyStatement(actions=["logs:PutLogEvents"], resources=[logs.log_group_arn]))
        self._acknowledge_objects(bucket)
        self._resource = CfnDeliveryStream(
            self,
            "Resource",
            delivery_stream_type="DirectPut",
            delivery_stream_encryption_configuration_input={
                "keyType": "CUSTOMER_MANAGED_CMK",
                "keyArn": stream_key.key_arn,
            },
            extended_s3_destination_configuration={
                "bucketArn": bucket.bucket_arn,
                "roleArn": self.role.role_arn,
                "prefix": f"{FOLDER}/!{{timestamp:yyyy/MM/dd}}/",
                "errorOutputPrefix": "contact-record-errors/!{firehose:error-output-type}/",
                "compressionFormat": "GZIP",
                "encryptionConfiguration": {"kmsEncryptionConfig": {"awskmsKeyArn": bucket_key.key_arn}},
                "cloudWatchLoggingOptions": {
                    "enabled": True,
                    "logGroupName": logs.log_group_name,
                    "logStreamName": log_stream.log_stream_name,
                },
            },
        )
        # Firehose tries the role at once.
        self._resource.node.add_dependency(self.role)
        self.delivery_stream_arn = self._resource.attr_arn

    def _acknowledge_objects(self, bucket: IBucket) -> None:
        made = bucket.node.default_child
        if made is None:
            name = f"arn:<AWS::Partition>:s3:::{bucket.bucket_name}"
        else:
            name = f"<{Stack.of(self).get_logical_id(cast(CfnBucket, made))}.Arn>"
        acknowledge(
            self.role,
            {
                f"AwsSolutions-IAM5[Resource::{name}/contact-record*]": "Firehose names each object by the time of its "
                "delivery; the role reaches its own two folders only."
            },
        )
