"""AWS clients of the voice path, built on first use and kept for the life of the process.

A caller hears silence while a block waits. Connect gives the block 8 s at most and repeats a failed invocation up to
three times within them, so a repeat that Connect makes is worth more than one that botocore makes: a client gives up
after two attempts of at most 1 s to connect and 1 s to be answered, with at most 1 s between them. One dead endpoint
thus costs 5 s, and a slow answer 2 s to 3 s, which leaves Connect time for another try. What several slow calls
add up to is cut off by the time-out of the function itself.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_sqs import SQSClient
    from mypy_boto3_ssm import SSMClient

VOICE_PATH = Config(
    connect_timeout=1,
    read_timeout=1,
    retries={"mode": "standard", "total_max_attempts": 2},
)

# Nobody hears these: they ask about agents and calls, and searching takes its time.
BACKGROUND = Config(
    connect_timeout=1,
    read_timeout=5,
    retries={"mode": "standard", "total_max_attempts": 2},
)


@cache
def connect() -> ConnectClient:
    """Return the Amazon Connect client of this process, for whatever makes no call."""
    return boto3.client("connect", config=BACKGROUND)


@cache
def dynamodb() -> DynamoDBClient:
    """Return the DynamoDB client of this process."""
    return boto3.client("dynamodb", config=VOICE_PATH)


@cache
def kms() -> KMSClient:
    """Return the KMS client of this process."""
    return boto3.client("kms", config=VOICE_PATH)


@cache
def scheduler() -> Any:  # its stubs are not among our requirements
    """Return the EventBridge Scheduler client of this process."""
    return boto3.client("scheduler", config=VOICE_PATH)


@cache
def sqs() -> SQSClient:
    """Return the SQS client of this process."""
    return boto3.client("sqs", config=VOICE_PATH)


@cache
def ssm() -> SSMClient:
    """Return the Systems Manager client of this process."""
    return boto3.client("ssm", config=VOICE_PATH)
