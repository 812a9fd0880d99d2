"""An account with what a server before has kept of it: bootstrapped, or with an environment deployed.

What many tests begin with is made once, by the real CLI; each of them goes on with a copy.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from aicc_local.lifecycle.server_process import ServerProcess, start
from tests.e2e.local_server import free_port

STATE, OBJECTS = "state", "objects"


@contextmanager
def served(
    folder: Path, *, begins_as: Path | None = None, variables: Mapping[str, str] | None = None
) -> Iterator[ServerProcess]:
    """A local AWS until the block ends, whose account is then in `folder`.

    Args:
        folder: New or empty.
        begins_as: What a server before has left in its folder; None begins with an empty account.
        variables: More environment variables for the server.
    """
    state, objects, scratch = (folder / name for name in (STATE, OBJECTS, "scratch"))
    for each in (state, objects):
        if begins_as:
            shutil.copytree(begins_as / each.name, each)
        else:
            each.mkdir()
    scratch.mkdir()
    kept = {
        "TMPDIR": str(scratch),
        "PERSIST_STATE": "1",
        "STATE_DIR": str(state),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(objects),
    }
    server = start(free_port(), folder / "server.log", variables={**kept, **(variables or {})})
    try:
        yield server
    finally:
        server.stop()
