"""The table in memory with its indexes: by telephone number, by shard, and by shard up to a time."""

from typing import Any

from callback_ledger.keys import INDEX, PHONE_INDEX
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb

_KEYS = {INDEX: ("shard", "wake_at"), PHONE_INDEX: ("lock", "created_at")}


class IndexedDynamoDb(MemoryDynamoDb):
    def query(self, **request: Any) -> dict[str, Any]:
        partition, sort = _KEYS[request["IndexName"]]
        values = request["ExpressionAttributeValues"]
        wanted = values[f":{partition}"]
        latest = int(values[":now"]["N"]) if ":now" in values else None
        found = [item for item in self.items() if partition in item and item[partition] == wanted]
        found = [item for item in found if latest is None or int(item[sort]["N"]) <= latest]
        found.sort(key=lambda item: int(item[sort]["N"]))
        return {"Items": found[: request.get("Limit")]}
