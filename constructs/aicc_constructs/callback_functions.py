"""The five functions behind callbacks, each with a role that may do its own part and nothing of the others'.

Source: Service Authorization Reference, for the resources that each action of Connect is checked on.
"""

from aws_cdk import Duration
from aws_cdk.aws_events import CfnRule
from aws_cdk.aws_iam import PolicyStatement
from aws_cdk.aws_lambda import CfnPermission
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge
from aicc_constructs.callback_handler import Common, allow, callback_handler, feed
from aicc_constructs.callback_rules import LONGEST_DIAL
from aicc_constructs.connect_ids import last_id
from aicc_constructs.contact_events import ContactEvents
from aicc_constructs.dead_letter_queue import DeadLetterQueue, let_rule_send
from aicc_constructs.python_handler import PythonHandler
from aicc_constructs.queue import IOutboundFlow
from aicc_constructs.wildcard_finding import wildcard_finding

LONGEST_RUN = Duration.seconds(LONGEST_DIAL)
_SWEEP = Duration.seconds(50)


def report_callback(scope: Construct, common: Common) -> PythonHandler:
    """Called by the flow: the customer has answered, confirmed or declined."""
    function = callback_handler(
        scope,
        "Report",
        common,
        name="report_callback",
        description="Writes down what a customer who is called back says",
        environment={},
    )
    common.ledger.allow(function)
    common.instance.associate_function(f"ReportCallback-{common.key}", function)
    return function


def dial_callback(scope: Construct, common: Common, flow: IOutboundFlow) -> PythonHandler:
    """Takes what is due from the dial queue and calls the customer."""
    function = callback_handler(
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
    common.wakers.let_wake(function, at_once=True)
    common.instance.grant_start_outbound_voice_contact(function)
    _acknowledge_contacts(function, common)
    allow(function, "connect:GetCurrentMetricData", common.queue.queue_arn)
    allow(function, "ssm:GetParameter", common.opening_hours.parameter_arn)
    common.keys.let_open(function)
    feed(function, common.wakers.dial_queue, batch_size=1)
    return function


def track_callbacks(scope: Construct, common: Common, events: ContactEvents) -> PythonHandler:
    """Takes contact events and closes the callbacks that they are about."""
    function = callback_handler(
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
    feed(function, events.queue, batch_size=10)
    return function


def sweep_callbacks(scope: Construct, common: Common, dead_letters: DeadLetterQueue) -> PythonHandler:
    """Runs every minute and finds what nothing else has moved on."""
    function = callback_handler(
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
    common.wakers.let_wake(function, at_once=True)
    common.instance.grant_find_contacts(function)
    _acknowledge_contacts(function, common)
    _run_every_minute(scope, function, dead_letters)
    return function


def manage_callbacks(scope: Construct, common: Common, events: ContactEvents) -> PythonHandler:
    """What operators do to callbacks."""
    dead = (common.wakers.dead_letters, events.dead_letters)
    function = callback_handler(
        scope,
        "Manage",
        common,
        name="manage_callbacks",
        description="Lists callbacks for operators, and does with them what they say",
        environment={
            "HASH_KEY_ID": common.keys.hashes.key_arn,
            "DIAL_DEAD_LETTERS_ARN": dead[0].queue_arn,
            "EVENTS_QUEUE_ARN": events.queue.queue_arn,
            "EVENTS_DEAD_LETTERS_ARN": dead[1].queue_arn,
        },
        timeout=LONGEST_RUN,
    )
    common.ledger.allow(function, batches=True, indexes=["phone", "wake"])
    common.wakers.let_wake(function, at_once=True)
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
    allow(function, "sqs:SendMessage", events.queue.queue_arn)
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
