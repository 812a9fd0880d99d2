"""Processes that look like servers of a folder, without being any."""

import subprocess
import sys
from pathlib import Path

WAITS = "import sys; print(flush=True); sys.stdin.read()"


def lookalike(folder: Path, *, program: str = WAITS) -> subprocess.Popen[bytes]:
    """A process with the command line of a server of `folder`; `program` prints a line when it is ready."""
    command = [sys.executable, "-S", "-c", program, "-m", "aicc_local.server", str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    return process
