"""dial_callback: calls the customer, or puts it off."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from uuid import uuid4

from aicc_local.fault import delay, throttle
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lines_key
from callback_ledger.waking import SOON
from tests.e2e.callback_jobs.checks import all_served, are_taken, is_closed
from tests.e2e.callback_jobs.names import DIAL, DIAL_QUEUE
from tests.e2e.callback_office import QUEUE, CallbackOffice, batch
from tests.e2e.jobs import JobFailed

if TYPE_CHECKING:
    from callback_ledger.record import Record

START = "connect:StartOutboundVoiceContact"
BEYOND_GRACE, SLOT = 900, 600  # seconds


def dial(office: CallbackOffice) -> None:
    """The customer's telephone rings."""
    record = office.booked(due_in=-1)
    _dialled(office, record)
    _rings(office, record)


def dial_anew(office: CallbackOffice) -> None:
    """The same by a process that knows nothing, the opening hours neither."""
    record = office.booked(due_in=-1)
    all_served(office.invoke_anew(DIAL, batch({"callback_id": record.callback_id})))
    _rings(office, record)


def wait_for_an_agent(office: CallbackOffice) -> None:
    """All agents are taken: it is tried again in a moment."""
    record = office.booked(due_in=-1)
    _take_all_lines(office)
    _dialled(office, record)
    office.stands(record, "waiting")
    if not office.messages(DIAL_QUEUE)["Delayed"]:
        raise JobFailed("nothing wakes it in a moment")


def shift(office: CallbackOffice) -> None:
    """All agents have been taken for too long: it gets a later slot that has a seat."""
    # A slot that begins in a minute is on the verge of being woken by a message.
    while office.second % SLOT in range(SLOT - SOON - 5, SLOT - SOON + 1):
        time.sleep(0.5)
    record = office.booked(due_in=-BEYOND_GRACE)
    _take_all_lines(office)
    _dialled(office, record)
    moved = office.stands(record, "waiting")
    if moved.shifts != 1:
        raise JobFailed("it is in the same slot")
    office.is_scheduled(moved)


def meet_a_cancellation(office: CallbackOffice) -> None:
    """The customer cancels while Connect is asked, which is too busy: it is over."""
    record = office.booked(due_in=-1)
    control = office.line.control
    with (
        control.fault(START, delay(0.5)),
        control.fault(START, throttle()),
        ThreadPoolExecutor() as pool,
    ):
        run = pool.submit(_dialled, office, record)
        while not run.done():
            found = office.ledger.record(record.callback_id)
            if found and found.state == "dialling":
                office.tell(record, Event(kind=Kind.CANCELLED))
                break
            time.sleep(0.02)
        run.result()
    is_closed(office, record, "cancelled")


def take_what_is_due(office: CallbackOffice) -> None:
    """What is in the dial queue is handled."""
    are_taken(office, DIAL_QUEUE, {"callback_id": uuid4().hex})


def _dialled(office: CallbackOffice, record: Record) -> None:
    all_served(office.invoke(DIAL, batch({"callback_id": record.callback_id})))


def _rings(office: CallbackOffice, record: Record) -> None:
    ringing = office.stands(record, "ringing")
    office.line.people("not_answered", contact_id=ringing.contact_id)


def _take_all_lines(office: CallbackOffice) -> None:
    table, others = office.told["CALLBACKS_TABLE"], {"lines": {"SS": ["another"]}}
    office.session.client("dynamodb").put_item(TableName=table, Item={**lines_key(QUEUE), **others})
