"""The functions behind callbacks, each with a role that may do its own part and nothing of the others'."""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import Duration, RemovalPolicy
from aws_cdk.aws_events import CfnRule
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_kms import IKey
from aws_cdk.aws_lambda import CfnPermission, Code, EventSourceMapping, ILayerVersion
from aws_cdk.aws_logs import RetentionDays
from aws_cdk.aws_sqs import Queue as MessageQueue
from aws_cdk.aws_ssm import IStringParameter
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.callback_keys import CallbackKeys
from aicc_constructs.callback_ledger_access import CallbackLedgerAccess
from aicc_constructs.callback_rules import LONGEST_DIAL
from aicc_constructs.callback_wakers import CallbackWakers
from aicc_constructs.connect_ids import last_id
from aicc_constructs.contact_events import ContactEvents
from aicc_constructs.dead_letter_queue import DeadLetterQueue, let_rule_send
from aicc_constructs.existing_instance import ExistingInstance
from aicc_constructs.python_handler import PythonHandler
from aicc_constructs.queue import IOutboundFlow, IQueue
from aicc_constructs.wildcard_finding import wildcard_finding

LONGEST_RUN = Duration.seconds(LONGEST_DIAL)
# Of which one is left when another has been slow.
AT_A_TIME = 2
_SWEEP = Duration.seconds(50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """What all of these functions share.

    Attributes:
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


def _handler(
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


def report_callback(scope: Construct, common: Common) -> PythonHandler:
    """Called by the flow: the customer has answered, confirmed or declined."""
    function = _handler(
        scope,
        "Report",
        common,
        name="report_callback",
        description="Writes down what a customer who is called back says",
        environment={},
    )
    common.ledger.allow(function)
    common.instance.associate_function("ReportCallback", function)
    return function


def dial_callback(scope: Construct, common: Common, flow: IOutboundFlow) -> PythonHandler:
    """Takes what is due from the dial queue and calls the customer."""
    function = _handler(
        scope,
        "Dial",
        common,
        name="dial_callback",
        description="Calls customers back when it is their time and somebody is free",
        environment={
            "INSTANCE_ID": common.instance.instance_id,
            "CONNECT_QUEUE_ID": last_id(common.queue.queue_arn),
            "CONTACT_FLOW_ID": last_id(flow.contact_flow_arn),
            "OPENING_HOURS_PARAMETER": common.opening_hours.parameter_name,
            "PHONE_KEY_ID": common.keys.phones.key_arn,
        },
        timeout=LONGEST_RUN,
    )
    common.ledger.allow(function, batches=True)
    common.wakers.let_wake(function)
    common.instance.grant_start_outbound_voice_contact(function)
    _acknowledge_contacts(function, common)
    _allow(function, "connect:GetCurrentMetricData", common.queue.queue_arn)
    _allow(function, "ssm:GetParameter", common.opening_hours.parameter_arn)
    common.keys.let_open(function)
    _feed(function, common.wakers.dial_queue, batch_size=1)
    return function


def track_callbacks(scope: Construct, common: Common, events: ContactEvents) -> PythonHandler:
    """Takes contact events and closes the callbacks that they are about."""
    function = _handler(
        scope,
        "Track",
        common,
        name="track_callbacks",
        description="Writes down how calls to customers ended",
        environment={"INSTANCE_ID": common.instance.instance_id},
        timeout=LONGEST_RUN,
    )
    common.ledger.allow(function)
    common.wakers.let_wake(function)
    common.instance.grant_read_contact_attributes(function)
    _acknowledge_contacts(function, common)
    _feed(function, events.queue, batch_size=10)
    return function


def sweep_callbacks(scope: Construct, common: Common, dead_letters: DeadLetterQueue) -> PythonHandler:
    """Runs every minute and finds what nothing else has moved on."""
    function = _handler(
        scope,
        "Sweep",
        common,
        name="sweep_callbacks",
        description="Finds callbacks that are overdue, or whose call nobody has heard of",
        environment={"INSTANCE_ID": common.instance.instance_id},
        timeout=_SWEEP,
        dead_letters=dead_letters,
    )
    common.ledger.allow(function, indexes=["wake"])
    common.wakers.let_wake(function)
    common.instance.grant_find_contacts(function)
    _acknowledge_contacts(function, common)
    _run_every_minute(scope, function, dead_letters)
    return function


def manage_callbacks(scope: Construct, common: Common, events: ContactEvents) -> PythonHandler:
    """What operators do to callbacks."""
    dead = (common.wakers.dead_letters, events.dead_letters)
    function = _handler(
        scope,
        "Manage",
        common,
        name="manage_callbacks",
        description="Lists callbacks for operators, and does with them what they say",
        environment={
            "HASH_KEY_ID": common.keys.hashes.key_arn,
            "DIAL_DEAD_LETTERS_ARN": dead[0].queue_arn,
            "EVENTS_DEAD_LETTERS_ARN": dead[1].queue_arn,
        },
        timeout=LONGEST_RUN,
    )
    common.ledger.allow(function, batches=True, indexes=["phone", "wake"])
    common.wakers.let_wake(function)
    common.keys.let_recognize(function)
    # Amazon SQS moves messages back in the name of whoever asks it to.
    function.role.add_to_policy(
        PolicyStatement(
            actions=[
                "sqs:DeleteMessage",
                "sqs:GetQueueAttributes",
                "sqs:ReceiveMessage",
                "sqs:StartMessageMoveTask",
            ],
            resources=[queue.queue_arn for queue in dead],
        )
    )
    _allow(function, "sqs:SendMessage", events.queue.queue_arn)
    return function


def _acknowledge_contacts(function: PythonHandler, common: Common) -> None:
    acknowledge(
        function.role,
        {
            wildcard_finding(
                function, f"{common.instance.instance_arn}/contact/*"
            ): "A contact has its id from Connect "
            "only once it has begun; the role reaches contacts of this instance only."
        },
    )


def _allow(function: PythonHandler, action: str, resource: str) -> None:
    function.role.add_to_policy(PolicyStatement(actions=[action], resources=[resource]))


def _feed(function: PythonHandler, queue: MessageQueue, *, batch_size: int) -> None:
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


def _run_every_minute(scope: Construct, function: PythonHandler, dead_letters: DeadLetterQueue) -> None:
    rule = CfnRule(
        scope,
        "EveryMinute",
        description="Runs the sweeper of callbacks",
        schedule_expression="rate(1 minute)",
        targets=[
            CfnRule.TargetProperty(
                id="Sweep",
                arn=function.function_arn,
                # What a minute missed, the next does.
                retry_policy=CfnRule.RetryPolicyProperty(maximum_event_age_in_seconds=60, maximum_retry_attempts=1),
                dead_letter_config=CfnRule.DeadLetterConfigProperty(arn=dead_letters.queue_arn),
            )
        ],
    )
    let_rule_send(dead_letters, rule)
    CfnPermission(
        scope,
        "EveryMinutePermission",
        action="lambda:InvokeFunction",
        function_name=function.function_arn,
        principal="events.amazonaws.com",
        source_arn=rule.attr_arn,
    )
