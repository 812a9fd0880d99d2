"""time-machine without pytest, which it brings along where that is installed.

Each process of a function that lives at another time loads it, and pytest takes longer than all the rest of its start.
"""

import sys

_ABSENT = "pytest" not in sys.modules

if _ABSENT:
    # Python takes what stands so for a module that is not there.
    sys.modules["pytest"] = None  # type: ignore[assignment]  # as the import system documents it
import time_machine  # noqa: E402  # after the line that it is about

if _ABSENT:
    del sys.modules["pytest"]

__all__ = ["time_machine"]
