from collections.abc import Callable
from typing import Any

from aws_cdk import Stack
from aws_cdk.aws_events import CfnRule

from aicc_constructs.dead_letter_queue import DeadLetterQueue, let_rule_send

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


def test_a_rule_may_send_only_where_it_is_let_to_and_no_key_of_ours_is_in_its_way(
    stack: Stack, properties: Resource
) -> None:
    queue = DeadLetterQueue(stack, "DeadLetters", from_rules=True)
    rule = CfnRule(stack, "Rule", schedule_expression="rate(1 minute)")

    let_rule_send(queue, rule)

    _, allowed = properties("AWS::SQS::QueuePolicy")["PolicyDocument"]["Statement"]
    assert allowed["Principal"] == {"Service": "events.amazonaws.com"}
    assert allowed["Condition"]["ArnEquals"] == {"aws:SourceArn": {"Fn::GetAtt": ["Rule", "Arn"]}}
    assert properties("AWS::SQS::Queue") == {"SqsManagedSseEnabled": True, "MessageRetentionPeriod": 1_209_600}
