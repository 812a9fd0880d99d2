"""A DynamoDB in which writes conflict, processes die before and after a call, and rivals act in between."""

import random
from collections.abc import Callable
from typing import Any

from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb, error


class Died(Exception):
    """The process ended at a call; whether the call did its work it never learns."""


class FaultyDynamoDb:
    """`conflicts` and the like are shares of the calls; `rival` is what others do just before a write."""

    def __init__(self, dynamodb: MemoryDynamoDb, seed: int) -> None:
        self._dynamodb = dynamodb
        self._random = random.Random(seed)
        self.conflicts = 0.3
        self.deaths = 0.03
        self.rivals = 0.2
        self.rival: Callable[[], None] = lambda: None

    def calm_down(self) -> None:
        self.conflicts = self.deaths = self.rivals = 0.0

    def get_item(self, **request: Any) -> Any:
        self._maybe_die()
        return self._dynamodb.get_item(**request)

    def query(self, **request: Any) -> Any:
        return self._dynamodb.query(**request)

    def put_item(self, **request: Any) -> None:
        self._before_write("TransactionConflictException", "PutItem", None)
        self._dynamodb.put_item(**request)
        self._maybe_die()

    def transact_write_items(self, **request: Any) -> None:
        reasons = [{"Code": "None"} for _ in request["TransactItems"]]
        self._random.choice(reasons)["Code"] = "TransactionConflict"
        self._before_write("TransactionCanceledException", "TransactWriteItems", reasons)
        self._dynamodb.transact_write_items(**request)
        self._maybe_die()

    def _before_write(self, code: str, operation: str, reasons: list[dict[str, Any]] | None) -> None:
        self._maybe_die()
        if self._random.random() < self.rivals:
            self.rival()
        if self._random.random() < self.conflicts:
            raise error(code, operation, reasons)

    def _maybe_die(self) -> None:
        if self._random.random() < self.deaths:
            raise Died
