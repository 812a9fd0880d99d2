"""Where callbacks are kept: the local AWS of this repository, or the account of the usual credentials.

Where nothing is said, a local AWS that runs comes first. Whoever believes to be elsewhere changes no callback by that:
an id is random, so there is none like it in another place; what takes no id asks first, and names the place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone, fault

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_lambda import LambdaClient

    from aicc_local.lifecycle.home import Running

CONNECT_SECONDS = 5
READ_SECONDS = 60  # longer than the function may take


class Target(StrEnum):
    """Which AWS."""

    LOCAL = "local"
    AWS = "aws"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An AWS that can be asked.

    Attributes:
        name: For people, with the Region.
        cloudformation: Where the environment's stack is.
        functions: Where its functions are.
    """

    name: str
    cloudformation: CloudFormationClient
    functions: LambdaClient


def find_place(target: Target | None) -> Place:
    """Return the AWS that was named, else the local one if it runs, else that of the usual credentials.

    Raises:
        CannotBeDone: There is no such AWS.
    """
    running = None if target is Target.AWS else _running(wanted=target is Target.LOCAL)
    return _of_credentials() if running is None else _local(running)


def _running(*, wanted: bool) -> Running | None:
    try:
        from aicc_local.lifecycle.home import Home
        from aicc_local.lifecycle.server_process import answers
    except ImportError:
        if wanted:
            raise CannotBeDone("the local AWS is not installed here; install it: make up") from None
        return None
    running = Home.default().running()
    if wanted and running is None:
        raise CannotBeDone("the local AWS is not running; start it: aicc up, or ask an account: --target aws")
    if running and not answers(running.port):
        raise CannotBeDone(
            f"the local AWS (pid {running.pid}) does not answer on port {running.port}; end it: aicc down"
        )
    return running


def _local(running: Running) -> Place:
    from aicc_local.lifecycle.account import LocalAccount
    from aicc_local.lifecycle.environment import REGION

    account = LocalAccount(running.port, running.account)
    name = f"local AWS on port {running.port}, {REGION}"
    return Place(name=name, cloudformation=account.cloudformation, functions=account.functions)


def _of_credentials() -> Place:
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError

    from aicc_cli.credentials import usual_session

    # One attempt: a second one could only repeat what the first one did.
    once = Config(connect_timeout=CONNECT_SECONDS, read_timeout=READ_SECONDS, retries={"total_max_attempts": 1})
    try:
        session = usual_session()
        functions = session.client("lambda", config=once)
        cloudformation = session.client("cloudformation", config=Config(connect_timeout=CONNECT_SECONDS))
    except BotoCoreError as error:
        raise fault("AWS", error) from None
    address = cloudformation.meta.endpoint_url
    elsewhere = "" if address.endswith((".amazonaws.com", ".api.aws")) else f" at {address}"
    name = f"AWS{elsewhere}, {cloudformation.meta.region_name}"
    return Place(name=name, cloudformation=cloudformation, functions=functions)
