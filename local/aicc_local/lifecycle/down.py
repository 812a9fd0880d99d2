"""The end of a local AWS, and of all that it held."""

from dataclasses import dataclass

from aicc_local.lifecycle import server
from aicc_local.lifecycle.errors import NotRunning
from aicc_local.lifecycle.home import Home, Running


@dataclass(frozen=True, slots=True, kw_only=True)
class Down:
    """What was ended; `saved` says whether its state is kept."""

    running: Running
    saved: bool


def down(home: Home) -> Down:
    """End the server.

    Raises:
        NotRunning: There is none.
        LifecycleError: It cannot be ended.
    """
    with home.alone():
        running = home.running()
        if running is None:
            raise NotRunning
        well = server.end(home, running)
        return Down(running=running, saved=running.keeps and well)


def reset(home: Home) -> Running | None:
    """End the server, if one runs, and remove everything that it held and kept; return what ran."""
    with home.alone():
        running = home.running()
        if running:
            server.end(home, running, save=False)
        home.clear()
        return running
