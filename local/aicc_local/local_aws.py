"""One account in one Region: what Connect and Lex hold, and what they need of the rest of AWS."""

import contextvars
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from aicc_local.ports import Events, Functions, Logs, Metrics, Policies, Resources
from aicc_local.quotas import quotas_of_environment
from aicc_local.store import Store


def in_background(work: Callable[[], None]) -> None:
    """Run `work` on a thread of its own, for the account and Region of the request that asks for it."""
    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(work,), daemon=True).start()


def in_time(seconds: float, work: Callable[[], None]) -> None:
    """Run `work` after so many seconds, for the account and Region of the request that asks for it."""
    timer = threading.Timer(seconds, contextvars.copy_context().run, args=(work,))
    timer.daemon = True
    timer.start()


@dataclass(kw_only=True)
class LocalAws:
    """Everything that an operation may touch.

    Attributes:
        account: Twelve digits.
        region: Such as "ap-northeast-2".
        quotas: Limits that differ from AWS's defaults, by the quota's name.
        store: What Connect and Lex hold.
        lock: Held while the store is read or changed; never while a function runs.
        now: Seconds since 1970.
        spawn: Starts work that goes on after the answer, such as a contact's way through a flow; at once in tests.
        later: Starts work when so many seconds have passed, such as the end of a contact's ringing.
    """

    account: str
    region: str
    functions: Functions
    policies: Policies
    events: Events
    logs: Logs
    metrics: Metrics
    resources: Resources
    quotas: Mapping[str, int] = field(default_factory=quotas_of_environment)
    store: Store = field(default_factory=Store)
    lock: threading.RLock = field(default_factory=threading.RLock)
    now: Callable[[], float] = time.time
    spawn: Callable[[Callable[[], None]], None] = in_background
    later: Callable[[float, Callable[[], None]], None] = in_time

    def arn(self, service: str, resource: str) -> str:
        """The ARN of something in this account and Region."""
        return f"arn:aws:{service}:{self.region}:{self.account}:{resource}"
