"""What several jobs look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from callback_ledger.keys import lines_key, slot_key
from tests.e2e.callback_jobs.names import POLL
from tests.e2e.callback_line import soon
from tests.e2e.callback_office import QUEUE, CallbackOffice
from tests.e2e.callback_switches import polled
from tests.e2e.jobs import JobFailed, witnessed

if TYPE_CHECKING:
    from callback_ledger.record import Record

Job = Callable[[CallbackOffice], None]


def be_seen(function: str, text: str, job: Job) -> Job:
    """The job, with a line in the function's log and a trace of it."""

    def seen(office: CallbackOffice) -> None:
        with witnessed(office, function, text):
            job(office)

    return seen


def all_served(answer: dict[str, Any]) -> None:
    """No message is to come again."""
    if answer != {"batchItemFailures": []}:
        raise JobFailed(f"a message is to come again: {answer}")


def are_taken(office: CallbackOffice, queue: str, message: dict[str, Any]) -> None:
    """A message is taken out of a queue that is polled."""
    with polled(office, queue):
        office.session.client("sqs").send_message(QueueUrl=office.queue(queue), MessageBody=json.dumps(message))
        soon(lambda: not any(office.messages(queue).values()), f"{queue} is empty", seconds=POLL)


def is_closed(office: CallbackOffice, record: Record, state: str) -> None:
    """The callback is over, and holds neither its number nor its seat."""
    office.stands(record, state)
    if office.ledger.open_under(record.lock):
        raise JobFailed("the number is still locked")
    holds_nothing(office, record, "seats")


def holds_nothing(office: CallbackOffice, record: Record, place: str) -> None:
    """The callback is not among those that hold `place`: "lines" or "seats"."""
    key = lines_key(QUEUE) if place == "lines" else slot_key(record.slot)
    item = office.session.client("dynamodb").get_item(TableName=office.told["CALLBACKS_TABLE"], Key=key).get("Item", {})
    if record.callback_id in item.get(place, {}).get("SS", ()):
        raise JobFailed(f"it still holds its place among {place}")
