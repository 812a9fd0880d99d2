"""Targets of faults that can be met, and those that cannot."""

import re

import pytest

from aicc_local.fault import InvalidRule, throttle
from aicc_local.fault_rule import Rule
from aicc_local.fault_targets import check_target


@pytest.mark.parametrize(
    "target",
    [
        "connect:StopContact",
        "connect:*",
        "connect:Stop*",
        "*",
        "*:Describe*",
        "lex:RecognizeText",
        "lex:ListBots",
        "dynamodb:TransactWriteItems",
        "dynamodb:GetRecords",
        "lambda:Invoke",
        "s3:ListObjectsV2",
        "cloudwatch:PutMetricData",
        "logs:PutLogEvents",
        "events:PutEvents",
        "cloudformation:ListStacks",
        "cloudformation:AWS::Connect::Queue:create",
        "cloudformation:AWS::Connect::*:delete",
        "cloudformation:*:delete",
        "cloudformation:AWS::SQS::Queue:*",
        "events/aws.connect/Amazon Connect Contact Event",
        "sqs/callbacks",
        "scheduler/group/name",
    ],
)
def test_takes_what_can_be_met(target: str) -> None:
    check_target(target)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("nosuch:Foo", "nosuch:Foo: there is no service nosuch"),
        ("nosuch:*", "there is no service nosuch"),
        ("connect:NoSuchOp", "connect has no operation NoSuchOp"),
        ("connect:stopContact", "connect has no operation stopContact"),
        ("connect:NoSuch*", "connect has no operation NoSuch*"),
        ("lambda:InvokeFunction", "lambda has no operation InvokeFunction"),
        ("StopContact", 'target must be like "connect:StopContact"'),
        ("cloudformation:AWS::Connect::Cue:create", "there is no resource type AWS::Connect::Cue"),
        ("cloudformation:AWS::Connect::Queue:make", "ends in one of create, update, delete, got make"),
        ("cloudformation:NoSuchOp", "cloudformation has no operation NoSuchOp"),
    ],
)
def test_a_rule_refuses_what_cannot_be_met(target: str, words: str) -> None:
    with pytest.raises(InvalidRule, match=re.escape(words)):
        Rule(target=target, fault=throttle())
