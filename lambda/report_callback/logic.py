"""Decides what the call of a callback goes on with, after the ledger was told of the customer's step.

The flow passes the callback and the dial that its call is for; a call that is not the callback's last, or whose
callback is over, has nothing to go on with. Who wanted to go on and could not be put through is called again, if an
attempt is left.
"""

from dataclasses import dataclass
from enum import StrEnum

from aicc_core.errors import MalformedEvent
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Missing
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.telling import Telling


class Step(StrEnum):
    """What the flow passes as `Step`; DROPPED: the customer confirmed, and no queue took the call."""

    ANSWERED = "answered"
    CONFIRMED = "confirmed"
    DROPPED = "dropped"
    DECLINED = "declined"


class Outcome(StrEnum):
    """What the flow compares `$.External.outcome` with; GOING_ON after DROPPED: another call follows."""

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


def report(told: Report, telling: Telling, rules: Rules, now: int) -> Outcome:
    """Tell the ledger, and return what the call goes on with; raises what the ledger raises."""
    if not told.callback_id:
        return Outcome.UNKNOWN
    outcome = telling.tell(told.callback_id, _event(told), now)
    if isinstance(outcome, Missing):
        return Outcome.UNKNOWN
    goes_on = _is_called_again if told.step is Step.DROPPED else _is_current
    return Outcome.GOING_ON if goes_on(outcome.record, told, rules) else Outcome.OVER


def _is_current(record: Record, told: Report, rules: Rules) -> bool:
    return record.is_open and not record.settled and record.dial == told.dial


def _is_called_again(record: Record, told: Report, rules: Rules) -> bool:
    """Whether another call follows once the end of this one is known, or does already."""
    left = record.attempts < rules.max_attempts
    return record.is_open and record.dial == told.dial and left and not record.cancel_wanted


def _event(told: Report) -> Event:
    match told.step:
        case Step.ANSWERED:
            return Event(kind=Kind.ACCEPTED, dial=told.dial, contact_id=told.contact_id)
        case Step.CONFIRMED | Step.DROPPED:
            # Dropped: said once more, lest it was not heard. Whether the call came to a queue its end will say.
            return Event(kind=Kind.CONFIRMED, dial=told.dial, contact_id=told.contact_id)
        case Step.DECLINED:
            # Of whichever call: the customer wants none any more.
            return Event(kind=Kind.CANCELLED)
