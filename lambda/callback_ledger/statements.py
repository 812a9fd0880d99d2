"""The single writes that the ledger's transactions are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callback_ledger.items import slot_expiry, to_item
from callback_ledger.keys import bucket_key, lines_key, lock_key, slot_key

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import DeleteTypeDef, PutTypeDef, TransactWriteItemTypeDef, UpdateTypeDef

    from callback_ledger.record import Record, Slot
    from callback_ledger.rules import Rules

_DAY = 86_400


class Statements:
    """Writes to one table."""

    def __init__(self, table: str, rules: Rules) -> None:
        self._table = table
        self._rules = rules

    def create(self, record: Record) -> PutTypeDef:
        """Write a callback that is not there yet."""
        return {
            "TableName": self._table,
            "Item": to_item(record, self._rules),
            "ConditionExpression": "attribute_not_exists(pk)",
        }

    def replace(self, seen: Record, new: Record) -> PutTypeDef:
        """Write `new` in place of the callback as it was seen."""
        return {
            "TableName": self._table,
            "Item": to_item(new, self._rules),
            "ConditionExpression": "version = :seen",
            "ExpressionAttributeValues": {":seen": {"N": str(seen.version)}},
        }

    def change(
        self, seen: Record, new: Record, *, capacity: int = 0, free_agents: int | None = None
    ) -> list[TransactWriteItemTypeDef]:
        """Write `new` in place of `seen`, first, with all that this takes or gives back."""
        writes: list[TransactWriteItemTypeDef] = [{"Put": self.replace(seen, new)}]
        me, queue = seen.callback_id, seen.slot.queue
        if new.holds_line and not seen.holds_line:
            writes.append({"Update": self.take_line(queue, me, free_agents)})
        if seen.holds_line and not new.holds_line:
            writes.append({"Update": self.give_line_back(queue, me)})
        if new.is_open and new.slot != seen.slot:
            writes.append({"Update": self.take_seat(new.slot, me, capacity)})
            writes.append({"Update": self.give_seat_back(seen.slot, me)})
        if seen.is_open and not new.is_open:
            writes.append({"Update": self.give_seat_back(seen.slot, me)})
            writes.append({"Delete": self.unlock(seen)})
        return writes

    def take_seat(self, slot: Slot, callback_id: str, capacity: int) -> UpdateTypeDef:
        """Take a seat. The holders are kept by name: a seat is never taken twice, and no count can drift."""
        return {
            "TableName": self._table,
            "Key": slot_key(slot),
            "UpdateExpression": "SET expires_at = :expiry ADD seats :me",
            "ConditionExpression": "attribute_not_exists(seats) OR size(seats) < :capacity",
            "ExpressionAttributeValues": {
                ":me": {"SS": [callback_id]},
                ":capacity": {"N": str(capacity)},
                ":expiry": {"N": slot_expiry(slot, self._rules)},
            },
        }

    def give_seat_back(self, slot: Slot, callback_id: str) -> UpdateTypeDef:
        """Give a seat back, if it is held."""
        return {
            "TableName": self._table,
            "Key": slot_key(slot),
            "UpdateExpression": "SET expires_at = :expiry DELETE seats :me",
            "ExpressionAttributeValues": {
                ":me": {"SS": [callback_id]},
                ":expiry": {"N": slot_expiry(slot, self._rules)},
            },
        }

    def take_line(self, queue: str, callback_id: str, free_agents: int | None) -> UpdateTypeDef:
        """Take a line while fewer are held than agents are free; None when a call exists already, free or not."""
        update: UpdateTypeDef = {
            "TableName": self._table,
            "Key": lines_key(queue),
            "UpdateExpression": "ADD #lines :me",
            "ExpressionAttributeNames": {"#lines": "lines"},
            "ExpressionAttributeValues": {":me": {"SS": [callback_id]}},
        }
        if free_agents is not None:
            update["ConditionExpression"] = "attribute_not_exists(#lines) OR size(#lines) < :free"
            update["ExpressionAttributeValues"] = {":me": {"SS": [callback_id]}, ":free": {"N": str(free_agents)}}
        return update

    def give_line_back(self, queue: str, callback_id: str) -> UpdateTypeDef:
        """Give a line back, if it is held."""
        return {
            "TableName": self._table,
            "Key": lines_key(queue),
            "UpdateExpression": "DELETE #lines :me",
            "ExpressionAttributeNames": {"#lines": "lines"},
            "ExpressionAttributeValues": {":me": {"SS": [callback_id]}},
        }

    def lock(self, record: Record) -> PutTypeDef:
        """Lock the telephone number; what is there instead is told."""
        return {
            "TableName": self._table,
            "Item": {**lock_key(record.lock), "callback_id": {"S": record.callback_id}},
            "ConditionExpression": "attribute_not_exists(pk)",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
        }

    def unlock(self, record: Record) -> DeleteTypeDef:
        """Unlock the telephone number, unless another callback has locked it."""
        return {
            "TableName": self._table,
            "Key": lock_key(record.lock),
            "ConditionExpression": "attribute_not_exists(pk) OR callback_id = :me",
            "ExpressionAttributeValues": {":me": {"S": record.callback_id}},
        }

    def fill_bucket(self, name: str, seen: int | None, full_at: int) -> PutTypeDef:
        """Write when the bucket is full, in milliseconds, in place of what was seen; forgotten a day later."""
        put: PutTypeDef = {
            "TableName": self._table,
            "Item": {
                **bucket_key(name),
                "full_at": {"N": str(full_at)},
                "expires_at": {"N": str(full_at // 1000 + _DAY)},
            },
            "ConditionExpression": "attribute_not_exists(pk)",
        }
        if seen is not None:
            put["ConditionExpression"] = "full_at = :seen"
            put["ExpressionAttributeValues"] = {":seen": {"N": str(seen)}}
        return put
