"""What EventBridge and its Scheduler could not deliver: a message in the dead-letter queue of the target.

The attributes are those of "Retrieve the dead-letter event" in the Scheduler's guide and of "Using dead-letter queues
to process undelivered events" in EventBridge's. What fails here would fail again, so that it is not tried again.
"""

import logging
from collections.abc import Callable, Mapping
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any

from ministack.core import iam_evaluator
from ministack.services import cloudwatch, lambda_svc, sqs

log = logging.getLogger("aicc_local")


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a target was not reached."""

    code: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is written into a dead-letter queue.

    Attributes:
        name: Who could not deliver, for the log.
        queue: The ARN of the dead-letter queue; empty without one.
        body: What was to be delivered.
        about: More attributes.
    """

    name: str
    queue: str
    body: str
    about: Mapping[str, str]


def missing(target: str) -> Failure | None:
    """Whether a queue or a function is not there; other targets are not looked up."""
    service = target.split(":")[2]
    if service == "sqs" and sqs._queue_by_arn(target) is None:
        return Failure("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.")
    if service == "lambda" and lambda_svc._get_func_record_for_ref(target)[0] is None:
        return Failure("ResourceNotFoundException", f"Function not found: {target}")
    return None


def record(
    failure: Failure, letter: Letter, *, may_write: Callable[[str], bool], metrics: str, dimensions: dict[str, str]
) -> None:
    """Write the letter if there is a queue for it; count what became of it.

    Args:
        failure: Why it was not delivered.
        letter: What is written.
        may_write: Whether the sender may send messages to a queue.
        metrics: The namespace of the sender's metrics.
        dimensions: What the metrics are of.
    """
    log.warning("%s: %s: %s", letter.name, failure.code, failure.message)
    if not letter.queue:
        return
    queue = sqs._queue_by_arn(letter.queue)
    if queue is None or not may_write(letter.queue):
        log.warning("%s: it may not be written to %s either; it is lost", letter.name, letter.queue)
        cloudwatch.record_metric(metrics, "InvocationsFailedToBeSentToDlq", 1.0, "Count", dimensions)
        return
    attributes = {
        **letter.about,
        "ERROR_CODE": failure.code,
        "ERROR_MESSAGE": failure.message,
        "RETRY_ATTEMPTS": "0",
    }
    _send(letter, attributes)
    cloudwatch.record_metric(metrics, "InvocationsSentToDlq", 1.0, "Count", dimensions)


def _send(letter: Letter, attributes: Mapping[str, str]) -> None:
    url = sqs._queue_url(letter.queue.rpartition(":")[2])
    written = {name: {"DataType": "String", "StringValue": text} for name, text in attributes.items()}
    message: dict[str, Any] = {"QueueUrl": url, "MessageBody": letter.body, "MessageAttributes": written}

    def sent_over_tls() -> None:
        # What delivers is no request that came over TLS, and a queue may deny whatever did not.
        iam_evaluator.pin_request_origin("127.0.0.1", True)
        sqs._HANDLERS["SendMessage"](message, url)

    copy_context().run(sent_over_tls)
