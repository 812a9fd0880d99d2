"""What whoever uses the ledger sees of it: expected outcomes are values, faults are exceptions.

BookingOutcome  Booked | SlotFull | AlreadyOpen
EventOutcome    Applied | Ignored | Missing
EntryOutcome    Applied | Ignored | NoLine | Missing
MoveOutcome     Booked | SlotFull | NotMovable | Missing
ForgetOutcome   Forgotten | NotForgettable | Missing
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

    record: Record


@dataclass(frozen=True, slots=True)
class Applied:
    """The event holds, now or since it happened before."""

    record: Record


@dataclass(frozen=True, slots=True)
class Ignored:
    """The event changes nothing in this callback as it stands."""

    record: Record


@dataclass(frozen=True, slots=True)
class NoLine:
    """As many calls are under way as agents are free; nothing was changed."""

    record: Record


@dataclass(frozen=True, slots=True)
class NotMovable:
    """A call may exist, the callback is closed, or it is not for us to move it any more."""

    record: Record


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Nothing in the callback leads to a person, now or since the same was asked before."""

    record: Record


@dataclass(frozen=True, slots=True)
class NotForgettable:
    """The callback is open, so that its number is needed."""

    record: Record


@dataclass(frozen=True, slots=True)
class Missing:
    """There is no such callback."""


BookingOutcome = Booked | SlotFull | AlreadyOpen
EventOutcome = Applied | Ignored | Missing
EntryOutcome = Applied | Ignored | NoLine | Missing
MoveOutcome = Booked | SlotFull | NotMovable | Missing
ForgetOutcome = Forgotten | NotForgettable | Missing


class Ledger(Protocol):
    """The callbacks. Each write raises `Contention` when others kept winning, and botocore's errors as they are.

    After any error the same call may be made again: what was written before is recognised.
    """

    def book(self, record: Record, *, capacity: int) -> BookingOutcome:
        """Take a seat, write the record and lock the telephone number, all or nothing.

        A callback_id is for one booking: asked for again, the callback is returned as it is now, even if closed since.
        """

    def record(self, callback_id: str) -> Record | None:
        """Return a callback as of the last write."""

    def open_under(self, lock: str) -> Record | None:
        """Return the open callback of a telephone number."""

    def apply(self, callback_id: str, event: Event, *, now: int) -> EventOutcome:
        """Let `event` happen; what it no longer needs (seat, lock, line) is given back in the same write.

        ENTERED, MOVED and SHIFTED need a place of their own and come through `enter` and `move`; else a ValueError.
        """

    def enter(self, callback_id: str, *, owner: str, dial: int, free_agents: int, now: int) -> EntryOutcome:
        """Let the run `owner` enter its dial and take a line, if fewer lines are held than agents are free."""

    def move(
        self, callback_id: str, slot: Slot, *, due_at: int, capacity: int, now: int, by_customer: bool
    ) -> MoveOutcome:
        """Give the seat back and take one in `slot`, all or nothing.

        What the customer moves is on time again. We move only what is due, and not more often than the rules say.
        """

    def forget(self, callback_id: str, now: int) -> ForgetOutcome:
        """Take out of a closed callback what leads to a person; what statistics need stays."""

    def callbacks_of(self, lock: str) -> list[str]:
        """Return all callbacks of a telephone number, closed ones too, oldest first; an index, which may lag behind."""

    def open_callbacks(self, limit: int) -> list[Record]:
        """Return open callbacks, those that wait for an operator first, then by when somebody must look at them."""

    def seats_taken(self, slots: Sequence[Slot]) -> list[int]:
        """Return how many seats of each slot are taken."""

    def due(self, *, now: int, limit: int) -> list[str]:
        """Return open callbacks to look at; an index, so it may lag behind: look at the record before acting."""

    def take_token(self, name: str, rate: Rate, *, now_ms: int) -> bool:
        """Take a token of a bucket, False when there is none."""
