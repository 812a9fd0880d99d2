"""A local AWS for each worker, with the dev environment deployed into it by the real CLI.

What takes long is done once for all workers: assemblies, and accounts with an environment, of which each server gets a
copy.
"""

from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest

from aicc_local.lifecycle.server_process import ServerProcess
from tests.e2e.callback_environment import MORNING, deploy_callbacks
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.kept_account import served
from tests.e2e.local_server import Cdk, administrator
from tests.e2e.synthesis import synthesize
from tests.shared_work import made_once, shared_folder

STACK = "ContactCenter-dev"
SECRET = "aicc/dev/admin"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests of a file to one worker: they share what takes seconds to make."""
    if config.pluginmanager.hasplugin("xdist"):
        for item in items:
            if item.path.parent == Path(__file__).parent:
                item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What workers share: accounts, assemblies, the unpacked code of functions, and the compiled code of the CLI."""
    folder = shared_folder(tmp_path_factory) / "local-aws"
    folder.mkdir(exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AICC_UNPACKED_CODE", str(folder / "unpacked-code"))
        patch.setenv("NODE_COMPILE_CACHE", str(folder / "compiled-cli"))
        yield folder


@pytest.fixture(scope="session")
def assembly(shared: Path) -> Path:
    """What `cdk synth` makes of the dev environment; copy it before you change it."""
    return made_once(shared / "dev-assembly", lambda folder: synthesize(folder, "dev")) / "dev.out"


@pytest.fixture(scope="session")
def bootstrapped(shared: Path, assembly: Path) -> Path:
    """An account that can be deployed into, and holds nothing else."""

    def make(folder: Path) -> None:
        with served(folder) as server:
            Cdk(server=server).bootstrap(assembly)

    return made_once(shared / "bootstrapped", make)


@pytest.fixture(scope="session")
def with_dev(shared: Path, bootstrapped: Path, assembly: Path) -> Path:
    """An account with the dev environment."""

    def make(folder: Path) -> None:
        with served(folder, begins_as=bootstrapped) as server:
            administrator(server).client("secretsmanager").create_secret(Name=SECRET, SecretString="Local-admin-1")
            Cdk(server=server).deploy(assembly)

    return made_once(shared / "with-dev", make)


@pytest.fixture(scope="session")
def with_callbacks(shared: Path, bootstrapped: Path) -> Path:
    """An account with the environment `local`, deployed on a Monday morning."""

    def make(folder: Path) -> None:
        with served(folder, begins_as=bootstrapped, variables={"AICC_LOCAL_TIME": MORNING}) as server:
            deploy_callbacks(server, folder)

    return made_once(shared / "with-callbacks", make)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, with_dev: Path) -> Iterator[ServerProcess]:
    """A local AWS of this worker's own, with IAM enforced."""
    # Lambda waits a minute before it repeats an asynchronous invocation, the emulator a second; tests wait less.
    impatient = {"LAMBDA_ASYNC_RETRY_BASE_SECONDS": "0.1"}
    with served(tmp_path_factory.mktemp("local-aws"), begins_as=with_dev, variables=impatient) as server:
        yield server


@pytest.fixture(scope="session")
def session(server: ServerProcess) -> boto3.Session:
    """boto3 as the administrator of the local account."""
    return administrator(server)


@pytest.fixture(scope="session")
def cdk(server: ServerProcess) -> Cdk:
    """The CDK's CLI."""
    return Cdk(server=server)


@pytest.fixture(scope="session")
def deployed(session: boto3.Session) -> dict[str, str]:
    """The outputs of the deployed dev environment."""
    return DeployedStack(session.client("cloudformation"), STACK).outputs
