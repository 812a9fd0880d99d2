"""Callbacks of a day. Times are in seconds."""

from dataclasses import dataclass

from connect_flows._day._chance import Lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedCallbacks:
    """Callbacks in turn: the share of telephones that are picked up, and after how long."""

    answered: float
    rings: Lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedCallbacks:
    """Callbacks at a time.

    Attributes:
        flow: What runs when the customer has picked up.
        queue: Whose agents must be free before anybody is dialled.
        hours: When there are slots.
        capacity: How many callbacks a slot of half an hour has.
        same_day: The share that wants to be called today; the others are counted only.
        from_before: Today's that were booked on earlier days, as a share of all contacts.
        answered: The share of telephones that are picked up, ...
        rings: ... after so long.
        attempts: How often one is dialled at most, ...
        retry: ... at first so much later, then twice as much.
        grace: How late a call may be for want of an agent before it moves to the next slot, ...
        shifts: ... and how often it may move.
        per_second: How many calls are started at most, on average.
    """

    flow: str
    queue: str
    hours: str
    capacity: int
    same_day: float
    answered: float
    rings: Lengths
    from_before: float = 0.0
    attempts: int = 3
    retry: float = 600.0
    grace: float = 1800.0
    shifts: int = 3
    per_second: float = 1.6
