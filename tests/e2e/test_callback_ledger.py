"""The ledger on the DynamoDB of the local AWS: the fault machine of the unit tests, and many writers at once."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.config import Config
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from aicc_core.errors import Contention
from aicc_core.keyed_hash import LocalKeyedHash
from aicc_local.control import Control
from aicc_local.fault import conflict
from aicc_local.lifecycle.server_process import ServerProcess
from callback_ledger.booking import Bookings
from callback_ledger.ledger import Booked
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import create_table
from tests.unit.callback_ledger.ledger_machine import LedgerMachine
from tests.unit.callback_ledger.ledger_world import HOURS
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callback_ledger.scanned_table import ScannedTable

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

MACHINE, WRITERS = "callbacks-of-the-machine", "callbacks-of-writers"
MANY = 64
CAPACITY = 5
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=KOREA)
WISH = MORNING + timedelta(hours=5)


@pytest.fixture(scope="module")
def client(session: boto3.Session) -> DynamoDBClient:
    config = Config(max_pool_connections=MANY, retries={"total_max_attempts": 1})
    made: DynamoDBClient = session.client("dynamodb", config=config)
    for table in (MACHINE, WRITERS):
        create_table(made, table)
    return made


def test_no_fault_breaks_a_promise(client: DynamoDBClient) -> None:
    class OnLocalAws(LedgerMachine):
        table = MACHINE

        def make_storage(self) -> Any:
            return ScannedTable(client, MACHINE)

    before = LedgerMachine.steps
    chosen = settings(deadline=None, max_examples=15, stateful_step_count=50, suppress_health_check=list(HealthCheck))

    run_state_machine_as_test(OnLocalAws, settings=chosen)

    assert LedgerMachine.steps - before > 300


class Nobody:
    """Wakes nothing."""

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        pass


def test_sixty_four_writers_fill_the_last_seats_exactly(client: DynamoDBClient, server: ServerProcess) -> None:
    bookings = Bookings(
        ledger=CallbackTable(client, WRITERS, Rules()),
        sealing=LocalSealing(b"key"),
        keyed_hash=LocalKeyedHash(b"key"),
        waking=Nobody(),
        rules=SlotRules(capacity=CAPACITY),
        queue="general",
    )

    def write(number: int) -> datetime:
        phone = f"+82101000{number:04}"
        while True:
            try:
                [wish] = bookings.nearest_free(WISH, HOURS, MORNING, count=1)
                outcome = bookings.book(f"{number:032x}", phone, wish, HOURS, MORNING)
            except Contention:
                continue
            if isinstance(outcome, Booked):
                return datetime.fromtimestamp(outcome.record.slot.start, KOREA)

    with (
        Control(server.port).fault("dynamodb:*", conflict(rate=0.3, seed=3)),
        ThreadPoolExecutor(MANY) as pool,
    ):
        got = Counter(pool.map(write, range(MANY)))

    pages = client.get_paginator("scan").paginate(TableName=WRITERS, ConsistentRead=True)
    Promises(Rules(), CAPACITY).check([dict(item) for page in pages for item in page["Items"]], [])
    assert got[WISH] == CAPACITY
    assert sorted(got.values()) == [MANY % CAPACITY] + [CAPACITY] * (MANY // CAPACITY)
