"""One thread at a time touches the messages of queues, so that none is lost between two.

ministack polls queues for Lambda on a thread of its own, under a lock that the API does not take: a message that is
sent while the poller writes back what it has kept would be gone.
"""

import threading
from collections.abc import Callable
from typing import Any

from ministack.services import eventbridge, sqs

OPERATIONS = (
    "ChangeMessageVisibility",
    "ChangeMessageVisibilityBatch",
    "DeleteMessage",
    "DeleteMessageBatch",
    "PurgeQueue",
    "SendMessage",
    "SendMessageBatch",
)

# The poller calls what is locked here while it holds the lock.
LOCK = threading.RLock()


def register() -> None:
    """Lock whatever changes the messages of a queue."""
    sqs._queues_lock = LOCK
    sqs._collect_msgs = _locked(sqs._collect_msgs)
    sqs._dlq_sweep = _locked(sqs._dlq_sweep)
    sqs._expire_retained = _locked(sqs._expire_retained)
    eventbridge._dispatch_to_sqs = _locked(eventbridge._dispatch_to_sqs)
    for operation in OPERATIONS:
        sqs._HANDLERS[operation] = _locked(sqs._HANDLERS[operation])


def _locked(work: Callable[..., Any]) -> Callable[..., Any]:
    def alone(*arguments: Any, **options: Any) -> Any:
        with LOCK:
            return work(*arguments, **options)

    return alone
