"""A local AWS for each worker, and the dev environment deployed into it by the real CLI."""

import os
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import boto3
import pytest

from aicc_local.lifecycle.environment import ACCOUNT, REGION, SECRET_ACCESS_KEY, access_key_id, isolated
from aicc_local.lifecycle.server_process import ServerProcess, start

REPOSITORY = Path(__file__).parents[2]
STACK = "ContactCenter-dev"


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

    def deploy(self, assembly: Path, *, check: bool = True) -> subprocess.CompletedProcess[str]:
        """`cdk deploy` of an assembly, without questions."""
        return self("deploy", "--app", str(assembly), "--require-approval", "never", check=check)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of a file to one worker: they share what takes seconds to make."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker(pytest.mark.xdist_group(item.path.stem))


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def assembly(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `cdk synth` makes of the dev environment; copy it before you change it."""
    out = tmp_path_factory.mktemp("assembly") / "cdk.out"
    environment = {**os.environ, "CDK_DEFAULT_ACCOUNT": ACCOUNT, "CDK_DEFAULT_REGION": REGION}
    command = ["cdk", "synth", "--quiet", "--context", "env=dev", "--output", str(out)]
    subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, check=True)
    return out


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    """A local AWS of this worker's own, with IAM enforced."""
    folder = tmp_path_factory.mktemp("local-aws")
    # Lambda waits a minute before it repeats an asynchronous invocation, the emulator a second; tests wait less.
    variables = {"TMPDIR": str(folder), "STATE_DIR": str(folder), "LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.1"}
    process = start(free_port(), folder / "server.log", variables=variables)
    yield process
    process.stop()


def boto3_at(server: ServerProcess, key_id: str, secret: str, token: str | None = None) -> boto3.Session:
    """boto3 whose clients go to a local AWS by themselves.

    Not by environment variables: other tests run in the same process, and have an AWS of their own.
    """
    session = boto3.Session(
        aws_access_key_id=key_id, aws_secret_access_key=secret, aws_session_token=token, region_name=REGION
    )
    session.client = partial(session.client, endpoint_url=server.endpoint)  # type: ignore[method-assign]
    return session


@pytest.fixture(scope="session")
def session(server: ServerProcess) -> boto3.Session:
    """boto3 as the administrator of the local account."""
    return boto3_at(server, access_key_id(ACCOUNT), SECRET_ACCESS_KEY)


@pytest.fixture(scope="session")
def cdk(server: ServerProcess, session: boto3.Session, assembly: Path) -> Cdk:
    """The CDK's CLI, the account bootstrapped, the administrator's password in its secret."""
    cli = Cdk(server=server)
    cli("bootstrap", f"aws://{ACCOUNT}/{REGION}", "--app", str(assembly))
    session.client("secretsmanager").create_secret(Name="aicc/dev/admin", SecretString="Local-admin-1")
    return cli


@pytest.fixture(scope="session")
def deployed(cdk: Cdk, session: boto3.Session, assembly: Path) -> dict[str, str]:
    """The outputs of the deployed dev environment."""
    cdk.deploy(assembly)
    [stack] = session.client("cloudformation").describe_stacks(StackName=STACK)["Stacks"]
    return {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}
