"""A table behind a client of boto3, as the state machine needs it: on moto, or on the local AWS."""

import uuid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


class ScannedTable:
    """Empties the table first. A real clock remembers ClientRequestTokens, so callbacks are named anew each time."""

    def __init__(self, client: "DynamoDBClient", table: str) -> None:
        self._client = client
        self._table = table
        self.prefix = f"{uuid.uuid4().hex}-"
        for item in self.items():
            client.delete_item(TableName=table, Key={"pk": item["pk"], "sk": item["sk"]})

    def __getattr__(self, name: str) -> Any:
        return getattr(self._client, name)

    def items(self) -> list[dict[str, Any]]:
        """Everything that is in the table."""
        pages = self._client.get_paginator("scan").paginate(TableName=self._table, ConsistentRead=True)
        return [dict(item) for page in pages for item in page["Items"]]
