"""Who may do what with the ledger's table."""

from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import Aws
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey

from aicc_constructs.python_handler import PythonHandler

READ = ("dynamodb:BatchGetItem", "dynamodb:GetItem")
# A transaction is allowed what its parts are.
WRITE = ("dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem")


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackLedgerAccess:
    """The table with the key that DynamoDB asks for in the name of whoever reads it; none for a key of AWS's own.

    Example:
        >>> from aws_cdk import Stack
        >>> from aws_cdk.aws_dynamodb import Table
        >>> access = CallbackLedgerAccess(table=Table.from_table_name(Stack(), "Ledger", "ledger"), key=None)
    """

    table: ITable
    key: IKey | None

    def allow(self, function: PythonHandler, *, indexes: Sequence[str] = ()) -> None:
        """Let a function read and write callbacks, and find them by the indexes that it asks."""
        policy = function.role
        policy.add_to_policy(PolicyStatement(actions=[*READ, *WRITE], resources=[self.table.table_arn]))
        if indexes:
            resources = [f"{self.table.table_arn}/index/{name}" for name in indexes]
            policy.add_to_policy(PolicyStatement(actions=["dynamodb:Query"], resources=resources))
        if self.key is not None:
            policy.add_to_policy(
                PolicyStatement(
                    actions=["kms:Decrypt"],
                    resources=[self.key.key_arn],
                    conditions={"StringEquals": {"kms:ViaService": f"dynamodb.{Aws.REGION}.amazonaws.com"}},
                )
            )
