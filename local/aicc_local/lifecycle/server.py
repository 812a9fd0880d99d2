"""The server of a folder: looked for, started, ended."""

import os
import signal
import socket
import time
from datetime import datetime
from pathlib import Path

from aicc_local.lifecycle import processes
from aicc_local.lifecycle.errors import PortTaken, ServerError
from aicc_local.lifecycle.home import SERVER, Home, Running
from aicc_local.lifecycle.server_process import STOP_SECONDS, answers, spawn, wait_until_it_answers
from aicc_local.local_time import VARIABLE, seconds_away


def check_port(port: int) -> None:
    """Return if nobody listens there.

    Raises:
        PortTaken: Somebody does.
        ServerError: It is not for us to take.
    """
    for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        # SDKs ask for "localhost", which is either.
        if _is_answered(family, address, port):
            raise PortTaken(port, _who_listens(port))
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            raise ServerError(f"port {port} needs privileges; choose one above 1023: aicc up --port 4566") from None
        except OSError:
            raise PortTaken(port, _who_listens(port)) from None


def _is_answered(family: socket.AddressFamily, address: str, port: int) -> bool:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            return probe.connect_ex((address, port)) == 0
    except OSError:
        # A machine without IPv6 has no such sockets, so nobody listens on one.
        return False


def check_reuse(
    running: Running,
    *,
    port: int | None = None,
    keeps: bool | None = None,
    account: str | None = None,
    at: datetime | None = None,
) -> None:
    """Return if the server that runs is what is asked for.

    Raises:
        ServerError: It is another, or it does not answer.
    """
    asked = (
        ("on port", running.port, port),
        ("that keeps its state" if keeps else "that keeps nothing", running.keeps, keeps),
        ("of account", running.account, account),
        ("that lives at", running.at, at.isoformat() if at else None),
    )
    for what, has, wants in asked:
        if wants is not None and has != wants:
            value = "" if isinstance(wants, bool) else f" {wants}"
            raise ServerError(
                f"a local AWS runs already, on port {running.port} for account {running.account}, and not one "
                f"{what}{value}; end it first: aicc down"
            )
    if not answers(running.port):
        raise ServerError(
            f"the local AWS (pid {running.pid}) does not answer on port {running.port}; end it: aicc down"
        )


def start(home: Home, *, port: int, keeps: bool, account: str, at: datetime | None = None) -> Running:
    """Start a server for `home`, and wait until it answers; it lives at a moment, or at the present.

    Raises:
        ServerError: It did not start.
    """
    home.scratch.mkdir(exist_ok=True)
    if keeps:
        home.take_state()
    if home.log.exists():
        home.log.replace(home.old_log)
    when = at.isoformat() if at else ""
    variables = {**_variables(home, keeps), VARIABLE: when}
    process = spawn(port, home.log, account=account, variables=variables, mark=home.folder)
    offset = seconds_away(at) if at else 0.0
    running = Running(pid=process.pid, port=port, account=account, keeps=keeps, at=when, offset=offset)
    try:
        # At once: an interrupted command must leave no server that nobody knows.
        home.remember(running)
        wait_until_it_answers(process, port, home.log)
    except BaseException:
        process.kill()
        process.wait()
        home.forget()
        raise
    # The process outlives this object, which is not its business.
    process.returncode = 0
    return running


def end(home: Home, running: Running, *, save: bool = True) -> bool:
    """End the server and wait; return whether it saved what it held.

    Raises:
        ServerError: It may not be ended by this user.
    """
    _end(home, running.pid, signal.SIGTERM if save else signal.SIGKILL)
    return home.forget()


def clear_up(home: Home) -> Running | None:
    """Remove what a server left that is gone, and end those that the folder no longer knows.

    Returns:
        The one that is gone, if it was lost with what it held.

    Raises:
        ServerError: One may not be ended by this user.
    """
    for pid in home.strays():
        _end(home, pid, signal.SIGTERM)
    recorded = home.recorded()
    if home.running():
        return None
    return None if home.forget() else recorded


def _end(home: Home, pid: int, how: signal.Signals) -> None:
    try:
        os.kill(pid, how)
        if not _gone(home, pid):
            os.kill(pid, signal.SIGKILL)
            _gone(home, pid)
    except ProcessLookupError:
        pass
    except PermissionError:
        raise ServerError(f"process {pid} belongs to another user; end it as that user: kill {pid}") from None


def _gone(home: Home, pid: int) -> bool:
    deadline = time.monotonic() + STOP_SECONDS
    while home.owns(pid):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _variables(home: Home, keeps: bool) -> dict[str, str]:
    variables = {"TMPDIR": str(home.scratch)}
    if keeps:
        return variables | {
            "PERSIST_STATE": "1",
            "STATE_DIR": str(home.live_state / "services"),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(home.live_state / "objects"),
            "AICC_SAVED_MARK": str(home.saved_mark),
        }
    # ministack writes a key there all the same.
    return variables | {"PERSIST_STATE": "0", "STATE_DIR": str(home.scratch), "S3_PERSIST": "0"}


def _who_listens(port: int) -> str:
    pid = processes.listener(port)
    command = processes.command_line(pid) if pid else None
    if not command:
        return "another program"
    if SERVER in command:
        return f"another local AWS (pid {pid}: {command.rpartition(' ')[2]})"
    return f"another program (pid {pid}: {Path(command.split()[0]).name})"
