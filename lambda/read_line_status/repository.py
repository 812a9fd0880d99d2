"""The operations table: partition key `pk`, sort key `sk`; a line is the item `LINE#<name>`, `STATUS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb import DynamoDBClient


class OperationsTable:
    """What operators have switched, in DynamoDB; botocore's errors are passed on as they are."""

    def __init__(self, client: DynamoDBClient, table: str) -> None:
        self._client = client
        self._table = table

    def line(self, name: str) -> Mapping[str, object] | None:
        """Return the attributes of a line; a consistent read, so that a switch holds from the next call on."""
        found = self._client.get_item(
            TableName=self._table, Key={"pk": {"S": f"LINE#{name}"}, "sk": {"S": "STATUS"}}, ConsistentRead=True
        )
        item = found.get("Item")
        if item is None:
            return None
        return {key: _plain(value) for key, value in item.items()}


def _plain(value: Mapping[str, object]) -> object:
    """Return a text as it is and a whole number as `int`; anything else stays as DynamoDB spells it."""
    match value:
        case {"S": str(text)}:
            return text
        case {"N": str(number)} if number.lstrip("-").isdigit():
            return int(number)
    return value
