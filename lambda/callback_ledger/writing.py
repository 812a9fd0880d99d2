"""Writes that may lose against others: what DynamoDB says about it, and how often they are tried.

A transaction gets a ClientRequestToken made of what it writes, so that the same request repeated within ten minutes,
by botocore or by us, is answered as the first one was.
"""

from __future__ import annotations

import hashlib
import random
import time
from typing import TYPE_CHECKING, Any

from botocore.exceptions import ClientError

from aicc_core.errors import Contention

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, TransactWriteItemTypeDef

    Item = Mapping[str, Any]

TRIES = 8
_CONFLICTS = frozenset({"TransactionConflictException", "TransactionInProgressException"})
_LONGEST_PAUSE = 0.4


class ConditionFailed(Exception):
    """Conditions of a write failed: `items` has what was found, by the place of the condition in the write."""

    def __init__(self, items: Mapping[int, Item]) -> None:
        super().__init__(f"conditions {sorted(items)} failed")
        self.items = items


def pause(attempt: int) -> None:
    """Wait a random time, on average longer with each attempt, so that rivals spread."""
    time.sleep(random.uniform(0, min(_LONGEST_PAUSE, 0.02 * 2**attempt)))


def tries(wait: Callable[[int], None]) -> Iterator[int]:
    """Yield the number of each try; raises `Contention` after the last."""
    for attempt in range(TRIES):
        if attempt:
            wait(attempt)
        yield attempt
    raise Contention(f"a write lost {TRIES} times")


def is_conflict(error: ClientError) -> bool:
    """Whether another write was under way, so that the same write may succeed now."""
    code = error.response["Error"]["Code"]
    if code in _CONFLICTS:
        return True
    return code == "TransactionCanceledException" and "TransactionConflict" in _codes(error)


def write_all(client: DynamoDBClient, items: Sequence[TransactWriteItemTypeDef], wait: Callable[[int], None]) -> None:
    """Write all or nothing; raises `ConditionFailed` or `Contention`."""
    token = hashlib.sha256(repr(items).encode()).hexdigest()[:36]
    for _ in tries(wait):
        try:
            client.transact_write_items(TransactItems=items, ClientRequestToken=token)
            return
        except ClientError as error:
            if is_conflict(error):  # first, for with the others gone a condition may be judged otherwise
                continue
            failed = _failed(error)
            if failed:
                raise ConditionFailed(failed) from error
            raise


def put_if(client: DynamoDBClient, put: PutTypeDef, wait: Callable[[int], None]) -> None:
    """Write one item; raises `ConditionFailed` or `Contention`."""
    for _ in tries(wait):
        try:
            client.put_item(**put)
            return
        except ClientError as error:
            if is_conflict(error):
                continue
            if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
                raise ConditionFailed({0: {}}) from error
            raise


def _failed(error: ClientError) -> dict[int, Item]:
    reasons = _reasons(error)
    return {
        place: reason.get("Item", {})
        for place, reason in enumerate(reasons)
        if reason.get("Code") == "ConditionalCheckFailed"
    }


def _codes(error: ClientError) -> list[str]:
    return [reason.get("Code", "") for reason in _reasons(error)]


def _reasons(error: ClientError) -> list[dict[str, Any]]:
    reasons: list[dict[str, Any]] = dict(error.response).get("CancellationReasons", [])  # type: ignore[assignment]  # untyped
    return reasons
