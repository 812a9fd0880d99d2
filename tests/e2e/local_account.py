"""A local AWS of a test's own: for what would disturb the one that others share."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import boto3

from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.kept_account import served
from tests.e2e.local_server import Cdk, administrator

if TYPE_CHECKING:
    from mypy_boto3_cloudformation import CloudFormationClient
    from mypy_boto3_connect import ConnectClient

SECRET = "aicc/dev/admin"
# Lambda waits minutes before it repeats a failed event; the local one seconds, and here less.
IMPATIENT = {"LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.05"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalAccount:
    """An account on a server of its own.

    Attributes:
        cdk: The real CLI.
        session: boto3 as the administrator.
        folder: For assemblies.
    """

    cdk: Cdk
    session: boto3.Session
    folder: Path

    @property
    def cloudformation(self) -> CloudFormationClient:
        """A client."""
        return self.session.client("cloudformation")

    @property
    def connect(self) -> ConnectClient:
        """A client."""
        return self.session.client("connect")

    def stack(self, name: str) -> DeployedStack:
        """A stack of this account."""
        return DeployedStack(self.cloudformation, name)

    def copy(self, assembly: Path) -> CloudAssembly:
        """An assembly that may be changed."""
        folder = self.folder / "changed"
        shutil.rmtree(folder, ignore_errors=True)
        return CloudAssembly.copy(assembly, folder)

    def bring_back(self, stack: str, assembly: Path) -> None:
        """Put right what a test before has changed: deploy the assembly, unless it stands as it is."""
        stands: Any = self.cloudformation.get_template(StackName=stack)["TemplateBody"]
        # Texts where a template was given as a file; nested templates stand in their root by their hashes.
        if (json.loads(stands) if isinstance(stands, str) else stands) != CloudAssembly(assembly).root:
            self.cdk.deploy(assembly)

    def keep_secret(self) -> None:
        """What an administrator does before the first deployment of dev."""
        secrets = self.session.client("secretsmanager")
        secrets.create_secret(Name=SECRET, SecretString="Local-admin-1")


@contextmanager
def local_account(folder: Path, *, begins_as: Path) -> Iterator[LocalAccount]:
    """Start a server for an account that begins as a server before has left it."""
    with served(folder, begins_as=begins_as, variables=IMPATIENT) as server:
        yield LocalAccount(cdk=Cdk(server=server), session=administrator(server), folder=folder)
