"""report_callback and track_callbacks: what a call of a callback comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from callback_ledger.events import Event, Kind
from tests.e2e.callback_jobs.checks import all_served, are_taken, holds_nothing, is_closed
from tests.e2e.callback_jobs.names import EVENTS, REPORT, TRACK
from tests.e2e.callback_office import CallbackOffice, batch
from tests.e2e.jobs import JobFailed, contact_event

if TYPE_CHECKING:
    from callback_ledger.record import Record

ACCEPTED = Event(kind=Kind.ACCEPTED, dial=1, contact_id="5ca32fbd-8f92-46af-92a5-6b0f970f0efe")


def hear_yes(office: CallbackOffice) -> None:
    """Who is called goes on: the line is free for another call."""
    record = office.tell(office.dialling(), ACCEPTED)
    _reported(office, record, "confirmed", "going_on")
    office.stands(record, "talking")
    holds_nothing(office, record, "lines")


def hear_no(office: CallbackOffice) -> None:
    """In a call that was taken for none the customer wants no more: number and seat are free."""
    record = office.tell(office.dialling(), Event(kind=Kind.THROTTLED, dial=1))
    _reported(office, record, "declined", "over")
    is_closed(office, record, "cancelled")


def _reported(office: CallbackOffice, record: Record, step: str, outcome: str) -> None:
    event = contact_event(Step=step)
    attributes = {"callback_id": record.callback_id, "callback_dial": str(record.dial)}
    event["Details"]["ContactData"]["Attributes"] = attributes
    answer = office.invoke(REPORT, event)
    if answer != {"outcome": outcome}:
        raise JobFailed(f"report_callback answered {answer}")


def learn_of_no_answer(office: CallbackOffice) -> None:
    """The next attempt is scheduled."""
    record = office.tell(office.dialling(), ACCEPTED)
    _tracked(office, _ended(office, office.call(record)))
    office.is_scheduled(office.stands(record, "waiting"))
    holds_nothing(office, record, "lines")


def learn_of_talk(office: CallbackOffice) -> None:
    """It is done."""
    record = office.tell(office.dialling(), ACCEPTED)
    talked = {"queueInfo": {"enqueueTimestamp": "2026-11-23T00:30:00.000Z"}}
    _tracked(office, _ended(office, office.call(record), **talked))
    is_closed(office, record, "done")


def take_events(office: CallbackOffice) -> None:
    """What is in the queue of events is handled."""
    are_taken(office, EVENTS, _ended(office, "5ca32fbd-8f92-46af-92a5-6b0f970f0efe", instanceArn="another/one"))


def _ended(office: CallbackOffice, contact: str, **more: Any) -> dict[str, Any]:
    detail = {
        "eventType": "DISCONNECTED",
        "contactId": contact,
        "instanceArn": office.line.outputs["InstanceArn"],
        "channel": "VOICE",
        "initiationMethod": "API",
        **more,
    }
    return {"source": "aws.connect", "detail-type": "Amazon Connect Contact Event", "detail": detail}


def _tracked(office: CallbackOffice, event: dict[str, Any]) -> None:
    all_served(office.invoke(TRACK, batch(event)))
