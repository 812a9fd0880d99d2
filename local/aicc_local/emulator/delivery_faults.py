"""Faults of deliveries: events and schedules that are lost, doubled or late, messages that come twice."""

import contextvars
import threading
import time
from collections.abc import Callable
from typing import Any

from ministack.services import eventbridge, sqs

from aicc_local.fault import Kind
from aicc_local.faults import Faults, Verdict


def register(faults: Faults) -> None:
    """Judge every delivery."""
    _events(faults)
    _schedules(faults)
    _messages(faults)


def _events(faults: Faults) -> None:
    dispatch = eventbridge._dispatch_event

    def judged(event: dict[str, Any], view: Any = None) -> None:
        verdict = faults.judge(f"events/{event.get('Source', '')}/{event.get('DetailType', '')}")
        _delivered(verdict, lambda: dispatch(event, view))

    eventbridge._dispatch_event = judged


def _schedules(faults: Faults) -> None:
    invoke = eventbridge._invoke_target

    def judged(target: dict[str, Any], event: dict[str, Any], rule: dict[str, Any], view: Any = None) -> None:
        # Schedules and rules share this; only a schedule's event says so.
        if event.get("Source") != "aws.scheduler":
            invoke(target, event, rule, view)
            return
        verdict = faults.judge(f"scheduler/{rule.get('GroupName', 'default')}/{rule.get('Name', '')}")
        _delivered(verdict, lambda: invoke(target, event, rule, view))

    eventbridge._invoke_target = judged


def _delivered(verdict: Verdict, deliver: Callable[[], None]) -> None:
    kind = verdict.fault.kind if verdict.fault else None
    if kind is Kind.LOSE:
        return
    times = 2 if kind is Kind.DOUBLE else 1

    def deliver_all() -> None:
        for _ in range(times):
            deliver()

    if verdict.seconds:
        context = contextvars.copy_context()
        later = threading.Timer(verdict.seconds, context.run, args=(deliver_all,))
        later.daemon = True
        later.start()
    else:
        deliver_all()


def _messages(faults: Faults) -> None:
    collect = sqs._collect_msgs

    def judged(queue: dict[str, Any], most: int, visibility_timeout: int) -> list[dict[str, Any]]:
        messages: list[dict[str, Any]] = collect(queue, most, visibility_timeout)
        if not faults:
            return messages
        name = queue["attributes"]["QueueArn"].rpartition(":")[2]
        for message in messages:
            # The second delivery is of the same message, and is the last.
            if not message.get("again") and faults.judge(f"sqs/{name}").fault:
                queue["messages"].append({**message, "again": True, "receipt_handle": None, "visible_at": time.time()})
        return messages

    sqs._collect_msgs = judged
