"""Where callbacks are booked: the ledger itself over a table in memory, and what can happen to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any, cast

from aws_lambda_powertools import Logger
from botocore.exceptions import ReadTimeoutError

from aicc_core.keyed_hash import LocalKeyedHash
from callback_ledger.booking import Bookings
from callback_ledger.events import Event, Kind
from callback_ledger.items import from_item
from callback_ledger.keys import lock_of
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from fulfill_intent.ledger_callbacks import LedgerCallbacks
from korean import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.fulfill_intent.caller import HOURS, NOW

RULES = SlotRules(length=30, capacity=2, lead=10, days=14)
LOGGER = Logger("fulfill_intent")
HASH, SEALING = LocalKeyedHash(b"key"), LocalSealing(b"key")


@dataclass
class Wire:
    """The way to the table; `cut` lets nothing through, `losing` lets writes through and loses their answers."""

    table: MemoryDynamoDb
    cut: bool = False
    losing: bool = False
    heard: Callable[[str], None] = lambda _: None

    def __getattr__(self, operation: str) -> Any:
        def call(**request: Any) -> Any:
            self.heard(operation)
            if self.cut:
                raise ReadTimeoutError(endpoint_url="https://dynamodb")
            answer = getattr(self.table, operation)(**request)
            if self.losing and operation in ("put_item", "transact_write_items"):
                raise ReadTimeoutError(endpoint_url="https://dynamodb")
            return answer

        return call


@dataclass
class Counts:
    """What was counted, in order."""

    names: list[str] = field(default_factory=list)

    def add(self, name: str, value: float = 1) -> None:
        self.names.append(name)


@dataclass
class Woken:
    """What is to be woken when."""

    at: list[tuple[str, int]] = field(default_factory=list)

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        self.at.append((callback_id, due_at))


class Desk:
    """The callbacks of one queue."""

    def __init__(self, rules: SlotRules = RULES) -> None:
        self.now = NOW
        self.wire = Wire(MemoryDynamoDb(lambda: int(self.now.timestamp())))
        self.counts, self.woken = Counts(), Woken()
        self._rules = rules
        self._ledger = CallbackTable(cast("Any", self.wire), TABLE, Rules(), wait=lambda _: None)
        self._bookings = Bookings(
            ledger=self._ledger, sealing=SEALING, keyed_hash=HASH, waking=self.woken, rules=rules, queue="general"
        )
        self._numbers: Iterator[int] = count(1)
        self.slow = 0.0

    def for_a_turn(self) -> LedgerCallbacks:
        """The callbacks as a turn has them; `slow`: seconds that something else has taken by each step."""
        seconds = count(0)
        return LedgerCallbacks(
            self._bookings,
            self._rules,
            new_request=lambda: f"{next(self._numbers):032x}",
            counts=self.counts,
            logger=LOGGER,
            clock=lambda: next(seconds) * self.slow,
        )

    def book(self, phone: str, when: str) -> str:
        """Book for somebody; `when` as `at` gives it."""
        callback_id = f"{next(self._numbers):032x}"
        self._bookings.book(callback_id, phone, datetime.fromisoformat(when), HOURS, self.now)
        return callback_id

    def fill(self, *times: str) -> None:
        """Book every seat of the slots of these times, each for a number of its own."""
        for when in times:
            for _ in range(self._rules.capacity):
                self.book(f"+8210{next(self._numbers):08}", when)

    def cancel(self, callback_id: str) -> None:
        self._bookings.cancel(callback_id, self.now)

    def cancel_all(self, phone: str) -> None:
        """Cancel whatever is open for a number."""
        record = self._bookings.find(phone)
        if record:
            self.cancel(record.callback_id)

    def dial(self, callback_id: str) -> None:
        """Let a call be under way."""
        now = int(self.now.timestamp())
        self._ledger.apply(callback_id, Event(kind=Kind.HURRIED), now=now)
        self._ledger.apply(callback_id, Event(kind=Kind.LEASED, owner="worker"), now=now)
        self._ledger.enter(callback_id, owner="worker", dial=1, free_agents=1, now=now)

    def records(self) -> list[Record]:
        """All callbacks that were ever booked."""
        return [from_item(item) for item in self.wire.table.items() if item["sk"]["S"] == "RECORD"]

    def open(self, phone: str) -> list[str]:
        """When the open callbacks of a number are due."""
        lock = lock_of(phone, HASH)
        return [
            datetime.fromtimestamp(record.promised_at, KOREA).isoformat()
            for record in self.records()
            if record.is_open and record.lock == lock
        ]

    def phones(self) -> list[str]:
        """The numbers that would be dialled."""
        return [SEALING.open(record.phone, record.callback_id) for record in self.records() if record.is_open]
