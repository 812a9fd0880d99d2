"""A function that runs beside others: it stops at calls of its ports, and goes on, or dies there, when it is told to.

A run that is to stop has a thread of its own, but only one is ever awake, so that the course of things is always the
same.
"""

import threading
from collections.abc import Callable

from aicc_core.errors import FunctionError

TO_THE_END = 1_000_000  # calls, more than any run makes

_here = threading.local()


class Died(BaseException):
    """The process ended at a call; whether the call did its work it never learns. No handler of ours catches it."""


def current() -> "Run | None":
    """Return the run that this is."""
    run: Run | None = getattr(_here, "run", None)
    return run


class Run:
    """One run of a function; it begins with the first `advance`, and dies at a call when its time is out."""

    def __init__(self, body: Callable[[], object], has_time: Callable[[], bool]) -> None:
        self._body = body
        self._has_time = has_time
        self._go, self._stopped = threading.Semaphore(0), threading.Semaphore(0)
        self._thread: threading.Thread | None = None
        self._dies = False
        self._calls_left = 0
        self._failure: BaseException | None = None
        self.is_awake = False
        self.is_over = False

    def advance(self, calls: int) -> None:
        """Let it make so many calls. Whatever it raises that is no expected fault is raised here."""
        first = self._calls_left == 0 and self._thread is None
        self._calls_left, self.is_awake = calls, True
        if first and calls == TO_THE_END:
            self._run()
        else:
            self._wake()
        self.is_awake = False
        if self._failure:
            raise self._failure

    def die(self) -> None:
        """End it where it stopped."""
        self._dies = True
        if self._thread is None:
            self.is_over = True
        elif not self.is_over:
            self.advance(0)

    def at_call(self) -> None:
        """Called by the run itself before each call of a port."""
        if self._calls_left <= 0 and not self._dies:
            self._stopped.release()
            self._go.acquire()
        self._calls_left -= 1
        if self._dies or not self._has_time():
            raise Died

    def _wake(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True)
            self._thread.start()
        else:
            self._go.release()
        self._stopped.acquire()

    def _run(self) -> None:
        outer, _here.run = current(), self
        try:
            self._body()
        except (Died, FunctionError):  # what SQS, the sweeper's next turn or a second try of the caller make good
            pass
        except BaseException as failure:
            self._failure = failure
        finally:
            _here.run = outer
            self.is_over = True
            self._stopped.release()
