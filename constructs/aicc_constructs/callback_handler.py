"""What the functions behind callbacks share, and how each of them is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import Code, EventSourceMapping, ILayerVersion
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_sqs import Queue as MessageQueue
from aws_cdk.aws_ssm import IStringParameter
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.callback_keys import CallbackKeys
from aicc_constructs.callback_ledger_access import CallbackLedgerAccess
from aicc_constructs.callback_wakers import CallbackWakers
from aicc_constructs.dead_letter_queue import DeadLetterQueue
from aicc_constructs.existing_instance import ExistingInstance
from aicc_constructs.python_handler import PythonHandler
from aicc_constructs.queue import IQueue

# Of which one is left when the other has been slow.
AT_A_TIME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What all of these functions share.

    Attributes:
        key: Name of the callback queue.
        environment: What all of them are told.
        code: The handlers.
        layer: Their libraries.
        log_key: KMS key of their logs.
        log_retention: How long logs are kept.
        log_removal_policy: What becomes of logs.
        ledger: Their table.
        wakers: What wakes a callback.
        keys: Keys of telephone numbers.
        instance: Where they call.
        queue: In whose name.
        opening_hours: When anybody may be called.
    """

    key: str
    environment: Mapping[str, str]
    code: Code
    layer: ILayerVersion
    log_key: IKey | None
    log_retention: RetentionDays
    log_removal_policy: RemovalPolicy
    ledger: CallbackLedgerAccess
    wakers: CallbackWakers
    keys: CallbackKeys
    instance: ExistingInstance
    queue: IQueue
    opening_hours: IStringParameter


def callback_handler(
    scope: Construct,
    construct_id: str,
    common: Common,
    *,
    name: str,
    description: str,
    environment: Mapping[str, str],
    timeout: Duration | None = None,
    dead_letters: DeadLetterQueue | None = None,
) -> PythonHandler:
    """Make the function of the package `name`; with `dead_letters` it is invoked as an event."""
    return PythonHandler(
        scope,
        construct_id,
        handler=f"{name}.handler.handler",
        description=description,
        environment={**common.environment, **environment},
        code=common.code,
        layer=common.layer,
        timeout=timeout,
        asynchronous=dead_letters is not None,
        dead_letter_queue=dead_letters,
        log_key=common.log_key,
        log_retention=common.log_retention,
        log_removal_policy=common.log_removal_policy,
    )


def allow(function: PythonHandler, action: str, resource: str) -> None:
    """Let a function do one thing to one resource."""
    function.role.add_to_policy(PolicyStatement(actions=[action], resources=[resource]))


def feed(function: PythonHandler, queue: MessageQueue, *, batch_size: int) -> None:
    """Let a function take the messages of a queue, two at a time; those that it could not handle come again."""
    function.role.add_to_policy(
        PolicyStatement(
            actions=["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
            resources=[queue.queue_arn],
        )
    )
    source = EventSourceMapping(
        function,
        "Source",
        target=function.alias,
        event_source_arn=queue.queue_arn,
        batch_size=batch_size,
        max_concurrency=AT_A_TIME,
        report_batch_item_failures=True,
    )
    acknowledge(
        source,
        {
            "Serverless-LambdaEventSourceMappingDestination": "Amazon SQS itself moves what fails too often to the "
            "dead-letter queue of the queue; a source of this kind takes no other destination."
        },
    )
