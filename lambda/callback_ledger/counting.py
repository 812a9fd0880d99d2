"""How many callbacks are open, and what is counted once a day; beside the ledger, for nothing depends on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from callback_ledger.keys import INDEX, OPERATOR_SHARD, SHARDS
from callback_ledger.writing import ConditionFailed, pause, put_if

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import QueryInputTypeDef

_KEPT = 7 * 86_400  # seconds that a claim is kept


class Counts(Protocol):
    """Counts of callbacks, from an index that lags behind."""

    def open(self) -> int:
        """Return how many are open, those that wait for an operator left out."""

    def waiting_for_operator(self) -> int:
        """Return how many only a person can settle."""

    def claim_day(self, name: str, day: date, *, now: int) -> bool:
        """Return True to the first who asks for `name` on `day`, False to all others."""


class CallbackCounts:
    """In DynamoDB; a claim is the item `DAY#<name>#<day>`, `CLAIM`."""

    def __init__(self, client: DynamoDBClient, table: str, *, wait: Callable[[int], None] = pause) -> None:
        self._client = client
        self._table = table
        self._wait = wait

    def open(self) -> int:
        """Return how many are open, those that wait for an operator left out."""
        return sum(self._in_shard(shard) for shard in SHARDS)

    def waiting_for_operator(self) -> int:
        """Return how many only a person can settle."""
        return self._in_shard(OPERATOR_SHARD)

    def claim_day(self, name: str, day: date, *, now: int) -> bool:
        """Return True once; should the answer be lost, nobody gets it."""
        item = {
            "pk": {"S": f"DAY#{name}#{day.isoformat()}"},
            "sk": {"S": "CLAIM"},
            "expires_at": {"N": str(now + _KEPT)},
        }
        try:
            put_if(
                self._client,
                {"TableName": self._table, "Item": item, "ConditionExpression": "attribute_not_exists(pk)"},
                self._wait,
            )
        except ConditionFailed:
            return False
        return True

    def _in_shard(self, shard: str) -> int:
        query: QueryInputTypeDef = {
            "TableName": self._table,
            "IndexName": INDEX,
            "KeyConditionExpression": "#shard = :shard",
            "ExpressionAttributeNames": {"#shard": "shard"},
            "ExpressionAttributeValues": {":shard": {"S": shard}},
            "Select": "COUNT",
        }
        count = 0
        while True:
            page = self._client.query(**query)
            count += page["Count"]
            if not page.get("LastEvaluatedKey"):
                return count
            query["ExclusiveStartKey"] = page["LastEvaluatedKey"]
