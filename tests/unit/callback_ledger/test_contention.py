"""Many writers at once; moto takes one call at a time, so the writers take turns at calls and not at bookings."""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from aicc_core.errors import Contention
from callback_ledger.keys import slot_key
from callback_ledger.ledger import Booked
from callback_ledger.record import Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.faulty_dynamodb import FaultyDynamoDb
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

NOW = int(datetime(2026, 11, 23, 10, 0, tzinfo=KOREA).timestamp())
SLOTS = [Slot("general", NOW + number * 1800) for number in range(14)]
CAPACITY = 5
WRITERS = 64


class OneAtATime:
    def __init__(self, dynamodb: FaultyDynamoDb) -> None:
        self._dynamodb = dynamodb
        self._lock = threading.Lock()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(**request: Any) -> Any:
            with self._lock:
                return getattr(self._dynamodb, name)(**request)

        return call


def test_sixty_four_writers_fill_the_last_seats_exactly() -> None:
    memory = MemoryDynamoDb(lambda: NOW)
    dynamodb = FaultyDynamoDb(memory, seed=1)
    dynamodb.deaths = 0
    client = cast("DynamoDBClient", OneAtATime(dynamodb))
    ledger = CallbackTable(client, TABLE, Rules(), wait=lambda _: None)

    def write(number: int) -> Slot:
        for slot in SLOTS:
            record = book(callback_id=f"c{number}", phone=b"", lock=f"lock-{number}", slot=slot, now=NOW)
            while True:
                try:
                    outcome = ledger.book(record, capacity=CAPACITY)
                    break
                except Contention:
                    continue
            if isinstance(outcome, Booked):
                return slot
        raise AssertionError("no seat anywhere")

    with ThreadPoolExecutor(WRITERS) as pool:
        got = Counter(pool.map(write, range(WRITERS)))

    seats = {item["pk"]["S"]: len(item["seats"]["SS"]) for item in memory.items() if item["sk"]["S"] == "SEATS"}
    assert [got[slot] for slot in SLOTS] == [CAPACITY] * 12 + [4, 0]
    assert seats == {slot_key(slot)["pk"]["S"]: taken for slot, taken in got.items()}
