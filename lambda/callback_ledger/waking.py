"""Waking: a callback is put before the dialler when it is due.

What fires early, late or twice meets the ledger, which knows better; therefore nothing that was scheduled is ever
changed or deleted. What could not be scheduled at all is found by the sweeper a minute after it is due.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Protocol

from aicc_core.aws_fault import AwsFault, name_of

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger
    from mypy_boto3_sqs import SQSClient

SOON = 60  # seconds; Scheduler is exact to the minute, and unlike a message a schedule can be looked at
_LATEST = 900  # seconds that Scheduler goes on trying; the sweeper is faster, and nobody is called at night by a retry
_TRIES = 3


class Waking(Protocol):
    """Wakes the dialler."""

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        """Have the dialler look at a callback at `due_at`, epoch seconds; at once when that is over.

        A fault is logged and never raised: the sweeper finds what nobody was woken for.
        """


class Scheduler(Protocol):
    """The one call to EventBridge Scheduler that is needed."""

    def create_schedule(self, **request: Any) -> object:
        """Make a schedule."""


def message_of(callback_id: str) -> str:
    """Return the message that the dialler reads.

    >>> message_of("0f")
    '{"callback_id": "0f"}'
    """
    return json.dumps({"callback_id": callback_id})


class AwsWaking:
    """In less than a minute a delayed message of SQS, later a schedule of EventBridge that sends the message.

    Whoever wakes nothing sooner than in a minute (a lead, the wait for another attempt) needs no leave to send.
    """

    def __init__(
        self,
        sqs: SQSClient,
        scheduler: Scheduler,
        *,
        queue_url: str,
        queue_arn: str,
        group: str,
        role_arn: str,
        dead_letters_arn: str,
        logger: Logger,
    ) -> None:
        self._sqs = sqs
        self._scheduler = scheduler
        self._queue_url = queue_url
        self._queue_arn = queue_arn
        self._group = group
        self._role_arn = role_arn
        self._dead_letters_arn = dead_letters_arn
        self._logger = logger

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        """Have the dialler look at a callback at `due_at`; never raises what AWS answers."""
        delay = max(0, due_at - now)
        try:
            if delay < SOON:
                self._send(callback_id, delay)
            else:
                self._schedule(callback_id, due_at)
        except AwsFault as fault:
            if name_of(fault) != "ConflictException":  # scheduled before
                self._logger.error("wake_failed", extra={"callback_id": callback_id, "fault": name_of(fault)})

    def _send(self, callback_id: str, delay: int) -> None:
        self._sqs.send_message(QueueUrl=self._queue_url, MessageBody=message_of(callback_id), DelaySeconds=delay)

    def _schedule(self, callback_id: str, due_at: int) -> None:
        at = datetime.fromtimestamp(due_at, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        self._scheduler.create_schedule(
            Name=f"{callback_id}-{due_at}",
            GroupName=self._group,
            ScheduleExpression=f"at({at})",
            ScheduleExpressionTimezone="UTC",
            FlexibleTimeWindow={"Mode": "OFF"},
            ActionAfterCompletion="DELETE",
            Target={
                "Arn": self._queue_arn,
                "RoleArn": self._role_arn,
                "Input": message_of(callback_id),
                "RetryPolicy": {"MaximumEventAgeInSeconds": _LATEST, "MaximumRetryAttempts": _TRIES},
                "DeadLetterConfig": {"Arn": self._dead_letters_arn},
            },
        )
