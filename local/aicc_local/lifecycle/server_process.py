"""The process of the local AWS: started, asked, ended."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aicc_local.lifecycle.environment import ACCOUNT, REGION, client_environment, endpoint, isolated
from aicc_local.lifecycle.errors import ServerError
from aicc_local.this_machine import DIRECTLY

START_SECONDS = 30
STOP_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerProcess:
    """A running local AWS.

    Attributes:
        port: On 127.0.0.1.
        process: The process, a child of this one.
        log: What it writes.
    """

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def endpoint(self) -> str:
        """For AWS_ENDPOINT_URL."""
        return endpoint(self.port)

    def environment(self) -> dict[str, str]:
        """The variables that point an SDK, the aws CLI and the CDK's CLI at it."""
        return client_environment(self.port)

    def stop(self) -> None:
        """End the process and wait for it."""
        self.process.terminate()
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(port: int, log: Path, *, variables: Mapping[str, str] | None = None) -> ServerProcess:
    """Start a local AWS and wait until it answers.

    Args:
        port: A free port.
        log: Where its output goes.
        variables: More environment variables for the server.

    Raises:
        ServerError: It ended, or does not answer in 30 s.
    """
    process = spawn(port, log, variables=variables)
    try:
        wait_until_it_answers(process, port, log)
    except BaseException:
        process.kill()
        process.wait()
        raise
    return ServerProcess(port=port, process=process, log=log)


def spawn(
    port: int,
    log: Path,
    *,
    account: str = ACCOUNT,
    variables: Mapping[str, str] | None = None,
    mark: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a process of its own, which neither the end of this one nor its terminal ends.

    Args:
        port: A free port.
        log: Where its output goes.
        account: Its account.
        variables: More environment variables for the server.
        mark: Stands on the command line, so that the process can be told from others.
    """
    environment = {
        **isolated(os.environ, port, account),
        "GATEWAY_PORT": str(port),
        "AUTH": "true",
        "MINISTACK_ACCOUNT_ID": account,
        "MINISTACK_REGION": REGION,
        **(variables or {}),
    }
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "aicc_local.server", *([str(mark)] if mark else [])],
            cwd=log.parent,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def wait_until_it_answers(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Return when the server is ready.

    Raises:
        ServerError: It ended, or does not answer in 30 s.
    """
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"the local AWS ended at once with {process.returncode}: {_last_line(log)}; see {log}")
        if answers(port):
            return
        time.sleep(0.1)
    raise ServerError(f"the local AWS does not answer on port {port} after {START_SECONDS} s; see {log}")


def answers(port: int) -> bool:
    """Whether a local AWS answers on this port."""
    try:
        with DIRECTLY.open(f"http://127.0.0.1:{port}/_ministack/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")
