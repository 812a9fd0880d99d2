"""SQS: moving messages out of a dead-letter queue, back to where they came from or elsewhere.

Rules: "StartMessageMoveTask" of the API reference, and "Troubleshooting dead-letter queue and DLQ redrive issues" of
the developer guide. The queue must be the dead-letter queue of another queue: one that only a schedule, a rule or a
function sends to is none. What did not come there from a queue moves to a named destination only. Without a rate it
takes no time.
"""

import base64
import json
import threading
import time
from collections.abc import Iterator
from typing import Any

from ministack.core.responses import new_uuid
from ministack.services import sqs

from aicc_local.emulator.move_task import MoveTask
from aicc_local.emulator.queue_locks import LOCK

RATES = range(1, 501)
MOST_LISTED = 10
SOURCE = "DeadLetterQueueSourceArn"


_tasks: list[MoveTask] = []


def register() -> None:
    """Add the operations."""
    sqs._HANDLERS["StartMessageMoveTask"] = start
    sqs._HANDLERS["ListMessageMoveTasks"] = list_tasks
    sqs._HANDLERS["CancelMessageMoveTask"] = cancel
    sqs._HANDLERS["ListDeadLetterSourceQueues"] = list_dead_letter_source_queues


def start(data: dict[str, Any], _url: str) -> dict[str, Any]:
    """StartMessageMoveTask."""
    source, destination = str(data.get("SourceArn") or ""), str(data.get("DestinationArn") or "")
    rate = data.get("MaxNumberOfMessagesPerSecond")
    queue = _existing(source, "SourceArn")
    if not list(sources_of(source)):
        raise _invalid("Source queue must be configured as a Dead Letter Queue.")
    if destination:
        _existing(destination, "DestinationArn")
    if rate is not None and int(rate) not in RATES:
        raise _invalid(f"Value {rate} for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: {_between(RATES)}")
    with LOCK:
        if any(task.source == source and task.status == "RUNNING" for task in _tasks):
            raise _invalid(
                "There is already a task running. Only one active task is allowed for a source queue arn at a given "
                "time."
            )
        task = MoveTask(source=source, destination=destination, rate=rate, to_move=len(_visible(queue)))
        _tasks.insert(0, task)
    if rate is None:
        _run(task)
    else:
        threading.Thread(target=_run, args=(task,), daemon=True).start()
    return {"TaskHandle": task.handle}


def list_tasks(data: dict[str, Any], _url: str) -> dict[str, Any]:
    """ListMessageMoveTasks: the latest first, one unless more are asked for."""
    source, most = str(data.get("SourceArn") or ""), int(data.get("MaxResults", 1))
    _existing(source, "SourceArn")
    allowed = range(1, MOST_LISTED + 1)
    if most not in allowed:
        raise _invalid(f"Value {most} for parameter MaxResults is invalid. Reason: {_between(allowed)}")
    return {"Results": [task.told() for task in _tasks if task.source == source][:most]}


def cancel(data: dict[str, Any], _url: str) -> dict[str, Any]:
    """CancelMessageMoveTask: what has been moved stays where it is."""
    handle = str(data.get("TaskHandle") or "")
    _existing(source_of_handle(handle), "SourceArn")
    for task in _tasks:
        if task.handle == handle and task.status == "RUNNING":
            task.cancel.set()
            return {"ApproximateNumberOfMessagesMoved": task.moved}
    raise sqs._Err("ResourceNotFoundException", "Task does not exist.", 404)


def list_dead_letter_source_queues(data: dict[str, Any], url: str) -> dict[str, Any]:
    """ListDeadLetterSourceQueues, all on one page."""
    queue = sqs._get_q(data.get("QueueUrl", url), "sqs:ListDeadLetterSourceQueues")
    arns = sources_of(queue["attributes"]["QueueArn"])
    return {"queueUrls": [sqs._queue_url(arn.rpartition(":")[2]) for arn in arns]}


def sources_of(arn: str) -> Iterator[str]:
    """The queues whose dead-letter queue this is."""
    for queue in list(sqs._queues.values()):
        policy = json.loads(queue["attributes"].get("RedrivePolicy") or "{}")
        if policy.get("deadLetterTargetArn") == arn:
            yield queue["attributes"]["QueueArn"]


def source_of_handle(handle: str) -> str:
    """The queue that a task empties.

    Raises:
        sqs._Err: It is no handle.
    """
    try:
        return str(json.loads(base64.b64decode(handle, validate=True))["sourceArn"])
    except (ValueError, KeyError, TypeError):
        raise _invalid("Value for parameter TaskHandle is invalid.") from None


def _run(task: MoveTask) -> None:
    for _ in range(task.to_move):
        if task.cancel.wait(1 / task.rate if task.rate else 0):
            task.status = "CANCELLED"
            return
        with LOCK:
            task.reason = _move_one(task)
        if task.reason:
            task.status = "FAILED"
            return
        task.moved += 1
    task.status = "COMPLETED"


def _move_one(task: MoveTask) -> str:
    """Move the first message that is visible; why not, or nothing."""
    source = sqs._queue_by_arn(task.source)
    message = next(iter(_visible(source)), None) if source else None
    if source is None or message is None:
        return "" if source else "AWS.SimpleQueueService.NonExistentQueue"
    came_from = (message.get("sys") or {}).get(SOURCE, "")
    if not task.destination and not came_from:
        return "CouldNotDetermineMessageSource"
    destination = sqs._queue_by_arn(task.destination or came_from)
    if destination is None:
        return "AWS.SimpleQueueService.NonExistentQueue"
    source["messages"].remove(message)
    destination["messages"].append(_anew(message))
    sqs.esm_wake.set()
    return ""


def _anew(message: dict[str, Any]) -> dict[str, Any]:
    # The guide: a redriven message is a new one, with another id, and is retained from now on.
    now = time.time()
    system = {name: value for name, value in (message.get("sys") or {}).items() if name != SOURCE}
    return {
        **message,
        "id": new_uuid(),
        "sent_at": now,
        "enqueued_at": now,
        "visible_at": now,
        "receive_count": 0,
        "first_receive_at": None,
        "receipt_handle": None,
        "sys": {**system, "SentTimestamp": str(int(now * 1000))},
    }


def _visible(queue: dict[str, Any]) -> list[dict[str, Any]]:
    now = time.time()
    return [message for message in queue["messages"] if message.get("visible_at", now) <= now]


def _existing(arn: str, parameter: str) -> dict[str, Any]:
    queue: dict[str, Any] | None = sqs._queue_by_arn(arn)
    if queue is None:
        message = f"The resource that you specified for the {parameter} parameter doesn't exist."
        raise sqs._Err("ResourceNotFoundException", message, 404)
    return queue


def _invalid(message: str) -> Exception:
    error: Exception = sqs._Err("InvalidParameterValue", message)
    return error


def _between(allowed: range) -> str:
    return f"Must be between {allowed[0]} and {allowed[-1]}."
