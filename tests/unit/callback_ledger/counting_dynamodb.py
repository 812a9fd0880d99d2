"""What DynamoDB would charge for requests: units of reading and writing, those of the indexes apart.

A unit reads 4 KB, consistently, or writes 1 KB; in a transaction it takes two. An index of keys only is written when
its keys change: once to add or remove an entry, twice to put one in place of another. Sizes are those of names and
values, the larger of what was there and what is there then.

Source: DynamoDB developer guide, "Read and write operations", "Item sizes and formats".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb

_INDEXES = (("shard", "wake_at"), ("lock", "created_at"))

Item = dict[str, Any]


@dataclass(slots=True)
class Units:
    """Units of a stretch of time."""

    read: int = 0
    written: int = 0
    in_indexes: int = 0


class CountingDynamoDb:
    """A client that counts."""

    def __init__(self, inner: MemoryDynamoDb) -> None:
        self._inner = inner
        self.units = Units()

    def get_item(self, **request: Any) -> dict[str, Any]:
        found = self._inner.get_item(**request)
        self.units.read += _blocks(found.get("Item"), 4096)
        return found

    def put_item(self, **request: Any) -> None:
        before = self._seen(request["Item"])
        self._inner.put_item(**request)
        self._count([(before, request["Item"])], factor=1)

    def transact_write_items(self, **request: Any) -> None:
        keys = [_key(next(iter(each.values()))) for each in request["TransactItems"]]
        before = [self._seen(key) for key in keys]
        self._inner.transact_write_items(**request)
        self._count(zip(before, [self._seen(key) for key in keys], strict=True), factor=2)

    def _count(self, changes: Iterable[tuple[Item | None, Item | None]], *, factor: int) -> None:
        for before, after in changes:
            self.units.written += factor * max(_blocks(before, 1024), _blocks(after, 1024))
            self.units.in_indexes += sum(_in_index(before, after, names) for names in _INDEXES)

    def _seen(self, key: Item) -> Item | None:
        at = {name: key[name] for name in ("pk", "sk")}
        return self._inner.get_item(TableName=TABLE, Key=at, ConsistentRead=True).get("Item")


def _key(write: Item) -> Item:
    key: Item = write.get("Key") or write["Item"]
    return key


def _in_index(before: Item | None, after: Item | None, names: tuple[str, ...]) -> int:
    was, is_ = _entry(before, names), _entry(after, names)
    return 0 if was == is_ else (was is not None) + (is_ is not None)


def _entry(item: Item | None, names: tuple[str, ...]) -> tuple[Any, ...] | None:
    return tuple(item[name] for name in names) if item and all(name in item for name in names) else None


def _blocks(item: Item | None, block: int) -> int:
    size = sum(len(name) + _size(value) for name, value in (item or {}).items())
    return max(1, -(-size // block))


def _size(value: Item) -> int:
    [(kind, content)] = value.items()
    match kind:
        case "S":
            return len(content.encode())
        case "SS":
            return sum(len(each.encode()) for each in content)
        case "N":
            return len(content) // 2 + 2
        case "B":
            return len(content)
        case _:
            return 1
