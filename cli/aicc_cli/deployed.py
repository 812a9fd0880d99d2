"""The environment that is meant, in an AWS where one or several are deployed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from aicc_cli.callbacks_errors import CannotBeDone, fault

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_cloudformation.type_defs import StackTypeDef

PREFIX = "ContactCenter-"
INSTANCE = "InstanceArn"
RIGHTS = "cloudformation:DescribeStacks"


class Deployed(NamedTuple):
    """An environment that is deployed, and the id of its instance of Amazon Connect."""

    environment: str
    instance_id: str


def find_deployed(cloudformation: CloudFormationClient, environment: str | None, place: str, deploy: str) -> Deployed:
    """Return an environment; where none is named, the only one that is deployed.

    Args:
        cloudformation: Where its stack is.
        environment: Its name, as in config/<environment>.toml.
        place: What that AWS is called.
        deploy: The command that deploys an environment there, whose name takes the place of {}.

    Raises:
        CannotBeDone: It is not deployed there, or several are and none is named.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        stacks = _stacks(cloudformation, environment)
    except (BotoCoreError, ClientError) as error:
        raise fault(place, error, RIGHTS) from None
    there = {name.removeprefix(PREFIX): stack for stack in stacks if _is_ours(name := stack["StackName"], stack)}
    return _meant(there, environment, place, deploy)


def _stacks(cloudformation: CloudFormationClient, environment: str | None) -> list[StackTypeDef]:
    """The stack of an environment; all stacks where it is not there, or none is named."""
    from botocore.exceptions import ClientError

    pages = cloudformation.get_paginator("describe_stacks")
    if environment is not None:
        # Who is allowed to see this one stack only gets on with that.
        try:
            return [stack for page in pages.paginate(StackName=f"{PREFIX}{environment}") for stack in page["Stacks"]]
        except ClientError as error:
            if error.response["Error"]["Code"] != "ValidationError":
                raise
    return [stack for page in pages.paginate() for stack in page["Stacks"]]


def _is_ours(name: str, stack: StackTypeDef) -> bool:
    return name.startswith(PREFIX) and not stack.get("ParentId") and "NestedStack" not in name


def _meant(there: dict[str, StackTypeDef], environment: str | None, place: str, deploy: str) -> Deployed:
    names = sorted(there)
    if environment is None:
        if not names:
            raise CannotBeDone(f"{place}: no environment is deployed; deploy one: {deploy.format('dev')}")
        if len(names) > 1:
            raise CannotBeDone(f"{place}: there are {', '.join(names)}; say which: --env {names[0]}")
        environment = names[0]
    if environment not in there:
        others = f"there is {', '.join(names)}: --env {names[0]}; or " if names else ""
        cure = f"{others}deploy it: {deploy.format(environment)}"
        raise CannotBeDone(f"{place}: the environment {environment} is not deployed; {cure}")
    for output in there[environment].get("Outputs", []):
        if output["OutputKey"] == INSTANCE:
            return Deployed(environment, output["OutputValue"].rpartition("/")[2])
    deployed = f"stack {PREFIX}{environment} has no output {INSTANCE}"
    raise CannotBeDone(f"{place}: {deployed}; deploy this version: {deploy.format(environment)}")
