"""What is read from the callbacks table: indexes, which have keys only and lag behind, and items as last written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aicc_core.errors import Unavailable
from callback_ledger.items import from_item
from callback_ledger.keys import INDEX, OPERATOR_SHARD, PHONE_INDEX, SHARDS, id_of, lock_key, record_key, slot_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import QueryInputTypeDef

    from callback_ledger.keys import Key
    from callback_ledger.record import Record, Slot

_BATCH = 100  # keys in one BatchGetItem, at most


class TableReader:
    """Reads; writes nothing."""

    def __init__(self, client: DynamoDBClient, table: str) -> None:
        self._client = client
        self._table = table

    def record(self, callback_id: str) -> Record | None:
        """Return a callback as of the last write."""
        item = self._get(record_key(callback_id))
        return from_item(item) if item else None

    def open_under(self, lock: str) -> Record | None:
        """Return the open callback of a telephone number."""
        item = self._get(lock_key(lock))
        record = self.record(item["callback_id"]["S"]) if item else None
        return record if record and record.is_open else None

    def seats_taken(self, slots: Sequence[Slot]) -> list[int]:
        """Return how many seats of each slot are taken."""
        names = [slot_key(slot)["pk"]["S"] for slot in slots]
        taken = {
            item["pk"]["S"]: len(item.get("seats", {}).get("SS", []))
            for item in self._batch([slot_key(slot) for slot in slots])
        }
        return [taken.get(name, 0) for name in names]

    def due(self, *, now: int, limit: int) -> list[str]:
        """Return open callbacks to look at, up to `limit` of each shard."""
        return [id_of(key) for shard in SHARDS for key in self._sleepers(shard, limit, until=now)]

    def open_callbacks(self, limit: int) -> list[Record]:
        """Return up to `limit` open callbacks, those that wait for an operator first."""
        keys = [key for shard in (OPERATOR_SHARD, *SHARDS) for key in self._sleepers(shard, limit)]
        keys.sort(key=lambda key: int(key["wake_at"]["N"]))  # 0 for those that wait for an operator
        items = self._batch([record_key(id_of(key)) for key in keys[:limit]])
        records = sorted((from_item(item) for item in items), key=lambda record: record.wake_at)
        return [record for record in records if record.is_open]

    def callbacks_of(self, lock: str) -> list[str]:
        """Return all callbacks of a telephone number, closed ones too, oldest first."""
        return [
            id_of(key)
            for key in self._query(
                {
                    "TableName": self._table,
                    "IndexName": PHONE_INDEX,
                    "KeyConditionExpression": "#lock = :lock",
                    "ExpressionAttributeNames": {"#lock": "lock"},
                    "ExpressionAttributeValues": {":lock": {"S": lock}},
                }
            )
        ]

    def _sleepers(self, shard: str, limit: int, *, until: int | None = None) -> list[Mapping[str, Any]]:
        query: QueryInputTypeDef = {
            "TableName": self._table,
            "IndexName": INDEX,
            "KeyConditionExpression": "#shard = :shard",
            "ExpressionAttributeNames": {"#shard": "shard"},
            "ExpressionAttributeValues": {":shard": {"S": shard}},
            "Limit": limit,
        }
        if until is not None:
            query["KeyConditionExpression"] = "#shard = :shard AND wake_at <= :now"
            query["ExpressionAttributeValues"] = {":shard": {"S": shard}, ":now": {"N": str(until)}}
        found: list[Mapping[str, Any]] = list(self._client.query(**query)["Items"])
        return found

    def _query(self, query: QueryInputTypeDef) -> Iterator[Mapping[str, Any]]:
        while True:
            found = self._client.query(**query)
            yield from found["Items"]
            if not found.get("LastEvaluatedKey"):
                return
            query["ExclusiveStartKey"] = found["LastEvaluatedKey"]

    def _batch(self, keys: Sequence[Key]) -> Iterator[Mapping[str, Any]]:
        for first in range(0, len(keys), _BATCH):
            some = list(keys[first : first + _BATCH])
            found = self._client.batch_get_item(RequestItems={self._table: {"Keys": some, "ConsistentRead": True}})
            if found.get("UnprocessedKeys"):
                raise Unavailable("DynamoDB left keys of the batch unprocessed")
            yield from found["Responses"][self._table]

    def _get(self, key: Key) -> Mapping[str, Any] | None:
        return self._client.get_item(TableName=self._table, Key=key, ConsistentRead=True).get("Item")
