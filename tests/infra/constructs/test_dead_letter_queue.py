from collections.abc import Callable
from typing import Any

from aws_cdk import Stack

from aicc_constructs.dead_letter_queue import DeadLetterQueue

Resource = Callable[[str], dict[str, Any]]


def test_what_arrives_is_kept_as_long_as_can_be_and_encrypted(stack: Stack, properties: Resource) -> None:
    DeadLetterQueue(stack, "DeadLetters")

    assert properties("AWS::SQS::Queue") == {"KmsMasterKeyId": "alias/aws/sqs", "MessageRetentionPeriod": 1_209_600}


def test_nothing_is_taken_without_tls(stack: Stack, properties: Resource) -> None:
    queue = DeadLetterQueue(stack, "DeadLetters")

    [statement] = properties("AWS::SQS::QueuePolicy")["PolicyDocument"]["Statement"]
    assert statement == {
        "Effect": "Deny",
        "Principal": {"AWS": "*"},
        "Action": "sqs:*",
        "Resource": stack.resolve(queue.queue_arn),
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
