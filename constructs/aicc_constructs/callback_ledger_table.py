"""The table that callbacks are kept in: seats, records, locks and lines, written together or not at all."""

from aws_cdk import RemovalPolicy, Stack
from aws_cdk.aws_dynamodb import (
    Attribute,
    AttributeType,
    GlobalSecondaryIndexPropsV2,
    PointInTimeRecoverySpecification,
    ProjectionType,
    TableEncryptionV2,
    TableV2,
)
from aws_cdk.aws_kms import IKey
from constructs import Construct

from aicc_constructs.checks import is_token
from aicc_constructs.errors import InvalidInput

# Name of each index to its keys, as `callback_ledger` writes them.
INDEXES = {"wake": ("shard", "wake_at"), "phone": ("lock", "created_at")}


class CallbackLedgerTable(TableV2):
    """A table with the keys pk and sk, an expiry in `expires_at`, and both indexes of the ledger.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent; changing it replaces the table, callbacks and all.
        encryption_key: KMS key that it is encrypted with.
        deletion_protection: Whether it can be deleted only after somebody has said so twice.
        removal_policy: What becomes of it when it leaves the stack.

    Raises:
        InvalidInput: The stack does not say which Region it is for.

    Example:
        >>> from aws_cdk import Environment
        >>> from aws_cdk.aws_kms import Key
        >>> stack = Stack(env=Environment(region="ap-northeast-2"))
        >>> table = CallbackLedgerTable(
        ...     stack,
        ...     "Ledger",
        ...     encryption_key=Key(stack, "Key"),
        ...     deletion_protection=True,
        ...     removal_policy=RemovalPolicy.RETAIN,
        ... )
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        encryption_key: IKey,
        deletion_protection: bool,
        removal_policy: RemovalPolicy,
    ) -> None:
        if is_token(Stack.of(scope).region):
            raise InvalidInput(
                f"{scope.node.path}/{construct_id}",
                "is in a stack of no Region, and its key must be named for one",
                'give the stack env=Environment(region="ap-northeast-2")',
            )
        super().__init__(
            scope,
            construct_id,
            partition_key=Attribute(name="pk", type=AttributeType.STRING),
            sort_key=Attribute(name="sk", type=AttributeType.STRING),
            time_to_live_attribute="expires_at",
            # The record is read by its key: an index holds no more than that.
            global_secondary_indexes=[
                GlobalSecondaryIndexPropsV2(
                    index_name=name,
                    partition_key=Attribute(name=partition, type=AttributeType.STRING),
                    sort_key=Attribute(name=sort, type=AttributeType.NUMBER),
                    projection_type=ProjectionType.KEYS_ONLY,
                )
                for name, (partition, sort) in INDEXES.items()
            ],
            encryption=TableEncryptionV2.customer_managed_key(encryption_key),
            point_in_time_recovery_specification=PointInTimeRecoverySpecification(point_in_time_recovery_enabled=True),
            deletion_protection=deletion_protection,
            removal_policy=removal_policy,
        )
