"""How contacts and callbacks end."""

from enum import StrEnum

from connect_flows._day._visit import Visit

CUSTOMER = "CUSTOMER_DISCONNECT"
"""The reason of contact records when the customer has hung up."""


class Outcome(StrEnum):
    """How a contact that came in ended; each has exactly one.

    >>> Outcome("served")
    <Outcome.SERVED: 'served'>
    """

    SERVED = "served"  # talked to an agent
    CONTAINED = "contained"  # the bot was enough
    BOOKED = "booked"  # the bot has booked a callback
    CALLBACK = "callback"  # left the queue for a callback in turn
    ABANDONED = "abandoned"  # hung up while waiting
    LEFT = "left"  # took the offer to leave the queue
    HUNG_UP = "hung_up"  # hung up within the flow
    REFUSED = "refused"  # the queue was full
    CLOSED = "closed"  # out of hours
    TOLD = "told"  # the flow has ended it otherwise
    FAILED = "failed"  # a flow broke off
    OPEN = "open"  # not over when the day was


class CallbackOutcome(StrEnum):
    """How a callback ended, all its calls together.

    >>> CallbackOutcome("unreached")
    <CallbackOutcome.UNREACHED: 'unreached'>
    """

    SERVED = "served"  # talked to an agent
    ABANDONED = "abandoned"  # picked up, and hung up while waiting
    UNCONFIRMED = "unconfirmed"  # picked up, and did not ask for an agent
    UNREACHED = "unreached"  # never picked up, or nobody there who pressed a key
    REFUSED = "refused"  # picked up, and the queue was full
    NOBODY_FREE = "nobody_free"  # no agent was free in time; an operator is asked
    OTHER_DAY = "other_day"  # booked for another day
    NO_SLOT = "no_slot"  # wished for today when no slot was left; another day is offered
    OPEN = "open"  # not over when the day was


def outcome_of(visit: Visit, reason: str) -> Outcome:
    """How a contact has ended."""
    by_customer = reason == CUSTOMER
    marks = (
        (visit.served, Outcome.SERVED),
        (visit.called_back, Outcome.CALLBACK),
        (visit.queued_at is not None and by_customer, Outcome.ABANDONED),
        (visit.queued_at is not None and not visit.failed, Outcome.LEFT),
        (visit.failed, Outcome.FAILED),
        (visit.full, Outcome.REFUSED),
        (by_customer, Outcome.HUNG_UP),
        (visit.closed, Outcome.CLOSED),
        (visit.books, Outcome.BOOKED),
        (visit.bot_done, Outcome.CONTAINED),
    )
    return next((outcome for holds, outcome in marks if holds), Outcome.TOLD)


def booked_outcome(visit: Visit, outcome: Outcome) -> CallbackOutcome:
    """How a call of a booked callback has ended."""
    if not visit.picks_up or (visit.queued_at is None and not visit.answers):
        return CallbackOutcome.UNREACHED
    known = {
        Outcome.SERVED: CallbackOutcome.SERVED,
        Outcome.ABANDONED: CallbackOutcome.ABANDONED,
        Outcome.CALLBACK: CallbackOutcome.ABANDONED,
        Outcome.LEFT: CallbackOutcome.ABANDONED,
        Outcome.REFUSED: CallbackOutcome.REFUSED,
    }
    return known.get(outcome, CallbackOutcome.UNCONFIRMED)
