"""As much of DynamoDB as the ledger uses, in memory: a hundred times as fast as moto, to which it is held.

What it does not know it refuses. Unlike moto it answers a ClientRequestToken again for ten minutes, and refuses
expressions with names that DynamoDB has for itself.
"""

from collections.abc import Callable
from typing import Any

from botocore.exceptions import ClientError

from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.expressions import Item, holds, updated

_REMEMBERED = 600
Key = tuple[str, str]


def error(code: str, operation: str, reasons: list[dict[str, Any]] | None = None) -> ClientError:
    response: dict[str, Any] = {"Error": {"Code": code, "Message": code}}
    if reasons is not None:
        response["CancellationReasons"] = reasons
    return ClientError(response, operation)  # type: ignore[arg-type]  # reasons are no part of the stubs


def _key(item: Item) -> Key:
    return item["pk"]["S"], item["sk"]["S"]


class MemoryDynamoDb:
    """The client and its table; `clock` returns epoch seconds. No item is ever changed in place."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._items: dict[Key, Item] = {}
        self._clock = clock
        self._done: dict[str, tuple[str, int]] = {}

    def get_item(self, **request: Any) -> dict[str, Any]:
        assert request["TableName"] == TABLE
        assert request["ConsistentRead"]
        found = self._items.get(_key(request["Key"]))
        return {"Item": found} if found else {}

    def batch_get_item(self, **request: Any) -> dict[str, Any]:
        wanted = request["RequestItems"][TABLE]
        assert wanted["ConsistentRead"]
        found = [self._items.get(_key(key)) for key in wanted["Keys"]]
        return {"Responses": {TABLE: [item for item in found if item]}, "UnprocessedKeys": {}}

    def put_item(self, **request: Any) -> None:
        if self._judge(request)["Code"] != "None":
            raise error("ConditionalCheckFailedException", "PutItem")
        self._do("Put", request)

    def transact_write_items(self, **request: Any) -> None:
        items, token = request["TransactItems"], request["ClientRequestToken"]
        if self.has_done(token):
            assert self._done[token][0] == repr(items), "IdempotentParameterMismatch"
            return
        writes = [next(iter(item.items())) for item in items]
        assert len({_key(write.get("Key") or write["Item"]) for _, write in writes}) == len(writes)
        reasons = [self._judge(write) for _, write in writes]
        if any(reason["Code"] != "None" for reason in reasons):
            raise error("TransactionCanceledException", "TransactWriteItems", reasons)
        for operation, write in writes:
            self._do(operation, write)
        self._done[token] = (repr(items), self._clock())

    def has_done(self, token: str) -> bool:
        """Whether the same transaction was done a short while ago."""
        return token in self._done and self._clock() < self._done[token][1] + _REMEMBERED

    def query(self, **request: Any) -> dict[str, Any]:
        """Know the one query of the sweeper."""
        assert request["KeyConditionExpression"] == "#shard = :shard AND wake_at <= :now"
        assert request["ExpressionAttributeNames"] == {"#shard": "shard"}
        shard, now = request["ExpressionAttributeValues"][":shard"], request["ExpressionAttributeValues"][":now"]
        found = [item for item in self._items.values() if item.get("shard") == shard]
        found.sort(key=lambda item: int(item["wake_at"]["N"]))
        return {"Items": [item for item in found if int(item["wake_at"]["N"]) <= int(now["N"])][: request["Limit"]]}

    def items(self) -> list[Item]:
        """Everything that is in the table."""
        return list(self._items.values())

    def _judge(self, write: dict[str, Any]) -> dict[str, Any]:
        assert write["TableName"] == TABLE
        current = self._items.get(_key(write.get("Key") or write["Item"]))
        if holds(write, current):
            return {"Code": "None"}
        wants_old = write.get("ReturnValuesOnConditionCheckFailure") == "ALL_OLD"
        return {"Code": "ConditionalCheckFailed", **({"Item": current} if current and wants_old else {})}

    def _do(self, operation: str, write: dict[str, Any]) -> None:
        """Write what was judged before."""
        if operation == "Put":
            self._items[_key(write["Item"])] = write["Item"]
        elif operation == "Delete":
            self._items.pop(_key(write["Key"]), None)
        else:
            key = _key(write["Key"])
            self._items[key] = updated(write, self._items.get(key))
