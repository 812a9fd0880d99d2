"""Queues that a server on another port has kept: its port stands in their URLs, and these wherever somebody uses them.

ministack knows a queue by its URL, functions are told it, and CloudFormation refers to a queue by nothing else.
"""

import os
import re
from pathlib import Path

from ministack.core import persistence

_QUEUE = re.compile(r"http://localhost:\d+/(?=\d{12}/)")


def register() -> None:
    """Put the port of this server into what was kept, before ministack reads it."""
    if persistence.PERSIST_STATE:
        move(Path(persistence.STATE_DIR), os.environ["GATEWAY_PORT"])


def move(state: Path, port: str) -> None:
    """Let the URLs of queues in the files of a folder lead to a port."""
    for file in state.glob("*.json"):
        text = file.read_text(encoding="utf-8")
        moved = _QUEUE.sub(f"http://localhost:{port}/", text)
        if moved != text:
            file.write_text(moved, encoding="utf-8")
