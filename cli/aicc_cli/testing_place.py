"""Where test cases are executed: an environment's instance of Amazon Connect, in the local AWS or in an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone, fault

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_connect import ConnectClient

PREFIX = "ContactCenter-"
INSTANCE = "InstanceArn"
# "Each API has a rate limit of 2 per second", for all test case operations of an account and a Region.
BETWEEN_CALLS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An instance of Amazon Connect.

    Attributes:
        name: For people, with the environment.
        connect: Amazon Connect.
        instance_id: The instance.
        between_calls: Seconds from one request to the next.
        between_looks: Seconds from one look at all executions to the next.
    """

    name: str
    connect: ConnectClient
    instance_id: str
    between_calls: float
    between_looks: float


def local_place(environment: str) -> Place:
    """Return the instance of an environment in the local AWS.

    Raises:
        CannotBeDone: None runs, or the environment is not deployed in it.
    """
    from aicc_cli.call_place import running_aws

    running = running_aws()
    from aicc_local.lifecycle.account import LocalAccount

    account = LocalAccount(running.port, running.account)
    name = f"local AWS on port {running.port}"
    instance = _instance(account.cloudformation, environment, name, f"aicc up --env {environment}")
    return Place(
        name=f"{environment}, {name}",
        connect=account.connect,
        instance_id=instance,
        between_calls=0.0,
        between_looks=0.1,
    )


def aws_place(environment: str) -> Place:
    """Return the instance of an environment in the account of the usual credentials.

    Raises:
        CannotBeDone: There are no credentials, or the environment is not deployed there.
    """
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError

    config = Config(connect_timeout=5, read_timeout=30, retries={"mode": "standard", "total_max_attempts": 5})
    try:
        session = boto3.Session()
        connect = session.client("connect", config=config)
        cloudformation = session.client("cloudformation", config=config)
    except BotoCoreError as error:
        raise fault("AWS", error) from None
    name = f"AWS, {connect.meta.region_name}"
    instance = _instance(cloudformation, environment, name, f"cdk deploy --context env={environment}")
    return Place(
        name=f"{environment}, {name}",
        connect=connect,
        instance_id=instance,
        between_calls=BETWEEN_CALLS,
        between_looks=3.0,
    )


def _instance(cloudformation: CloudFormationClient, environment: str, place: str, deploy: str) -> str:
    from botocore.exceptions import BotoCoreError, ClientError

    name = f"{PREFIX}{environment}"
    absent = CannotBeDone(f"{place}: there is no stack {name}; name another environment with --env, or: {deploy}")
    try:
        [stack] = cloudformation.describe_stacks(StackName=name)["Stacks"]
    except ClientError as error:
        raise absent if error.response["Error"]["Code"] == "ValidationError" else fault(place, error) from None
    except BotoCoreError as error:
        raise fault(place, error) from None
    for output in stack.get("Outputs", []):
        if output["OutputKey"] == INSTANCE:
            return output["OutputValue"].rpartition("/")[2]
    raise CannotBeDone(f"{place}: stack {name} has no output {INSTANCE}; deploy this version: {deploy}")
