"""What runs, and what is deployed in it."""

import time
from dataclasses import dataclass

from botocore.exceptions import BotoCoreError, ClientError

from aicc_local.control import Control, ControlError
from aicc_local.lifecycle import processes
from aicc_local.lifecycle.account import LocalAccount
from aicc_local.lifecycle.deployment import BOOTSTRAP_STACK, outputs_of
from aicc_local.lifecycle.home import Home, Running
from aicc_local.lifecycle.server_process import answers


@dataclass(frozen=True, slots=True, kw_only=True)
class StackState:
    """A top-level stack."""

    name: str
    status: str
    outputs: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A folder's local AWS.

    Attributes:
        running: None if there is no server.
        answers: Whether it answers.
        ahead: How many seconds its clock is ahead of this machine's; time that was let pass counts.
        memory: What its process holds, in bytes.
        stacks: Those deployed, the CDK's own apart.
        holds_state: Whether there is saved state.
    """

    running: Running | None
    answers: bool = False
    ahead: float = 0.0
    memory: int | None = None
    stacks: tuple[StackState, ...] = ()
    holds_state: bool = False


def status(home: Home) -> Status:
    """Look, and change nothing."""
    running = home.running()
    if running is None:
        return Status(running=None, holds_state=home.holds_state)
    alive = answers(running.port)
    return Status(
        running=running,
        answers=alive,
        ahead=_ahead(running) if alive else running.offset,
        memory=processes.memory(running.pid),
        stacks=_stacks(LocalAccount(running.port, running.account)) if alive else (),
        holds_state=home.holds_state,
    )


def _ahead(running: Running) -> float:
    try:
        return float(Control(running.port).status()["now"]) - time.time()
    except (ControlError, KeyError):  # gone meanwhile, or of an older version
        return running.offset


def _stacks(account: LocalAccount) -> tuple[StackState, ...]:
    cloudformation = account.cloudformation
    try:
        stacks = [
            stack for page in cloudformation.get_paginator("describe_stacks").paginate() for stack in page["Stacks"]
        ]
        nested = {
            resource.get("PhysicalResourceId")
            for stack in stacks
            for page in cloudformation.get_paginator("list_stack_resources").paginate(StackName=stack["StackName"])
            for resource in page["StackResourceSummaries"]
            if resource["ResourceType"] == "AWS::CloudFormation::Stack"
        }
    except (BotoCoreError, ClientError):
        return ()
    return tuple(
        StackState(name=stack["StackName"], status=stack["StackStatus"], outputs=outputs_of(stack))
        for stack in stacks
        if stack["StackName"] != BOOTSTRAP_STACK and stack.get("StackId") not in nested
    )
