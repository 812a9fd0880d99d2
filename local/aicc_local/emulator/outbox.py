"""What Connect and Lex tell other services, delivered in order by a thread of its own.

Whoever tells it holds the lock of the store, and what is told may set off a function, which may call back.
"""

import contextvars
import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue

log = logging.getLogger("aicc_local")


class Outbox:
    """Runs what is put in, one after the other, for the account and Region of the request that put it in."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._waiting: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()

    def put(self, deliver: Callable[[], object]) -> None:
        """Deliver soon."""
        context = contextvars.copy_context()
        self._waiting.put(lambda: context.run(deliver))
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def _run(self) -> None:
        while True:
            deliver = self._waiting.get()
            try:
                deliver()
            except Exception:
                log.exception("%s could not be delivered", self._name)
