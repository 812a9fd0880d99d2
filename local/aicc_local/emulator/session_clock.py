"""Temporary credentials run out by the clock of whoever uses them, which is this machine's.

A local AWS that lives at another time would hand out credentials that a real SDK takes for expired, so that it asks
for new ones until it gives up.
"""

import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import time_machine
from ministack.services import sts


def register() -> None:
    """Let STS look at this machine's clock."""
    sts.time = SimpleNamespace(time=of_machine)
    sts._future = lambda seconds: told(of_machine() + seconds)


def of_machine() -> float:
    """Seconds since 1970, whatever the time that this process lives at."""
    hatch = time_machine.escape_hatch
    return hatch.time.time() if hatch.is_travelling() else time.time()


def told(moment: float) -> str:
    """A moment as STS writes it.

    >>> told(0)
    '1970-01-01T00:00:00Z'
    """
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(moment))).strftime("%Y-%m-%dT%H:%M:%SZ")
