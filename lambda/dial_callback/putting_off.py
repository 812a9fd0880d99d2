"""What becomes of a callback that is due and cannot be called now.

For a while after the time that the customer was told it is tried in small steps. After that it gets a seat in the next
slot that has one, with an apology when it is called, and after some of those an operator decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from callback_ledger import measures
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied, Booked, SlotFull
from callback_ledger.slots import nearest_free, slots
from callback_ledger.telling import Telling
from dial_callback.ending import Because, Ending, How
from korean.clock import KOREA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.record import Record, Slot
    from dial_callback.means import Means

_CANDIDATES = 3  # slots, in case others take the last seat of one


@dataclass(frozen=True, slots=True)
class Turn:
    """One run that has the callback leased."""

    means: Means
    record: Record
    owner: str

    def wait(self, seconds: int, because: Because) -> Ending:
        """Give it back for some seconds."""
        return self._wait_until(self.means.now() + seconds, because)

    def wait_for_hours(self) -> Ending:
        """Wait for somebody to know the opening hours, however long; past the grace an alarm is to tell of it.

        The sweeper would not: a callback that is put off again and again is never late for it.
        """
        if self.means.now() >= self.record.promised_at + self.means.rules.grace:
            self.means.measures.add(measures.OVERDUE)
        return self.wait(self.means.rules.wait_step, Because.HOURS_UNKNOWN)

    def put_off(self, hours: OpeningHours, because: Because) -> Ending:
        """Wait for somebody to be free, or for a time to call; not for ever."""
        means, record = self.means, self.record
        if means.now() < record.promised_at + means.rules.grace:
            # Whom an operator wanted called early is called when he was told, if that cannot be.
            return self._wait_until(max(means.now() + means.rules.wait_step, record.promised_at), because)
        if record.shifts < means.rules.max_shifts:
            free = self._later_slots(hours)
            if free:
                return self._shift(free, because)
        return self.leave(because)

    def leave(self, because: Because) -> Ending:
        """Leave it to an operator."""
        return self._tell(Event(kind=Kind.UNSERVED, owner=self.owner), How.UNSERVED, because)

    def _wait_until(self, due_at: int, because: Because) -> Ending:
        return self._tell(Event(kind=Kind.POSTPONED, owner=self.owner, due_at=due_at), How.POSTPONED, because)

    def _later_slots(self, hours: OpeningHours) -> list[Slot]:
        """Return the next slots with a free seat."""
        means, queue = self.means, self.record.slot.queue
        now = datetime.fromtimestamp(means.now(), KOREA)
        offered = slots(queue, hours, means.slot_rules, now=now)
        return nearest_free(now, offered, means.ledger.seats_taken, means.slot_rules, count=_CANDIDATES)

    def _shift(self, free: Sequence[Slot], because: Because) -> Ending:
        means, callback_id, capacity = self.means, self.record.callback_id, self.means.slot_rules.capacity
        for slot in free:
            now = means.now()
            moved = means.ledger.move(
                callback_id, slot, due_at=slot.start, capacity=capacity, now=now, by_customer=False
            )
            if isinstance(moved, Booked):
                means.measures.add(measures.SHIFTED)
                means.waking.wake(callback_id, moved.record.due_at, now)
                return Ending(How.SHIFTED, moved.record, because)
            if not isinstance(moved, SlotFull):
                return Ending(How.LOST, self.record, because)
        return self.wait(means.rules.wait_step, because)

    def _tell(self, event: Event, how: How, because: Because) -> Ending:
        means = self.means
        told = Telling(means.ledger, means.waking, means.measures).tell(self.record.callback_id, event, means.now())
        if isinstance(told, Applied):
            return Ending(how, told.record, because)
        return Ending(How.LOST, self.record, because)
