"""Where events go that a function could not handle."""

from aws_cdk import Duration
from aws_cdk.aws_sqs import Queue, QueueEncryption
from constructs import Construct

from aicc_constructs.acknowledgement import acknowledge

_ITSELF = "This is the dead-letter queue itself: what arrives here waits for an operator and goes nowhere else."


class DeadLetterQueue(Queue):
    """A queue that keeps what arrives for 14 days, the longest there is: encrypted, TLS only.

    Example:
        >>> from aws_cdk import Stack
        >>> queue = DeadLetterQueue(Stack(), "DeadLetters")
    """

    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(
            scope,
            construct_id,
            encryption=QueueEncryption.KMS_MANAGED,
            enforce_ssl=True,
            retention_period=Duration.days(14),
        )
        acknowledge(self, {"Serverless-SQSRedrivePolicy": _ITSELF})
