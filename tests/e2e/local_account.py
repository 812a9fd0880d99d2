"""A local AWS of a test's own, bootstrapped: for what would disturb the one that others share."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import boto3

from aicc_local.lifecycle.environment import ACCOUNT, REGION, SECRET_ACCESS_KEY, access_key_id
from aicc_local.lifecycle.server_process import start
from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import Cdk, boto3_at, free_port
from tests.e2e.deployed_stack import DeployedStack

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

    def keep_secret(self) -> None:
        """What an administrator does before the first deployment of dev."""
        secrets = self.session.client("secretsmanager")
        secrets.create_secret(Name=SECRET, SecretString="Local-admin-1")


@contextmanager
def local_account(folder: Path, assembly: Path) -> Iterator[LocalAccount]:
    """Start a server, and bootstrap its account with an assembly of any environment."""
    own = {"STATE_DIR": str(folder), "TMPDIR": str(folder)}
    server = start(free_port(), folder / "server.log", variables={**own, **IMPATIENT})
    try:
        session = boto3_at(server, access_key_id(), SECRET_ACCESS_KEY)
        cdk = Cdk(server=server)
        cdk("bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", str(assembly))
        yield LocalAccount(cdk=cdk, session=session, folder=folder)
    finally:
        server.stop()
