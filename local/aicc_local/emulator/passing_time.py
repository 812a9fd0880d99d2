"""Lets time pass at once: what is due by then (schedules, delayed messages, leases) is due now.

Timers that run in the process are of durations and not of times: a telephone that rings goes on ringing.
"""

import os
import time

from ministack.core import lambda_runtime

from aicc_local.local_time import go_ahead

_LONGEST_WAIT = 10  # seconds, for functions that run


def let_pass(seconds: float) -> None:
    """Move the clock of the server ahead, and that of the functions, once those that run have ended.

    Raises:
        ValueError: Time does not go so far, or back.
    """
    # A process keeps the clock that it was started with.
    patience = time.monotonic() + _LONGEST_WAIT
    while lambda_runtime.workers_in_use() and time.monotonic() < patience:
        time.sleep(0.01)
    go_ahead(os.environ, seconds)
    lambda_runtime.reset()
