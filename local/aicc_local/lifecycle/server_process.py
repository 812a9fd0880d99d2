"""The process of the local AWS: started, found, ended."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

ACCOUNT = "123456789012"
REGION = "ap-northeast-2"
# The CDK's CLI remembers on disk which account a key belongs to, so the key is one that nobody else uses.
ACCESS_KEY_ID = "LOCALAICC"
SECRET_ACCESS_KEY = "local"

START_SECONDS = 30
STOP_SECONDS = 10


class ServerError(RuntimeError):
    """The local AWS could not be started or reached; one line with place, value and cure."""


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
        return f"http://localhost:{self.port}"

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


def client_environment(port: int) -> dict[str, str]:
    """The variables that point an SDK, the aws CLI and the CDK's CLI at the local AWS on `port`."""
    return {
        "AWS_ENDPOINT_URL": f"http://localhost:{port}",
        "AWS_ACCESS_KEY_ID": ACCESS_KEY_ID,
        "AWS_SECRET_ACCESS_KEY": SECRET_ACCESS_KEY,
        "AWS_REGION": REGION,
        "AWS_DEFAULT_REGION": REGION,
        "CDK_DEFAULT_ACCOUNT": ACCOUNT,
        "CDK_DEFAULT_REGION": REGION,
        "CDK_DISABLE_CLI_TELEMETRY": "true",
    }


def start(port: int, log: Path, *, variables: Mapping[str, str] | None = None) -> ServerProcess:
    """Start a local AWS and wait until it answers.

    Args:
        port: A free port.
        log: Where its output goes.
        variables: More environment variables for the server.

    Raises:
        ServerError: It ended, or does not answer in 30 s.
    """
    environment = {
        **os.environ,
        **client_environment(port),
        "GATEWAY_PORT": str(port),
        "AUTH": "true",
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        "MINISTACK_REGION": REGION,
        **(variables or {}),
    }
    with log.open("ab") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "aicc_local.server"],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise ServerError(f"the local AWS ended with {process.returncode}; see {log}")
        if answers(port):
            return ServerProcess(port=port, process=process, log=log)
        time.sleep(0.1)
    process.kill()
    raise ServerError(f"the local AWS does not answer on port {port} after {START_SECONDS} s; see {log}")


def answers(port: int) -> bool:
    """Whether a local AWS answers on this port."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/_ministack/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False
