"""What whoever uses the ledger sees of it: expected outcomes are values, faults are exceptions.

BookingOutcome  Booked | SlotFull | AlreadyOpen
EventOutcome    Applied | Ignored | Missing
MoveOutcome     Booked | SlotFull | NotMovable | Missing
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from callback_ledger.bucket import Rate
from callback_ledger.events import Event
from callback_ledger.record import Record, Slot


@dataclass(frozen=True, slots=True)
class Booked:
    """The callback has its seat, now or since the same was asked before."""

    record: Record


@dataclass(frozen=True, slots=True)
class SlotFull:
    """No seat is left in the slot; nothing was changed."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class AlreadyOpen:
    """The telephone number has an open callback; it can be moved or cancelled."""

    callback_id: str


@dataclass(frozen=True, slots=True)
class Applied:
    """The event holds, now or since it happened before."""

    record: Record


@dataclass(frozen=True, slots=True)
class Ignored:
    """The event changes nothing in this callback as it stands."""

    record: Record


@dataclass(frozen=True, slots=True)
class NotMovable:
    """A call may exist, or the callback is closed."""

    record: Record


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such callback."""


BookingOutcome = Booked | SlotFull | AlreadyOpen
EventOutcome = Applied | Ignored | Missing
MoveOutcome = Booked | SlotFull | NotMovable | Missing


class Ledger(Protocol):
    """The callbacks. Each write raises `Contention` when others kept winning, and botocore's errors as they are.

    After any error the same call may be made again: what was written before is recognised.
    """

    def book(self, record: Record, *, capacity: int) -> BookingOutcome:
        """Take a seat, write the record and lock the telephone number, all or nothing."""

    def record(self, callback_id: str) -> Record | None:
        """Return a callback as of the last write."""

    def open_under(self, lock: str) -> Record | None:
        """Return the open callback of a telephone number."""

    def apply(self, callback_id: str, event: Event, *, now: int) -> EventOutcome:
        """Let `event` happen; a callback that it closes gives its seat and its lock back."""

    def move(self, callback_id: str, slot: Slot, *, capacity: int, now: int) -> MoveOutcome:
        """Give the seat back and take one in `slot`, all or nothing."""

    def seats_taken(self, slots: Sequence[Slot]) -> list[int]:
        """Return how many seats of each slot are taken."""

    def due(self, *, now: int, limit: int) -> list[str]:
        """Return open callbacks to look at; an index, so it may lag behind: look at the record before acting."""

    def waiting_for_operator(self, *, limit: int) -> list[str]:
        """Return the callbacks that only a person can settle; an index, which may lag behind."""

    def take_token(self, name: str, rate: Rate, *, now_ms: int) -> bool:
        """Take a token of a bucket, False when there is none."""
