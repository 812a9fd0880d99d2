"""Where test cases are executed: an environment's instance of Amazon Connect, in the local AWS or in an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import fault

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient

# "Each API has a rate limit of 2 per second", for all test case operations of an account and a Region.
BETWEEN_CALLS = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An instance of Amazon Connect.

    Attributes:
        name: For people, with the environment.
        environment: Its name.
        connect: Amazon Connect.
        instance_id: The instance.
        between_calls: Seconds from one request to the next.
        between_looks: Seconds from one look at all executions to the next.
    """

    name: str
    environment: str
    connect: ConnectClient
    instance_id: str
    between_calls: float
    between_looks: float


def local_place(environment: str | None) -> Place:
    """Return the instance of an environment in the local AWS; None: of the only one that is deployed there.

    Raises:
        CannotBeDone: None runs, or the environment is not deployed in it.
    """
    from aicc_cli.call_place import DEPLOY, running_aws
    from aicc_cli.deployed import find_deployed

    running = running_aws()
    from aicc_local.lifecycle.account import LocalAccount

    account = LocalAccount(running.port, running.account)
    name = f"local AWS on port {running.port}"
    found = find_deployed(account.cloudformation, environment, name, DEPLOY)
    return Place(
        name=f"{found.environment}, {name}",
        environment=found.environment,
        connect=account.connect,
        instance_id=found.instance_id,
        between_calls=0.0,
        between_looks=0.1,
    )


def aws_place(environment: str | None) -> Place:
    """Return the instance of an environment in the account of the usual credentials; None: of the only one there.

    Raises:
        CannotBeDone: There are no credentials, or the environment is not deployed there.
    """
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError

    from aicc_cli.credentials import usual_session
    from aicc_cli.deployed import find_deployed

    config = Config(connect_timeout=5, read_timeout=30, retries={"mode": "standard", "total_max_attempts": 5})
    try:
        session = usual_session()
        connect = session.client("connect", config=config)
        cloudformation = session.client("cloudformation", config=config)
    except BotoCoreError as error:
        raise fault("AWS", error) from None
    name = f"AWS, {connect.meta.region_name}"
    found = find_deployed(cloudformation, environment, name, "cdk deploy --context env={}")
    return Place(
        name=f"{found.environment}, {name}",
        environment=found.environment,
        connect=connect,
        instance_id=found.instance_id,
        between_calls=BETWEEN_CALLS,
        between_looks=3.0,
    )
