"""The callbacks table: keys `pk` and `sk`, indexes `wake` and `phone`, TTL attribute `expires_at` (epoch seconds).

A callback is written only as it was seen, by its version; where another was faster it is read again and the event is
judged anew. What takes or frees a seat, a lock or a line is one transaction with the callback itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from callback_ledger import bucket, writing
from callback_ledger.events import NEEDS_A_PLACE, Event, Kind
from callback_ledger.forgetting import forget
from callback_ledger.keys import bucket_key
from callback_ledger.ledger import (
    AlreadyOpen,
    Applied,
    Booked,
    Forgotten,
    Ignored,
    Missing,
    NoLine,
    NotForgettable,
    NotMovable,
    SlotFull,
)
from callback_ledger.reading import TableReader
from callback_ledger.statements import Statements
from callback_ledger.transitions import after
from callback_ledger.writing import ConditionFailed, put_if, tries, write_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

    from callback_ledger.bucket import Rate
    from callback_ledger.ledger import BookingOutcome, EntryOutcome, EventOutcome, ForgetOutcome, MoveOutcome
    from callback_ledger.record import Record, Slot
    from callback_ledger.rules import Rules

_RECORD, _LOCK = 0, 1  # places in a transaction


class CallbackTable(TableReader):
    """The ledger in DynamoDB; `wait` pauses before another try."""

    def __init__(
        self, client: DynamoDBClient, table: str, rules: Rules, *, wait: Callable[[int], None] = writing.pause
    ) -> None:
        super().__init__(client, table)
        self._rules = rules
        self._wait = wait
        self._write = Statements(table, rules)

    def book(self, record: Record, *, capacity: int) -> BookingOutcome:
        """Take a seat, write the record and lock the telephone number, all or nothing."""
        for _ in tries(self._wait):
            failed = self._write_all(
                [
                    {"Put": self._write.create(record)},
                    {"Put": self._write.lock(record)},
                    {"Update": self._write.take_seat(record.slot, record.callback_id, capacity)},
                ]
            )
            if failed is None:
                return Booked(record)
            outcome = self._why_not_booked(record, failed)
            if outcome:
                return outcome
        raise AssertionError  # tries ends by raising

    def apply(self, callback_id: str, event: Event, *, now: int) -> EventOutcome:
        """Let `event` happen; what it no longer needs (seat, lock, line) is given back in the same write."""
        if event.kind in NEEDS_A_PLACE:
            raise ValueError(f"{event.kind} takes a seat or a line; use `enter` or `move`")
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            new = after(record, event, self._rules, now)
            if new is None:
                return Ignored(record)
            if new is record or self._write_all(self._write.change(record, new)) is None:
                return Applied(new)
        raise AssertionError  # tries ends by raising

    def enter(self, callback_id: str, *, owner: str, dial: int, free_agents: int, now: int) -> EntryOutcome:
        """Let the run `owner` enter its dial and take a line, if fewer lines are held than agents are free."""
        event = Event(kind=Kind.ENTERED, owner=owner, dial=dial)
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            new = after(record, event, self._rules, now)
            if new is None:
                return Ignored(record)
            if new is record:
                return Applied(record)
            if free_agents < 1:
                return NoLine(record)
            failed = self._write_all(self._write.change(record, new, free_agents=free_agents))
            if failed is None:
                return Applied(new)
            if _RECORD not in failed.items:
                return NoLine(record)
        raise AssertionError  # tries ends by raising

    def move(
        self, callback_id: str, slot: Slot, *, due_at: int, capacity: int, now: int, by_customer: bool
    ) -> MoveOutcome:
        """Give the seat back and take one in `slot`, all or nothing."""
        event = Event(kind=Kind.MOVED if by_customer else Kind.SHIFTED, slot=slot, due_at=due_at)
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            new = after(record, event, self._rules, now)
            if new is None:
                return NotMovable(record)
            if new is record:
                return Booked(record)
            failed = self._write_all(self._write.change(record, new, capacity=capacity))
            if failed is None:
                return Booked(new)
            if _RECORD not in failed.items:
                return SlotFull(slot)
        raise AssertionError  # tries ends by raising

    def forget(self, callback_id: str, now: int) -> ForgetOutcome:
        """Take out of a closed callback what leads to a person; what statistics need stays."""
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            new = forget(record, now)
            if new is None:
                return NotForgettable(record)
            if new is record or self._write_all(self._write.change(record, new)) is None:
                return Forgotten(new)
        raise AssertionError  # tries ends by raising

    def take_token(self, name: str, rate: Rate, *, now_ms: int) -> bool:
        """Take a token of the bucket `name`, False when there is none.

        A token whose answer was lost is gone: the rate is kept from above.
        """
        for _ in tries(self._wait):
            item = self._get(bucket_key(name))
            seen = int(item["full_at"]["N"]) if item else None
            full_at = bucket.take(seen or 0, rate, now_ms)
            if full_at is None:
                return False
            if self._write_all([{"Put": self._write.fill_bucket(name, seen, full_at)}]) is None:
                return True
        raise AssertionError  # tries ends by raising

    def _why_not_booked(self, record: Record, failed: ConditionFailed) -> BookingOutcome | None:
        """Return None when whoever was in the way is gone by now."""
        if _RECORD in failed.items:  # the same was asked before, and the answer was lost
            written = self.record(record.callback_id)
            return Booked(written) if written else None
        if _LOCK in failed.items:
            other = self.record(failed.items[_LOCK]["callback_id"]["S"])
            return AlreadyOpen(other) if other and other.is_open else None
        return SlotFull(record.slot)

    def _write_all(self, items: list[TransactWriteItemTypeDef]) -> ConditionFailed | None:
        """Write all or nothing; a lone put needs no transaction, which would cost twice as much."""
        try:
            if len(items) == 1:
                put_if(self._client, items[0]["Put"], self._wait)
            else:
                write_all(self._client, items, self._wait)
        except ConditionFailed as failed:
            return failed
        return None
