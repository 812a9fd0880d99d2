"""A Lambda function from the one asset of handlers.

All handlers share one asset and one layer, so a synth hashes and an environment stores the code once.
"""

from collections.abc import Mapping
from typing import ClassVar, cast

import jsii
from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_cloudwatch import Metric
from aws_cdk.aws_iam import Grant, IGrantable, IPrincipal, Policy, PolicyStatement, Role, ServicePrincipal
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import Alias, Architecture, CfnFunction, Code, Function, ILayerVersion, Runtime
from aws_cdk.aws_logs import LogGroup, RetentionDays
from aws_cdk.aws_sqs import IQueue as IMessageQueue
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.assets import asset
from aicc_constructs.checks import check_range
from aicc_constructs.dead_letter_queue import DeadLetterQueue
from aicc_constructs.dependency_layer import DependencyLayer
from aicc_constructs.errors import InvalidInput

BLOCK_LIMIT_SECONDS = 8


@jsii.implements(IGrantable)
class PythonHandler(Construct):
    """A function on arm64 and Python 3.14 with its own log group, a role that may do nothing else, and an alias.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        handler: Such as "authenticate_customer.handler.handler".
        description: What it does, in a sentence.
        environment: Environment variables: none.
        code: The handlers: those that come with this package.
        layer: Their libraries: a `DependencyLayer` of its own. Give one to all functions of a stack.
        timeout: 8 s, Connect's limit for a block. Up to 15 minutes where nobody waits on the line.
        memory_size: MiB: 512, because a function's share of a processor grows with it and a caller is waiting.
        asynchronous: Invoked as an event, so what fails for good goes to a dead-letter queue: no.
        dead_letter_queue: That queue: one of its own. Only with `asynchronous`.
        log_key: KMS key of the log group: CloudWatch's own encryption.
        log_retention: How long logs are kept: three months.
        log_removal_policy: What becomes of the log group: RETAIN.
        reserved_concurrency: None; a new account has too little to reserve.

    Raises:
        InvalidInput: A time-out or memory outside Lambda's limits, a dead-letter queue that nothing would reach.

    Source: AWS Lambda developer guide; Amazon Connect administrator guide, Lambda in flows.

    Example:
        >>> from aws_cdk import Stack
        >>> stack = Stack()
        >>> function = PythonHandler(
        ...     stack, "Status", handler="read_line_status.handler.handler", description="Tells the line's status"
        ... )
        >>> [each.metric_name for each in (function.metric_errors(), function.metric_throttles())]
        ['Errors', 'Throttles']
        >>> function.metric_duration().metric_name
        'Duration'
        >>> grant = function.grant_invoke(PythonHandler(stack, "Caller", handler="call.handler", description="Asks it"))
    """

    placeholder_kind: ClassVar[str] = "function"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        handler: str,
        description: str,
        environment: Mapping[str, str] | None = None,
        code: Code | None = None,
        layer: ILayerVersion | None = None,
        timeout: Duration | None = None,
        memory_size: int = 512,
        asynchronous: bool = False,
        dead_letter_queue: IMessageQueue | None = None,
        log_key: IKey | None = None,
        log_retention: RetentionDays = RetentionDays.THREE_MONTHS,
        log_removal_policy: RemovalPolicy = RemovalPolicy.RETAIN,
        reserved_concurrency: int | None = None,
    ) -> None:
        place = f"function {handler!r}"
        check_range(f"{place}: memory_size", memory_size, 128, 10240, unit=" MiB")
        timeout = timeout or Duration.seconds(BLOCK_LIMIT_SECONDS)
        check_range(f"{place}: timeout", timeout.to_seconds(integral=False), 1, 900, unit=" seconds")
        if dead_letter_queue is not None and not asynchronous:
            raise InvalidInput(f"{place}: dead_letter_queue", "nothing would go there", "set asynchronous=True too")
        super().__init__(scope, construct_id)
        self.log_group = LogGroup(
            self, "Logs", encryption_key=log_key, retention=log_retention, removal_policy=log_removal_policy
        )
        # Not AWSLambdaBasicExecutionRole: it may write to every log group of the account.
        self.role = Role(self, "Role", assumed_by=ServicePrincipal("lambda.amazonaws.com"))
        self.role.add_to_policy(
            PolicyStatement(
                actions=["logs:CreateLogStream", "logs:PutLogEvents"], resources=[self.log_group.log_group_arn]
            )
        )
        self.dead_letter_queue = dead_letter_queue
        if asynchronous and dead_letter_queue is None:
            self.dead_letter_queue = DeadLetterQueue(self, "DeadLetters")
        self.function = Function(
            self,
            "Resource",
            handler=handler,
            description=description,
            code=code or handlers(),
            runtime=Runtime.PYTHON_3_14,
            architecture=Architecture.ARM_64,
            layers=[layer or DependencyLayer(self, "Layer")],
            environment=dict(environment or {}),
            timeout=timeout,
            memory_size=memory_size,
            role=self.role,
            log_group=self.log_group,
            dead_letter_queue=self.dead_letter_queue,
            reserved_concurrent_executions=reserved_concurrency,
        )
        _trace(self, self.function, self.role)
        if not asynchronous:
            acknowledge(
                self.function,
                {
                    "Serverless-LambdaDLQ": "Only ever invoked synchronously: whoever calls sees the fault at once "
                    "and takes its error branch, so no event is left to keep."
                },
            )
        self.alias = Alias(self, "Alias", alias_name="live", version=self.function.current_version)
        self.function_arn = self.alias.function_arn

    @property
    def grant_principal(self) -> IPrincipal:
        """The function's role, so that grants of other constructs accept this one."""
        return self.role.grant_principal

    @property
    def placeholder_value(self) -> str:
        """What `${function.<name>}` in a flow stands for: the alias, so that a deploy does not touch the flow."""
        return self.function_arn

    def grant_invoke(self, grantee: IGrantable) -> Grant:
        """Let someone invoke the alias."""
        return self.alias.grant_invoke(grantee)

    def metric_errors(self) -> Metric:
        """Invocations that failed."""
        return self.alias.metric_errors()

    def metric_duration(self) -> Metric:
        """How long invocations took, in milliseconds."""
        return self.alias.metric_duration()

    def metric_throttles(self) -> Metric:
        """Invocations refused for want of concurrency."""
        return self.alias.metric_throttles()


def handlers() -> Code:
    """The handlers that come with this package, as one asset.

    Example:
        >>> code = handlers()
    """
    # Bytecode changes with the machine and would change the hash.
    return Code.from_asset(str(asset("lambda")), exclude=["**/__pycache__", "**/*.pyc", "requirements.*", ".*"])


def _trace(scope: Construct, function: Function, role: Role) -> None:
    # Not through the function's own `tracing`: that puts the "*" into the role's policy, where an acknowledgement would
    # hide every other one. X-Ray has no resource to narrow it to.
    policy = Policy(
        scope,
        "Tracing",
        roles=[role],
        statements=[PolicyStatement(actions=["xray:PutTraceSegments", "xray:PutTelemetryRecords"], resources=["*"])],
    )
    acknowledge(
        policy,
        {"AwsSolutions-IAM5[Resource::*]": "X-Ray knows no resources: both actions only add a trace and read nothing."},
    )
    resource = cast(CfnFunction, function.node.default_child)
    resource.tracing_config = CfnFunction.TracingConfigProperty(mode="Active")
