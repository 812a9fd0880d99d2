"""Lets time pass at once: what is due by then (schedules, delayed messages, leases) is due now.

Timers that run in the process are of durations and not of times: a telephone that rings goes on ringing.
"""

import os
import signal

from ministack.core import lambda_runtime

from aicc_local.local_time import go_ahead

_LONGEST_WAIT = 10  # seconds, for a function that runs


def let_pass(seconds: float) -> None:
    """Move the clock of the server ahead, and that of the functions, each when it does not run.

    Raises:
        ValueError: Time does not go so far, or back.
    """
    go_ahead(os.environ, seconds)
    with lambda_runtime._lock:
        workers = [worker for workers in lambda_runtime._workers.values() for worker in workers]
    for worker in workers:
        _tell(worker)


def _tell(worker: lambda_runtime.Worker) -> None:
    # The lock is held while the process starts: until it listens, the signal would end it.
    if not worker.config.get("Runtime", "").startswith("python") or not worker._lock.acquire(timeout=_LONGEST_WAIT):
        return
    try:
        if worker._proc is not None and worker._proc.poll() is None:
            worker._proc.send_signal(signal.SIGUSR1)
    finally:
        worker._lock.release()
