"""Schedules and rules: what they send, and what becomes of what they cannot send."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.e2e.callback_jobs.names import (
    DIAL_DEAD_LETTERS,
    DIAL_QUEUE,
    EVENTS,
    EVENTS_DEAD_LETTERS,
    FIRED,
    SWEEP,
    SWEEP_DEAD_LETTERS,
    TOLD,
)
from tests.e2e.callback_office import CallbackOffice
from tests.e2e.callback_switches import other_policy, without_permission

if TYPE_CHECKING:
    from callback_ledger.record import Record


def fire(office: CallbackOffice) -> None:
    """A schedule puts a callback into the dial queue at its time."""
    record = _scheduled(office)
    office.arrives(DIAL_QUEUE, record.callback_id, seconds=FIRED)


def keep_what_cannot_be_sent(office: CallbackOffice) -> None:
    """What the dial queue does not take ends with the dead letters."""
    closed = {
        "Effect": "Deny",
        "Principal": "*",
        "Action": "sqs:SendMessage",
        "Resource": office.told["DIAL_QUEUE_ARN"],
    }
    with other_policy(office, DIAL_QUEUE, lambda statements: [*statements, closed]):
        record = _scheduled(office)
        office.arrives(DIAL_DEAD_LETTERS, record.callback_id, seconds=FIRED)


def _scheduled(office: CallbackOffice) -> Record:
    """A callback that is woken in a moment, as the functions wake it."""
    record = office.booked(due_in=1)
    office.schedule(record)
    return record


def hear_of_calls(office: CallbackOffice) -> None:
    """What Connect tells of a call is in the queue of events."""
    contact = office.call(office.dialling())
    office.arrives(EVENTS, contact, seconds=TOLD)


def keep_unheard_events(office: CallbackOffice) -> None:
    """What the queue of events does not take ends with its dead letters."""
    with other_policy(office, EVENTS, without_allowing):
        contact = office.call(office.dialling())
        office.arrives(EVENTS_DEAD_LETTERS, contact, seconds=TOLD)


def run_each_minute(office: CallbackOffice) -> None:
    """The sweeper is run."""
    forgotten = office.booked(due_in=-1)
    office.begin_minute()
    office.arrives(DIAL_QUEUE, forgotten.callback_id, seconds=TOLD)


def keep_missed_minutes(office: CallbackOffice) -> None:
    """A minute in which the sweeper may not be run ends with its dead letters."""
    with without_permission(office, SWEEP):
        minute = office.begin_minute()
        office.arrives(SWEEP_DEAD_LETTERS, minute, seconds=TOLD)


def without_allowing(statements: list[Any]) -> list[Any]:
    """A queue's policy that lets nobody do anything."""
    return [each for each in statements if each["Effect"] != "Allow"]
