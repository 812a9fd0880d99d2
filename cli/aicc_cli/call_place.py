"""The contact centre that is called: an environment in the local AWS that runs on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from aicc_cli.callbacks_errors import CannotBeDone, fault

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient

    from aicc_local.control import Control
    from aicc_local.lifecycle.home import Running

DEPLOY = "aicc up --env {}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """A deployed contact centre that can be called.

    Attributes:
        environment: Its name, as in config/<environment>.toml.
        control: What people do there.
        connect: Its Amazon Connect.
        instance_id: Its instance.
        flows: The ids of its flows by their names, such as "aicc-inbound".
    """

    environment: str
    control: Control
    connect: ConnectClient
    instance_id: str
    flows: dict[str, str]

    def flow_id(self, name: str) -> str:
        """Return the id of a flow, by its name with or without the prefix that the environment puts before it.

        Raises:
            CannotBeDone: There is no such flow.
        """
        found = [self.flows[full] for full in sorted(self.flows, key=len) if full == name or full.endswith(f"-{name}")]
        if not found:
            # Names with spaces are those that every instance begins with.
            there = ", ".join(sorted(full for full in self.flows if " " not in full)) or "none"
            raise CannotBeDone(f"--flow {name}: {self.environment} has no such flow; there is {there}")
        return found[0]

    @property
    def agents(self) -> list[str]:
        """The ids of those who could take a contact."""
        pages = self.connect.get_paginator("list_users").paginate(InstanceId=self.instance_id)
        return [user["Id"] for page in pages for user in page["UserSummaryList"]]

    @property
    def transfers(self) -> list[str]:
        """The names of the quick connects."""
        pages = self.connect.get_paginator("list_quick_connects").paginate(InstanceId=self.instance_id)
        return sorted(found["Name"] for page in pages for found in page["QuickConnectSummaryList"])


def find_centre(environment: str | None) -> Centre:
    """Return the environment's contact centre in the local AWS that runs; None: of the only one that is deployed.

    Raises:
        CannotBeDone: None runs, it does not answer, or the environment is not deployed in it.
    """
    from botocore.exceptions import BotoCoreError, ClientError

    running = running_aws()
    from aicc_cli.deployed import find_deployed
    from aicc_local.control import Control
    from aicc_local.lifecycle.account import LocalAccount

    account = LocalAccount(running.port, running.account)
    place = f"local AWS on port {running.port}"
    found = find_deployed(account.cloudformation, environment, place, DEPLOY)
    try:
        flows = _flows(account.connect, found.instance_id)
    except (BotoCoreError, ClientError) as error:
        raise fault(place, error) from None
    return Centre(
        environment=found.environment,
        control=Control(running.port),
        connect=account.connect,
        instance_id=found.instance_id,
        flows=flows,
    )


def running_aws() -> Running:
    """Return the local AWS that runs.

    Raises:
        CannotBeDone: None does, or it does not answer.
    """
    try:
        from aicc_local.lifecycle.home import Home
        from aicc_local.lifecycle.server_process import answers
    except ImportError:
        raise CannotBeDone("the local AWS is not installed here; install it: make up") from None
    running = Home.default().running()
    if running is None:
        raise CannotBeDone("the local AWS is not running; start it: aicc up")
    if not answers(running.port):
        raise CannotBeDone(
            f"the local AWS (pid {running.pid}) does not answer on port {running.port}; end it: aicc down"
        )
    return running


def _flows(connect: ConnectClient, instance_id: str) -> dict[str, str]:
    pages = connect.get_paginator("list_contact_flows").paginate(InstanceId=instance_id)
    return {flow["Name"]: flow["Id"] for page in pages for flow in page["ContactFlowSummaryList"]}
