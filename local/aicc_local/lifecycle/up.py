"""From nothing, or from whatever there is, to a deployed environment."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from botocore.exceptions import BotoCoreError, ClientError

from aicc_local.lifecycle import assembly as assemblies
from aicc_local.lifecycle import deployment, server
from aicc_local.lifecycle.account import LocalAccount
from aicc_local.lifecycle.cdk import Cdk
from aicc_local.lifecycle.deployment import Deployed
from aicc_local.lifecycle.environment import ACCOUNT
from aicc_local.lifecycle.errors import ServerError
from aicc_local.lifecycle.home import Home, Running
from aicc_local.lifecycle.progress import Progress, Silent
from aicc_local.local_time import moment

DEFAULT_PORT = 4566


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for.

    Attributes:
        environment: Whose settings: `config/<environment>.toml`.
        port: None: where the server runs already, else 4566.
        keep: Whether state survives the server's end. None: as it runs already, else if there is such state.
        assembly: Deploy what `cdk synth` wrote there, instead of synthesizing.
        at: The time to live at, such as "2026-12-25 10:00" in Korea. None: as it runs already, else the present.
    """

    environment: str = "dev"
    port: int | None = None
    keep: bool | None = None
    assembly: Path | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Up:
    """What runs now."""

    running: Running
    deployed: Deployed


def up(home: Home, wish: Wish | None = None, progress: Progress | None = None) -> Up:
    """Start a local AWS unless it runs, and deploy an environment into it; a second time it updates.

    Raises:
        LifecycleError: One line says what is in the way and what helps. The server runs on if it ran.
    """
    wish, progress = wish or Wish(), progress or Silent()
    at = _moment(wish)
    with home.alone():
        lost = server.clear_up(home)
        running = home.running()
        port = wish.port or (running.port if running else DEFAULT_PORT)
        if running:
            server.check_reuse(running, port=wish.port, keeps=wish.keep, at=at)
        else:
            server.check_port(port)
            if _keeps(home, wish, lost):
                home.check_state()
        home.cdk_log.unlink(missing_ok=True)
        # Before the server: what is refused here is refused without one, and the account is known.
        assembly = _assembly(home, wish, port, progress)
        with progress.step("Start the local AWS") as step:
            if running:
                server.check_reuse(running, account=assembly.account)
                step.note(f"already runs on port {port} (pid {running.pid})")
            else:
                keeps = _keeps(home, wish, lost)
                running = server.start(home, port=port, keeps=keeps, account=assembly.account, at=at)
                step.note(_started(running, lost))
        cdk = Cdk.at(running.port, running.account, home.cdk_log)
        try:
            deployed = deployment.deploy(cdk, LocalAccount(running.port, running.account), assembly, progress)
        except (BotoCoreError, ClientError) as error:
            raise ServerError(f"the local AWS on port {running.port} refused: {error}; see {home.log}") from error
        return Up(running=running, deployed=deployed)


def _moment(wish: Wish) -> datetime | None:
    try:
        return moment(wish.at) if wish.at else None
    except ValueError as error:
        raise ServerError(f"--at: {error}") from None


def _keeps(home: Home, wish: Wish, lost: Running | None) -> bool:
    if wish.keep is None:
        return home.holds_state or bool(lost and lost.keeps)
    return wish.keep


def _started(running: Running, lost: Running | None) -> str:
    note = f"port {running.port}, pid {running.pid}"
    if running.at:
        note += f", at {running.at}"
    if running.keeps:
        note += ", keeps its state"
    if lost:
        note += f"; the last one (pid {lost.pid}) ended without `aicc down`, and what changed in it is lost"
    return note


def _assembly(home: Home, wish: Wish, port: int, progress: Progress) -> assemblies.Assembly:
    if wish.assembly:
        return assemblies.read(wish.assembly)
    cdk = Cdk.at(port, ACCOUNT, home.cdk_log)
    return deployment.synthesize(cdk, wish.environment, home.assembly, progress)
