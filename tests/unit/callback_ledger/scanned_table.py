"""A table behind a client of boto3, as the state machine needs it: on moto, or on the local AWS."""

import uuid
import zlib
from typing import TYPE_CHECKING, Any

from callback_ledger.keys import SHARDS

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


_NAMES = [f"callback-{number}" for number in range(100)]


class ScannedTable:
    """Empties the table first. A real clock remembers ClientRequestTokens, so callbacks are named anew each time."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table
        self.prefix = _new_prefix()
        for item in self.items():
            client.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def items(self) -> list[dict[str, Any]]:
        """Everything that is in the table."""
        pages = self._client.get_paginator("scan").paginate(TableName=self._table, ConsistentRead=True)
        return [dict(item) for page in pages for item in page["Items"]]


def _new_prefix() -> str:
    """A prefix that no other example has, with which callbacks lie in the shards that they would lie in without.

    By the shard a sweep finds one callback before another, and hypothesis has to find the same order again.
    """
    while True:
        prefix = f"{uuid.uuid4().hex}-"
        if all(_shard(prefix + name) == _shard(name) for name in _NAMES):
            return prefix


def _shard(callback_id: str) -> int:
    return zlib.crc32(callback_id.encode()) % len(SHARDS)
