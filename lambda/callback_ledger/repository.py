"""The callbacks table: partition key `pk`, sort key `sk`, index `wake`, TTL attribute `expires_at` (epoch seconds).

A callback is written only as it was seen, by its version; where another was faster it is read again and the event is
judged anew. What takes or frees a seat or a lock is one transaction with the callback itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aicc_core.errors import Contention, Unavailable
from callback_ledger import bucket, moves, writing
from callback_ledger.items import from_item
from callback_ledger.keys import INDEX, OPERATOR_SHARD, SHARDS, bucket_key, lock_key, record_key, slot_key
from callback_ledger.ledger import (
    AlreadyOpen,
    Applied,
    Booked,
    Ignored,
    Missing,
    NotMovable,
    SlotFull,
)
from callback_ledger.statements import Statements
from callback_ledger.transitions import after
from callback_ledger.writing import ConditionFailed, put_if, tries, write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mypy_boto3_dynamodb import DynamoDBClient

    from callback_ledger.bucket import Rate
    from callback_ledger.events import Event
    from callback_ledger.keys import Key
    from callback_ledger.ledger import BookingOutcome, EventOutcome, MoveOutcome
    from callback_ledger.record import Record, Slot
    from callback_ledger.rules import Rules

_SEAT, _RECORD, _LOCK = 0, 1, 2  # places in the booking's transaction


class CallbackTable:
    """The ledger in DynamoDB; `wait` pauses before another try."""

    def __init__(
        self, client: DynamoDBClient, table: str, rules: Rules, *, wait: Callable[[int], None] = writing.pause
    ) -> None:
        self._client = client
        self._table = table
        self._rules = rules
        self._wait = wait
        self._write = Statements(table, rules)

    def book(self, record: Record, *, capacity: int) -> BookingOutcome:
        """Take a seat, write the record and lock the telephone number, all or nothing."""
        try:
            write_all(
                self._client,
                [
                    {"Update": self._write.take_seat(record.slot, record.callback_id, capacity)},
                    {"Put": self._write.create(record)},
                    {"Put": self._write.lock(record)},
                ],
                self._wait,
            )
        except ConditionFailed as failure:
            return self._why_not_booked(record, failure)
        return Booked(record)

    def record(self, callback_id: str) -> Record | None:
        """Return a callback as of the last write."""
        item = self._get(record_key(callback_id))
        return from_item(item) if item else None

    def open_under(self, lock: str) -> Record | None:
        """Return the open callback of a telephone number."""
        item = self._get(lock_key(lock))
        record = self.record(item["callback_id"]["S"]) if item else None
        return record if record and record.is_open else None

    def apply(self, callback_id: str, event: Event, *, now: int) -> EventOutcome:
        """Let `event` happen; a callback that it closes gives its seat and its lock back."""
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            new = after(record, event, self._rules, now)
            if new is None:
                return Ignored(record)
            if new is record or self._replace(record, new):
                return Applied(new)
        raise AssertionError  # tries ends by raising

    def move(self, callback_id: str, slot: Slot, *, capacity: int, now: int) -> MoveOutcome:
        """Give the seat back and take one in `slot`, all or nothing."""
        for _ in tries(self._wait):
            record = self.record(callback_id)
            if record is None:
                return Missing()
            if record.is_open and record.slot == slot:
                return Booked(record)
            new = moves.into_slot(record, slot, now)
            if new is None:
                return NotMovable(record)
            try:
                write_all(
                    self._client,
                    [
                        {"Update": self._write.take_seat(slot, callback_id, capacity)},
                        {"Put": self._write.replace(record, new)},
                        {"Update": self._write.give_seat_back(record.slot, callback_id)},
                    ],
                    self._wait,
                )
            except ConditionFailed as failure:
                if _RECORD not in failure.items:
                    return SlotFull(slot)
            else:
                return Booked(new)
        raise AssertionError  # tries ends by raising

    def seats_taken(self, slots: Sequence[Slot]) -> list[int]:
        """Return how many seats of each slot are taken; at most 100 slots."""
        if not slots:
            return []
        names = [slot_key(slot)["pk"]["S"] for slot in slots]
        keys = [slot_key(slot) for slot in slots]
        found = self._client.batch_get_item(RequestItems={self._table: {"Keys": keys}})
        if found.get("UnprocessedKeys"):
            raise Unavailable("DynamoDB left keys of the batch unprocessed")
        taken = {item["pk"]["S"]: len(item.get("seats", {}).get("SS", [])) for item in found["Responses"][self._table]}
        return [taken.get(name, 0) for name in names]

    def due(self, *, now: int, limit: int) -> list[str]:
        """Return open callbacks to look at, up to `limit` of each shard."""
        return [callback_id for shard in SHARDS for callback_id in self._sleepers(shard, now, limit)]

    def waiting_for_operator(self, *, limit: int) -> list[str]:
        """Return the callbacks that only a person can settle."""
        return self._sleepers(OPERATOR_SHARD, 0, limit)

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
            try:
                put_if(self._client, self._write.fill_bucket(name, seen, full_at), self._wait)
            except ConditionFailed:
                continue
            return True
        raise AssertionError  # tries ends by raising

    def _why_not_booked(self, record: Record, failure: ConditionFailed) -> BookingOutcome:
        if _RECORD in failure.items:  # the same was asked before, and the answer was lost
            written = self.record(record.callback_id)
            if written is None:
                raise Contention("a callback vanished while it was read") from failure
            return Booked(written)
        if _LOCK in failure.items:
            return AlreadyOpen(failure.items[_LOCK]["callback_id"]["S"])
        return SlotFull(record.slot)

    def _replace(self, seen: Record, new: Record) -> bool:
        put = self._write.replace(seen, new)
        try:
            if new.is_open:
                put_if(self._client, put, self._wait)
            else:
                write_all(
                    self._client,
                    [
                        {"Put": put},
                        {"Update": self._write.give_seat_back(seen.slot, seen.callback_id)},
                        {"Delete": self._write.unlock(seen)},
                    ],
                    self._wait,
                )
        except ConditionFailed:
            return False
        return True

    def _sleepers(self, shard: str, now: int, limit: int) -> list[str]:
        found = self._client.query(
            TableName=self._table,
            IndexName=INDEX,
            KeyConditionExpression="shard = :shard AND wake_at <= :now",
            ExpressionAttributeValues={":shard": {"S": shard}, ":now": {"N": str(now)}},
            Limit=limit,
        )
        return [item["pk"]["S"].removeprefix("CALLBACK#") for item in found["Items"]]

    def _get(self, key: Key) -> Mapping[str, Any] | None:
        return self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item")
