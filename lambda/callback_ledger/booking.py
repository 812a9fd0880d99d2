"""Booking, moving and cancelling, for whoever talks to customers: moments in, moments out.

What comes before and after the ledger's one transaction is here: whether the moment is offered at all, hiding the
number, and waking the callback in time. A failure to wake is no failure to book: the sweeper finds what is due.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from aicc_core.errors import FunctionError
from callback_ledger import slots
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import AlreadyOpen, Booked, Missing, NotMovable, SlotFull
from callback_ledger.record import Slot, book
from callback_ledger.slots import slot_of
from korean.clock import KOREA

if TYPE_CHECKING:
    from aicc_core.keyed_hash import KeyedHash
    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.ledger import EventOutcome, Ledger
    from callback_ledger.record import Record
    from callback_ledger.sealing import Sealing
    from callback_ledger.slots import SlotRules
    from callback_ledger.waking import Waking

_Outcome = TypeVar("_Outcome")


class IdUsedUp(FunctionError):
    """A callback_id was used for a booking that is over."""


@dataclass(frozen=True, slots=True)
class NotOffered:
    """Nobody is there at that moment or may call, or it is too soon or too far ahead; nothing was changed."""


class Bookings:
    """The callbacks of one queue, as customers ask for them.

    Every method raises `Contention`, botocore's errors, and those of the ports; the same call may then be made again.

    Args:
        ledger: Keeps them.
        sealing: Hides the telephone number.
        keyed_hash: Stands for the telephone number in keys.
        waking: Has somebody look at a callback when it is due.
        rules: Which moments are offered.
        queue: The queue's key in the ledger.
    """

    def __init__(
        self,
        *,
        ledger: Ledger,
        sealing: Sealing,
        keyed_hash: KeyedHash,
        waking: Waking,
        rules: SlotRules,
        queue: str,
    ) -> None:
        self._ledger = ledger
        self._sealing = sealing
        self._keyed_hash = keyed_hash
        self._waking = waking
        self._rules = rules
        self._queue = queue

    def find(self, phone: str) -> Record | None:
        """Return the open callback of a telephone number (E.164)."""
        return self._ledger.open_under(lock_of(phone, self._keyed_hash))

    def book(
        self, callback_id: str, phone: str, when: datetime, hours: OpeningHours, now: datetime
    ) -> Booked | NotOffered | SlotFull | AlreadyOpen:
        """Book `when` for a telephone number (E.164).

        `callback_id` is random and the same for each repetition of one wish. The wish repeated with another moment
        moves the callback; a number that has an open callback for this very moment is booked already. Raises
        `IdUsedUp` when the callback of that id is closed.
        """
        if not self._is_offered(when, hours, now):
            return NotOffered()
        slot, due_at = self._place(when)
        record = book(
            callback_id=callback_id,
            phone=self._sealing.seal(phone, callback_id),
            lock=lock_of(phone, self._keyed_hash),
            slot=slot,
            due_at=due_at,
            now=_seconds(now),
        )
        outcome = self._ledger.book(record, capacity=self._rules.capacity)
        if isinstance(outcome, AlreadyOpen) and outcome.record.promised_at == due_at:
            outcome = Booked(outcome.record)
        if isinstance(outcome, Booked):
            if not outcome.record.is_open:
                raise IdUsedUp(f"callback {callback_id} is closed; another booking needs another id")
            if outcome.record.promised_at != due_at:
                moved = self._move(callback_id, when, now)
                outcome = moved if isinstance(moved, Booked | SlotFull) else AlreadyOpen(outcome.record)
        return self._woken(outcome, due_at, now)

    def move(
        self, callback_id: str, when: datetime, hours: OpeningHours, now: datetime
    ) -> Booked | NotOffered | SlotFull | NotMovable | Missing:
        """Move a callback to `when`, as the customer wishes; with `SlotFull` and `NotOffered` it stays where it is."""
        if not self._is_offered(when, hours, now):
            return NotOffered()
        return self._woken(self._move(callback_id, when, now), _seconds(when), now)

    def cancel(self, callback_id: str, now: datetime) -> EventOutcome:
        """Cancel a callback; while a call may exist, `Applied` says that none follows."""
        return self._ledger.apply(callback_id, Event(kind=Kind.CANCELLED), now=_seconds(now))

    def nearest_free(self, wish: datetime, hours: OpeningHours, now: datetime, count: int = 2) -> list[datetime]:
        """Return up to `count` moments with a free seat: `wish` itself if it fits, then the nearest starts of slots."""
        wished, taken = slot_of(wish, self._queue, self._rules), self._ledger.seats_taken
        fits = self._is_offered(wish, hours, now) and taken([wished])[0] < self._rules.capacity
        others = (slot for slot in slots.slots(self._queue, hours, self._rules, now=now) if slot != wished)
        found = slots.nearest_free(wish, others, taken, self._rules, count=count - fits)
        return [wish] * fits + [datetime.fromtimestamp(slot.start, KOREA) for slot in found]

    def _is_offered(self, when: datetime, hours: OpeningHours, now: datetime) -> bool:
        return slots.is_offered(when, hours, self._rules, now=now)

    def _place(self, when: datetime) -> tuple[Slot, int]:
        return slot_of(when, self._queue, self._rules), _seconds(when)

    def _move(self, callback_id: str, when: datetime, now: datetime) -> Booked | SlotFull | NotMovable | Missing:
        slot, due_at = self._place(when)
        return self._ledger.move(
            callback_id, slot, due_at=due_at, capacity=self._rules.capacity, now=_seconds(now), by_customer=True
        )

    def _woken(self, outcome: _Outcome, due_at: int, now: datetime) -> _Outcome:
        # Who made it due at another moment, such as an operator who is in a hurry, has woken it for that.
        if isinstance(outcome, Booked) and outcome.record.is_open and outcome.record.due_at == due_at:
            self._waking.wake(outcome.record.callback_id, due_at, _seconds(now))
        return outcome


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())
