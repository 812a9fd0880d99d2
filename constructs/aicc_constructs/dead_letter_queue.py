"""Where events go that a function could not handle."""

from aws_cdk import Duration
from aws_cdk.aws_events import CfnRule
from aws_cdk.aws_iam import PolicyStatement, ServicePrincipal
from aws_cdk.aws_sqs import Queue, QueueEncryption
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge

_ITSELF = "This is the dead-letter queue itself: what arrives here waits for an operator and goes nowhere else."


class DeadLetterQueue(Queue):
    """A queue that keeps what arrives for 14 days, the longest there is: encrypted, TLS only.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        from_rules: EventBridge rules send here too, which may not use the key aws/sqs: no. The queue then has a key of
            Amazon SQS's own.

    Example:
        >>> from aws_cdk import Stack
        >>> queue = DeadLetterQueue(Stack(), "DeadLetters")
    """

    def __init__(self, scope: Construct, construct_id: str, *, from_rules: bool = False) -> None:
        super().__init__(
            scope,
            construct_id,
            encryption=QueueEncryption.SQS_MANAGED if from_rules else QueueEncryption.KMS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(14),
        )
        acknowledge(self, {"Serverless-SQSRedrivePolicy": _ITSELF})


def let_rule_send(queue: Queue, rule: CfnRule) -> None:
    """Let one rule, and no other, send into a queue.

    Example:
        >>> from aws_cdk import Stack
        >>> stack = Stack()
        >>> rule = CfnRule(stack, "EveryMinute", schedule_expression="rate(1 minute)")
        >>> let_rule_send(DeadLetterQueue(stack, "DeadLetters", from_rules=True), rule)
    """
    queue.add_to_resource_policy(
        PolicyStatement(
            principals=[ServicePrincipal("events.amazonaws.com")],
            actions=["sqs:SendMessage"],
            resources=[queue.queue_arn],
            # The ARN names the account as well.
            conditions={"ArnEquals": {"aws:SourceArn": rule.attr_arn}},
        )
    )
