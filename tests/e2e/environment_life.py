"""The life of an environment in an account of its own: failed attempts, a good deployment, its end.

It takes a while, so it is lived once, and what was seen at each stage is kept for the tests.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from aicc_local.lifecycle.environment import ACCOUNT
from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.connect_names import NAMES, listed_names
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.inventory import Inventory, added, inventory
from tests.e2e.local_account import LocalAccount

if TYPE_CHECKING:
    from mypy_boto3_cloudformation.type_defs import StackEventTypeDef

INSTANCE = "AWS::Connect::Instance"
NOBODY = "000000000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What was seen after one command.

    Attributes:
        said: What the CLI wrote.
        code: What it returned.
        status: Of the stack; empty once it is gone.
        holds: What is in the account that was not there before the environment.
        events: Of the stack and its nested stacks.
    """

    said: str
    code: int
    status: str
    holds: Inventory
    events: list[StackEventTypeDef] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Everything that was seen.

    Attributes:
        assembly: Of the environment.
        failed: First deployments that failed, by what was wrong.
        again: A good deployment after those, without hand work.
        deployed: The good deployment that stands.
        made: Physical ids by logical id, of the good deployment.
        kept_from_destroy: `cdk destroy` under termination protection; None without such protection.
        destroyed: The end.
        left_in_connect: What instances that are left hold, by type; AWS's own included.
    """

    assembly: CloudAssembly
    failed: Mapping[str, Stage]
    again: Stage
    deployed: Stage
    made: Mapping[str, str]
    kept_from_destroy: Stage | None
    destroyed: Stage
    left_in_connect: Mapping[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """Lives it.

    Attributes:
        account: New.
        stack: The environment's.
        assembly: Its assembly.
        before: What the account held before.
    """

    account: LocalAccount
    stack: DeployedStack
    assembly: CloudAssembly
    before: Inventory

    def deploy(self, assembly: CloudAssembly | None = None) -> Stage:
        """`cdk deploy`."""
        return self._stage(self.account.cdk.deploy((assembly or self.assembly).folder, check=False))

    def destroy(self) -> Stage:
        """`cdk destroy`."""
        return self._stage(
            self.account.cdk("destroy", "--force", "--app", str(self.assembly.folder), check=False), gone=True
        )

    def with_broken_flow(self) -> Stage:
        """A first deployment of a flow that Connect refuses, nearly the last of all resources."""
        broken = self.account.copy(self.assembly.folder)
        flow = broken.logical_id("AWS::Connect::ContactFlow", Name="aicc-inbound")
        broken.change_content(flow, '"NextAction":"set-language"', '"NextAction":"nowhere"')
        return self.deploy(broken)

    def with_taken_alias(self) -> Stage:
        """A first deployment while somebody else has the alias."""
        [instance] = self.assembly.of_type(INSTANCE).values()
        with _neighbour(self.account, instance["Properties"]["InstanceAlias"]) as theirs:
            stage = self.deploy()
            stage.holds[INSTANCE].remove(theirs)
        if not stage.holds[INSTANCE]:
            del stage.holds[INSTANCE]
        return stage

    def unprotect(self) -> None:
        """What an operator does by hand."""
        self.account.cloudformation.update_termination_protection(
            StackName=self.stack.name, EnableTerminationProtection=False
        )

    def connect_holds(self) -> dict[str, list[str]]:
        """What all instances together hold, by type."""
        instances = [each["Arn"] for each in self.account.connect.list_instances()["InstanceSummaryList"]]
        return {
            resource_type: [
                name for each in instances for name in listed_names(self.account.connect, each, resource_type)
            ]
            for resource_type in NAMES
        }

    def _stage(self, done: subprocess.CompletedProcess[str], *, gone: bool = False) -> Stage:
        there = not gone or done.returncode != 0
        return Stage(
            said=done.stdout + done.stderr,
            code=done.returncode,
            status=self.stack.status if there else "",
            holds=added(inventory(self.account), self.before),
            events=self.stack.events() if there else [],
        )


def begin(account: LocalAccount, synthesized: Path, environment: str) -> Lived:
    """Before the first deployment; an environment of another account is moved to this one."""
    assembly = CloudAssembly.copy(synthesized, account.folder / "own")
    if environment != "dev":
        assembly.replace_text(NOBODY, ACCOUNT)
    stack = account.stack(f"ContactCenter-{environment}")
    return Lived(account=account, stack=stack, assembly=assembly, before=inventory(account))


@contextmanager
def _neighbour(account: LocalAccount, alias: str) -> Iterator[str]:
    """Another instance, with this alias; its ARN."""
    properties = {
        "InstanceAlias": alias,
        "IdentityManagementType": "CONNECT_MANAGED",
        "Attributes": {"InboundCalls": True, "OutboundCalls": True},
    }
    template = {"Resources": {"Instance": {"Type": INSTANCE, "Properties": properties}}}
    account.cloudformation.create_stack(StackName="neighbour", TemplateBody=json.dumps(template))
    yield account.stack("neighbour").physical_id("Instance")
    account.cloudformation.delete_stack(StackName="neighbour")
