"""Many writers at once. The table answers one call at a time: the writers take turns at calls, not at bookings."""

import json
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from aicc_core.errors import Contention
from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.booking import Bookings
from callback_ledger.items import from_item
from callback_ledger.ledger import Booked, SlotFull
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.faults import Faults, FaultyDynamoDb
from tests.unit.callback_ledger.functions import Alarms
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.promises import Promises

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

HOURS = read_opening_hours(json.dumps({"text": "", "week": {"MONDAY": [["09:00", "18:00"]]}, "exceptions": {}}))
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=KOREA)
WISH = NOW.replace(hour=12, minute=10)
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


def patiently(ask: Callable[[], Any]) -> Any:
    while True:
        try:
            return ask()
        except Contention:
            continue


def test_sixty_four_writers_fill_the_wished_slot_exactly_and_the_others_get_the_nearest() -> None:
    memory = MemoryDynamoDb(lambda: int(NOW.timestamp()))
    faults = Faults(seed=1)
    faults.deaths = 0
    client = cast("DynamoDBClient", OneAtATime(FaultyDynamoDb(memory, faults)))
    bookings = Bookings(
        ledger=CallbackTable(client, TABLE, Rules(), wait=lambda _: None),
        sealing=LocalSealing(b"key"),
        keyed_hash=LocalKeyedHash(b"key"),
        waking=Alarms(faults),
        rules=SlotRules(length=30, capacity=CAPACITY, days=0),
        queue="general",
    )

    def write(number: int) -> Record:
        when = WISH
        while True:
            phone = f"+8210{number:08}"
            outcome = patiently(lambda: bookings.book(f"c{number}", phone, when, HOURS, NOW))  # noqa: B023
            if isinstance(outcome, Booked):
                return outcome.record
            assert isinstance(outcome, SlotFull)
            when = patiently(lambda: bookings.nearest_free(WISH, HOURS, NOW, count=1))[0]

    with ThreadPoolExecutor(WRITERS) as pool:
        got = list(pool.map(write, range(WRITERS)))

    written = [from_item(item) for item in memory.items() if item["sk"]["S"] == "RECORD"]
    taken = Counter(datetime.fromtimestamp(record.slot.start, KOREA) for record in written)
    nearest = [
        WISH.replace(minute=0) + timedelta(minutes=30 * number) for number in range(-4, 9)
    ]  # none before it opens
    assert sorted(got, key=str) == sorted(written, key=str)
    assert sorted(taken.values()) == [4] + [CAPACITY] * 12
    assert taken.keys() == set(nearest)
    Promises(Rules(), CAPACITY).check(memory.items(), [])
