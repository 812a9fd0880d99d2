"""One task of SQS that moves messages out of a dead-letter queue, as ListMessageMoveTasks tells of it."""

import base64
import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any

from ministack.core.responses import new_uuid


@dataclass(kw_only=True)
class MoveTask:
    """One task.

    Attributes:
        to_move: How many messages there were when it began.
        moved: How many have been moved.
        status: RUNNING, COMPLETED, CANCELLED or FAILED.
        reason: Why it failed.
        cancel: Set when it is to end.
    """

    source: str
    destination: str
    rate: int | None
    to_move: int
    id: str = field(default_factory=new_uuid)
    started: int = field(default_factory=lambda: int(time.time() * 1000))
    moved: int = 0
    status: str = "RUNNING"
    reason: str = ""
    cancel: threading.Event = field(default_factory=threading.Event)

    @property
    def handle(self) -> str:
        """By which it is cancelled."""
        document = json.dumps({"taskId": self.id, "sourceArn": self.source}, separators=(",", ":"))
        return base64.b64encode(document.encode()).decode()

    def told(self) -> dict[str, Any]:
        """As ListMessageMoveTasks tells of it: the handle only while it runs."""
        optional = {
            "TaskHandle": self.handle if self.status == "RUNNING" else "",
            "DestinationArn": self.destination,
            "MaxNumberOfMessagesPerSecond": self.rate,
            "FailureReason": self.reason,
        }
        return {
            "Status": self.status,
            "SourceArn": self.source,
            "ApproximateNumberOfMessagesMoved": self.moved,
            "ApproximateNumberOfMessagesToMove": self.to_move,
            "StartedTimestamp": self.started,
            **{name: value for name, value in optional.items() if value},
        }
