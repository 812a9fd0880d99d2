"""Two clocks: a local AWS that lives at another time is asked by programs that live at this machine's.

Functions sign their requests at the time of the local AWS; the CDK and boto3 sign at this machine's, and take
credentials for expired by it. A request signed at either is in time, and credentials run out by this machine's clock.
Answers are dated by it, too: an SDK that sees another date takes each refusal for one of its own clock, and asks again.
"""

import time
from datetime import UTC, datetime, timedelta
from email.utils import formatdate
from typing import Any

from ministack import app
from ministack.core import sigv4
from ministack.services import sts

from aicc_local.shifted_clocks import time_machine

machine = time_machine.escape_hatch


def register() -> None:
    """Let ministack look at both."""
    judge = sigv4.request_time_failure

    def judged(signature: Any, *, now: datetime | None = None) -> Any:
        failure = judge(signature, now=now)
        return failure and judge(signature, now=datetime.fromtimestamp(of_machine(), UTC))

    sigv4.request_time_failure = judged
    app.formatdate = lambda **_: formatdate(of_machine(), usegmt=True)
    # What answers tell; what STS keeps for itself stays at the time of the local AWS.
    sts._future = lambda seconds: told(of_machine() + seconds)


def of_machine() -> float:
    """Seconds since 1970 by this machine's clock, whatever the time that this process lives at."""
    return machine.time.time() if machine.is_travelling() else time.time()


def told(moment: float) -> str:
    """A moment as STS writes it.

    >>> told(0)
    '1970-01-01T00:00:00Z'
    """
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(moment))).strftime("%Y-%m-%dT%H:%M:%SZ")
