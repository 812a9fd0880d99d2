"""A local AWS on a port of its own: the way to it by boto3 and by the real CDK CLI."""

import os
import socket
import subprocess
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import boto3
import pytest

from aicc_local.lifecycle.environment import ACCOUNT, REGION, SECRET_ACCESS_KEY, access_key_id, isolated
from aicc_local.lifecycle.server_process import ServerProcess

REPOSITORY = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cdk:
    """The real CDK CLI against a local AWS."""

    server: ServerProcess

    def __call__(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Run `cdk ...`; with `check`, a failure shows what the CLI said."""
        environment = {**isolated(os.environ, self.server.port), "NO_COLOR": "1", "CI": "1"}
        done = subprocess.run(
            ["cdk", *arguments], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
        )
        if check and done.returncode:
            pytest.fail(f"cdk {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}", pytrace=False)
        return done

    def bootstrap(self, assembly: Path) -> None:
        """`cdk bootstrap` of the local account, for an assembly of any environment."""
        self("bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", str(assembly))

    def deploy(self, assembly: Path, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """`cdk deploy` of an assembly, without questions."""
        return self("deploy", "--app", str(assembly), "--require-approval", "never", check=check)


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def boto3_at(server: ServerProcess, key_id: str, secret: str, token: str | None = None) -> boto3.Session:
    """boto3 whose clients go to a local AWS by themselves.

    Not by environment variables: other tests run in the same process, and have an AWS of their own.
    """
    session = boto3.Session(
        aws_access_key_id=key_id, aws_secret_access_key=secret, aws_session_token=token, region_name=REGION
    )
    # One client for each service: they are asked for at every step, and take long to make.
    session.client = cache(partial(session.client, endpoint_url=server.endpoint))  # type: ignore[method-assign]
    return session


def administrator(server: ServerProcess) -> boto3.Session:
    """boto3 as the administrator of the local account."""
    return boto3_at(server, access_key_id(ACCOUNT), SECRET_ACCESS_KEY)
