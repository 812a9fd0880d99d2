"""sweep_callbacks and manage_callbacks: who finds what nothing else moves on, and what operators do."""

from __future__ import annotations

import json
from typing import Any
from uuid import uuid4

from aicc_local.fault import throttle
from callback_ledger.events import Event, Kind
from tests.e2e.callback_jobs.checks import holds_nothing, is_closed
from tests.e2e.callback_jobs.names import DIAL_DEAD_LETTERS, DIAL_QUEUE, FIRED, MANAGE, SWEEP, SWEEP_DEAD_LETTERS
from tests.e2e.callback_office import CallbackOffice
from tests.e2e.jobs import JobFailed


def sweep(office: CallbackOffice) -> None:
    """Wakes what nobody woke, finds a call by its name and one by its contact, and what became of them."""
    forgotten = office.booked(due_in=-1)
    unknown = office.tell(office.dialling(), Event(kind=Kind.TIMED_OUT, dial=1))
    office.call(unknown)
    unwanted = office.dialling(ago=200)
    office.tell(unwanted, Event(kind=Kind.ACCEPTED, dial=1, contact_id=office.call(unwanted)), ago=200)
    office.tell(unwanted, Event(kind=Kind.CANCELLED), ago=200)

    office.invoke(SWEEP, {})

    office.arrives(DIAL_QUEUE, forgotten.callback_id)
    office.is_scheduled(office.stands(unknown, "waiting"))
    holds_nothing(office, unknown, "lines")
    is_closed(office, unwanted, "cancelled")


def keep_failed_sweeps(office: CallbackOffice) -> None:
    """A minute in which the ledger cannot be read ends in the dead-letter queue."""
    marker = uuid4().hex
    # Not the alias, for which the emulator knows no other number of retries.
    function = office.physical_id("AWS::Lambda::Function", SWEEP)
    with office.line.control.fault("dynamodb:Query", throttle(code="AccessDeniedException")):
        office.session.client("lambda").invoke(
            FunctionName=function, InvocationType="Event", Payload=json.dumps({"id": marker}).encode()
        )
        office.arrives(SWEEP_DEAD_LETTERS, marker, seconds=FIRED)


def show_all(office: CallbackOffice) -> None:
    """Lists what is open."""
    record = office.booked()
    if record.callback_id not in [each["callback_id"] for each in _managed(office, action="list")["callbacks"]]:
        raise JobFailed("it is not listed")


def hurry(office: CallbackOffice) -> None:
    """Has a callback made now."""
    record = office.booked()
    _managed(office, action="retry", callback_id=record.callback_id)
    office.arrives(DIAL_QUEUE, record.callback_id)


def settle(office: CallbackOffice) -> None:
    """Says that a call reached nobody; the next attempt is scheduled."""
    record = office.tell(office.dialling(), Event(kind=Kind.REFUSED, dial=1))
    _managed(office, action="settle", callback_id=record.callback_id, **{"as": "not_reached"})
    office.is_scheduled(office.stands(record, "waiting"))


def forget(office: CallbackOffice) -> None:
    """Forgets all of a number."""
    phone = office.new_phone()
    closed = office.booked(phone=phone)
    office.tell(closed, Event(kind=Kind.CANCELLED))
    record = office.booked(phone=phone)
    _managed(office, action="forget", phone=phone)
    is_closed(office, record, "cancelled")
    if any(office.stands(each, "cancelled").phone for each in (closed, record)):
        raise JobFailed("the number is still there")


def send_back(office: CallbackOffice) -> None:
    """Moves dead letters back to where they are read."""
    sqs, marker = office.session.client("sqs"), uuid4().hex
    sqs.send_message(QueueUrl=office.queue(DIAL_DEAD_LETTERS), MessageBody=json.dumps({"callback_id": marker}))
    _managed(office, action="redrive")
    office.arrives(DIAL_QUEUE, marker)


def _managed(office: CallbackOffice, **command: Any) -> dict[str, Any]:
    answer = office.invoke(MANAGE, command)
    if not answer["ok"]:
        raise JobFailed(f"manage_callbacks answered {answer}")
    return answer
