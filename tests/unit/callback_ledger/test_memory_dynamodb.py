"""The table in memory does what moto does, request by request, in all that the state machine makes of the ledger."""

from typing import TYPE_CHECKING, Any

import pytest
from botocore.exceptions import ClientError
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.ledger_machine import LedgerMachine
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.scanned_table import ScannedTable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Items = list[dict[str, Any]]


class BothTables:
    """Asks both and compares. Moto forgets ClientRequestTokens, so it is not asked again what was done."""

    def __init__(self, memory: MemoryDynamoDb, moto: ScannedTable) -> None:
        self._memory = memory
        self._moto = moto
        self.prefix = moto.prefix

    def get_item(self, **request: Any) -> Any:
        return self._both("get_item", request)

    def batch_get_item(self, **request: Any) -> Any:
        return self._both("batch_get_item", request)

    def query(self, **request: Any) -> Any:
        return self._both("query", request)

    def put_item(self, **request: Any) -> Any:
        return self._both("put_item", request)

    def transact_write_items(self, **request: Any) -> Any:
        if self._memory.has_done(request["ClientRequestToken"]):
            return self._memory.transact_write_items(**request)
        return self._both("transact_write_items", request)

    def items(self) -> Items:
        ours = self._memory.items()
        assert in_order(self._moto.items()) == in_order(ours)
        return ours

    def _both(self, name: str, request: dict[str, Any]) -> Any:
        theirs, ours = outcome(self._moto, name, request), outcome(self._memory, name, request)
        assert comparable(theirs) == comparable(ours)
        if isinstance(ours, ClientError):
            raise ours
        return ours


def outcome(table: Any, name: str, request: dict[str, Any]) -> Any:
    try:
        return getattr(table, name)(**request) or {}
    except ClientError as error:
        return error


def comparable(outcome: Any) -> Any:
    if isinstance(outcome, ClientError):
        reasons: Any = dict(outcome.response).get("CancellationReasons", [])
        told = [(reason["Code"], in_order([reason["Item"]] if "Item" in reason else [])) for reason in reasons]
        return outcome.response["Error"]["Code"], told
    if "Items" in outcome:  # moto's index has the whole item
        return [item["pk"]["S"] for item in outcome["Items"]]
    found = [outcome["Item"]] if "Item" in outcome else outcome.get("Responses", {}).get(TABLE, [])
    return in_order(found)


def in_order(items: Items) -> list[tuple[str, ...]]:
    """The items by their keys, their sets in order."""
    return sorted(
        tuple(f"{name}={sorted(value['SS']) if 'SS' in value else value}" for name, value in sorted(item.items()))
        for item in items
    )


@pytest.mark.thorough
def test_the_table_in_memory_does_what_moto_does(client: "DynamoDBClient") -> None:
    class OnBoth(LedgerMachine):
        def make_storage(self) -> BothTables:
            return BothTables(MemoryDynamoDb(lambda: self.now), ScannedTable(client, TABLE))

    chosen = settings(
        database=None, derandomize=True, max_examples=4, stateful_step_count=30, suppress_health_check=list(HealthCheck)
    )

    run_state_machine_as_test(OnBoth, settings=chosen)
