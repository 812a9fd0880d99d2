"""Shifts the clock of a function's process before anything of it runs; Python imports this by its name.

How far is in a file. When that has changed, a signal says so, and the process goes on at the new time.
"""

import os
import signal
import time
from types import FrameType
from typing import Any

FILE = os.environ.get("AICC_LOCAL_TIME_FILE", "")
clock: Any = None


def live(_signal: int = 0, _frame: FrameType | None = None) -> None:
    """Live at the time that the file says: that of this machine and so many seconds."""
    global clock
    with open(FILE, encoding="ascii") as file:
        seconds = float(file.read())
    if not seconds and clock is None:
        return
    from aicc_local.shifted_clocks import time_machine

    if clock is None:
        clock = time_machine.travel(time.time() + seconds, tick=True).start()
    else:
        clock.move_to(time_machine.escape_hatch.time.time() + seconds)
    time.time()  # from the first look on it goes on, and not before


if FILE:
    signal.signal(signal.SIGUSR1, live)
    live()
