"""Who may do what with the ledger's table."""

from collections.abc import Sequence
from dataclasses import dataclass

from aws_cdk import Aws
from aws_cdk.aws_dynamodb import ITable
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey

from aicc_constructs.python_handler import PythonHandler

# A transaction is allowed what its parts are.
ACTIONS = ("dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")


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

    def allow(self, function: PythonHandler, *, batches: bool = False, indexes: Sequence[str] = ()) -> None:
        """Let a function read and write callbacks.

        Args:
            function: Whoever tells the ledger what happened.
            batches: It reads several items at once: no.
            indexes: By which it finds callbacks: none.
        """
        policy = function.role
        actions = [*(["dynamodb:BatchGetItem"] if batches else []), *ACTIONS]
        policy.add_to_policy(PolicyStatement(actions=actions, resources=[self.table.table_arn]))
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
