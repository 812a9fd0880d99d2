"""Decides what the call of a callback goes on with, after the ledger was told of the customer's step.

The flow passes the callback and the dial that its call is for; a call that is not the callback's last, or whose
callback is over, has nothing to go on with.
"""

from dataclasses import dataclass
from enum import StrEnum

from aicc_core.errors import MalformedEvent
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Missing
from callback_ledger.telling import Telling


class Step(StrEnum):
    """What the flow passes as `Step`."""

    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class Outcome(StrEnum):
    """What the flow compares `$.External.outcome` with."""

    GOING_ON = "going_on"
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A step of the customer in a call; `callback_id` is empty in a call that is for no callback."""

    step: Step
    callback_id: str
    dial: int
    contact_id: str


def read_report(step: str, callback_id: str, dial: str, contact_id: str) -> Report:
    """Return what the flow says; raises `MalformedEvent` that names what is wrong and quotes no value.

    >>> read_report("answered", "0f", "first", "c").dial
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: Details.ContactData.Attributes.callback_dial must be a whole number
    """
    if step not in set(Step):
        raise MalformedEvent(f"Details.Parameters.Step must be one of {', '.join(Step)}")
    if callback_id and not (dial.isascii() and dial.isdigit()):
        raise MalformedEvent("Details.ContactData.Attributes.callback_dial must be a whole number")
    return Report(step=Step(step), callback_id=callback_id, dial=int(dial or 0), contact_id=contact_id)


def report(told: Report, telling: Telling, now: int) -> Outcome:
    """Tell the ledger, and return what the call goes on with; raises what the ledger raises."""
    if not told.callback_id:
        return Outcome.UNKNOWN
    outcome = telling.tell(told.callback_id, _event(told), now)
    if isinstance(outcome, Missing):
        return Outcome.UNKNOWN
    record = outcome.record
    return Outcome.GOING_ON if record.is_open and not record.settled and record.dial == told.dial else Outcome.OVER


def _event(told: Report) -> Event:
    match told.step:
        case Step.ANSWERED:
            return Event(kind=Kind.ACCEPTED, dial=told.dial, contact_id=told.contact_id)
        case Step.CONFIRMED:
            return Event(kind=Kind.CONFIRMED, dial=told.dial, contact_id=told.contact_id)
        case Step.DECLINED:
            # Of whichever call: the customer wants none any more.
            return Event(kind=Kind.CANCELLED)
