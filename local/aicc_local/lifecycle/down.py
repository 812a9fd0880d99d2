"""The end of a local AWS, and of all that it held."""

import re
from dataclasses import dataclass
from pathlib import Path

from aicc_local.lifecycle import server
from aicc_local.lifecycle.errors import NotRunning
from aicc_local.lifecycle.home import Home, Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Down:
    """What was ended.

    Attributes:
        running: The server.
        saved: Whether what it held is kept.
        unsaved: Services whose part could not be kept.
    """

    running: Running
    saved: bool
    unsaved: tuple[str, ...]


def down(home: Home) -> Down:
    """End the server.

    Raises:
        NotRunning: There is none.
        LifecycleError: It cannot be ended.
    """
    with home.alone():
        server.clear_up(home)
        running = home.running()
        if running is None:
            raise NotRunning
        saved = server.end(home, running)
        return Down(running=running, saved=saved, unsaved=_unsaved(home.log) if saved else ())


def reset(home: Home) -> Running | None:
    """End the server, if one runs, and remove everything that it held and kept; return what ran."""
    with home.alone():
        server.clear_up(home)
        running = home.running()
        if running:
            server.end(home, running, save=False)
        home.clear()
        return running


def _unsaved(log: Path) -> tuple[str, ...]:
    # ministack goes on when one service cannot be saved, and says so in its log only.
    text = log.read_text(encoding="utf-8", errors="replace")
    return tuple(re.findall(r"Persistence: (?:failed to save|error getting state for) (\w+)", text))
