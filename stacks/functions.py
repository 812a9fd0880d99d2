"""The Lambda functions that flows and the bot call, each with a role that may do its one thing."""

from aws_cdk import Aws
from aws_cdk.aws_dynamodb import TableV2
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_ssm import ParameterTier, StringParameter
from constructs import Construct

from aicc_constructs import DependencyLayer, ExistingInstance, PythonHandler
from aicc_constructs.placeholder_values import Placeable
from aicc_constructs.python_handler import handlers
from stacks.data_keys import DataKeys
from stacks.data_stores import DataStores
from stacks.log_retention import log_retention
from stacks.removal import removal_policy
from stacks.settings import Settings
from stacks.settings.opening_hours_document import opening_hours_document


class Functions(Construct):
    """The functions of one environment.

    Attributes:
        code: The handlers, one asset for all functions.
        layer: The libraries that all of them share.
        opening_hours: When people answer, for functions.
        values: What `${function.<name>}` stands for in flows.
    """

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        settings: Settings,
        keys: DataKeys,
        stores: DataStores,
        instance: ExistingInstance,
    ) -> None:
        super().__init__(scope, construct_id)
        self._settings = settings
        self._keys = keys
        self.code = handlers()
        self.layer = DependencyLayer(self, "Layer")
        self.authenticate_customer = self._function(
            "AuthenticateCustomer",
            "authenticate_customer.handler.handler",
            "Tells whether a caller is the customer whose number calls",
            {
                "CUSTOMERS_TABLE": stores.customers.table_name,
                "HASH_KEY_ID": keys.identity.key_arn,
                "MAX_MISSES": str(settings.authentication.max_misses),
                "LOCK_MINUTES": str(settings.authentication.lock_minutes),
            },
        )
        _allow_table(
            self.authenticate_customer,
            stores.customers,
            keys.tables,
            ["dynamodb:BatchGetItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:UpdateItem"],
        )
        self.authenticate_customer.role.add_to_policy(
            PolicyStatement(actions=["kms:GenerateMac"], resources=[keys.identity.key_arn])
        )
        self.read_line_status = self._function(
            "ReadLineStatus",
            "read_line_status.handler.handler",
            "Tells whether operators have switched the line to an emergency announcement",
            {"OPERATIONS_TABLE": stores.operations.table_name},
        )
        _allow_table(self.read_line_status, stores.operations, keys.tables, ["dynamodb:GetItem"])
        self.opening_hours = _opening_hours(self, settings)
        # Lex invokes it, never a flow: the bot brings the permission, so it is not associated with the instance.
        self.fulfill_intent = self._function(
            "FulfillIntent",
            "fulfill_intent.handler.handler",
            "Answers for the bot, and decides who goes on with the caller",
            {
                "ORDERS_TABLE": stores.orders.table_name,
                "OPENING_HOURS_PARAMETER": self.opening_hours.parameter_name,
                "COMPANY_NAME": settings.company_name,
            },
        )
        _allow_table(self.fulfill_intent, stores.orders, keys.tables, ["dynamodb:Query"])
        self.fulfill_intent.role.add_to_policy(
            PolicyStatement(actions=["ssm:GetParameter"], resources=[self.opening_hours.parameter_arn])
        )
        self.values: dict[str, Placeable] = {
            "function.authenticate_customer": self.authenticate_customer,
            "function.read_line_status": self.read_line_status,
        }
        instance.associate_function("AuthenticateCustomer", self.authenticate_customer)
        instance.associate_function("ReadLineStatus", self.read_line_status)

    def _function(
        self, construct_id: str, handler: str, description: str, environment: dict[str, str]
    ) -> PythonHandler:
        return PythonHandler(
            self,
            construct_id,
            handler=handler,
            description=description,
            environment=environment,
            code=self.code,
            layer=self.layer,
            log_key=self._keys.logs,
            log_retention=log_retention(self._settings),
            log_removal_policy=removal_policy(self._settings),
        )


def _opening_hours(scope: Construct, settings: Settings) -> StringParameter:
    return StringParameter(
        scope,
        "OpeningHours",
        parameter_name=f"/aicc/{settings.environment}/opening-hours",
        description="When people answer, for functions; made from the hours of operation",
        string_value=opening_hours_document(settings),
        # Advanced beyond 4 KB only, and forever then: no tier named here could follow that.
        tier=ParameterTier.INTELLIGENT_TIERING,
    )


def _allow_table(function: PythonHandler, table: TableV2, key: IKey, actions: list[str]) -> None:
    function.role.add_to_policy(PolicyStatement(actions=actions, resources=[table.table_arn]))
    # DynamoDB asks for the table's key in the name of whoever reads the table, and only so may the function use it.
    function.role.add_to_policy(
        PolicyStatement(
            actions=["kms:Decrypt"],
            resources=[key.key_arn],
            conditions={"StringEquals": {"kms:ViaService": f"dynamodb.{Aws.REGION}.amazonaws.com"}},
        )
    )
