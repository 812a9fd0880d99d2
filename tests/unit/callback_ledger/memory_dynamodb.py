"""The DynamoDB of moto, reached without HTTP, signatures and parsers: many times as fast.

It adds what moto leaves out: a ClientRequestToken that answers the same transaction again for ten minutes.
"""

import copy
import json
from collections.abc import Callable
from functools import cache
from typing import Any

import boto3
from botocore.exceptions import ClientError
from moto import mock_aws
from moto.dynamodb.exceptions import ConditionalCheckFailed, TransactionCanceledException
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.models.table import Table

from tests.unit.callback_ledger.callbacks_table import TABLE, create_table

_REMEMBERED = 600
_REGION = "ap-northeast-2"
_ACCOUNT = "123456789012"  # moto's


def error(code: str, operation: str, reasons: list[dict[str, Any]] | None = None) -> ClientError:
    response: dict[str, Any] = {"Error": {"Code": code, "Message": code}}
    if reasons is not None:
        response["CancellationReasons"] = reasons
    return ClientError(response, operation)  # type: ignore[arg-type]  # reasons are no part of the stubs


@cache
def _empty_table() -> Table:
    with mock_aws():
        create_table(boto3.client("dynamodb", region_name=_REGION, aws_access_key_id="x", aws_secret_access_key="x"))
        return dynamodb_backends[_ACCOUNT][_REGION].tables[TABLE]


def _reasons(cancelled: TransactionCanceledException) -> list[dict[str, Any]]:
    reasons: list[dict[str, Any]] = json.loads(cancelled.description)["CancellationReasons"]
    return reasons


class MemoryDynamoDb:
    """As much of the client as the ledger uses; `clock` returns epoch seconds."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self._backend = DynamoDBBackend(_REGION, _ACCOUNT)
        self._backend.tables[TABLE] = copy.deepcopy(_empty_table())
        self._clock = clock
        self._done: dict[str, tuple[str, int]] = {}

    def get_item(self, **request: Any) -> dict[str, Any]:
        assert request["ConsistentRead"]
        found = self._backend.get_item(request["TableName"], request["Key"])
        return {"Item": found.to_json()["Attributes"]} if found else {}

    def put_item(self, **request: Any) -> None:
        try:
            self._backend.put_item(
                request["TableName"],
                request["Item"],
                condition_expression=request.get("ConditionExpression"),
                expression_attribute_values=request.get("ExpressionAttributeValues"),
            )
        except ConditionalCheckFailed as failed:
            raise error("ConditionalCheckFailedException", "PutItem") from failed

    def transact_write_items(self, **request: Any) -> None:
        items, token = request["TransactItems"], request["ClientRequestToken"]
        done, at = self._done.get(token, ("", 0))
        if done and self._clock() < at + _REMEMBERED:
            assert done == repr(items), "IdempotentParameterMismatch"
            return
        try:
            self._backend.transact_write_items(items)
        except TransactionCanceledException as cancelled:
            raise error("TransactionCanceledException", "TransactWriteItems", _reasons(cancelled)) from cancelled
        self._done[token] = (repr(items), self._clock())

    def query(self, **request: Any) -> dict[str, Any]:
        values = request["ExpressionAttributeValues"]
        shard, now = values[":shard"]["S"], int(values[":now"]["N"])
        found = [item for item in self.items() if item.get("shard", {}).get("S") == shard]
        found.sort(key=lambda item: int(item["wake_at"]["N"]))
        return {"Items": [item for item in found if int(item["wake_at"]["N"]) <= now][: request["Limit"]]}

    def items(self) -> list[dict[str, Any]]:
        """Everything that is in the table."""
        return [item.to_json()["Attributes"] for item in self._backend.tables[TABLE].all_items()]
