"""A ledger with one callback, and a dialler over ports in memory."""

import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied, Booked, Ledger
from callback_ledger.record import Record, Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from callback_ledger.telephone import Calls
from callback_ledger.telling import Telling
from dial_callback.ending import Ending
from dial_callback.logic import dial
from dial_callback.means import Means
from sweep_callbacks.logic import Swept, sweep
from sweep_callbacks.means import Means as SweepMeans
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callbacks.ports import Clock, Counted, Crashing, Found, Hours, Phone, Wakings, at

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

PHONE = "+821012345678"
ID = "0123456789abcdef0123456789abcdef"
TEN = at(10)
RULES = Rules(max_attempts=3, lease=60, request=2, shortest_call=4, grace=1800, wait_step=30, max_shifts=2)
SLOTS = SlotRules(length=30, capacity=2, lead=10, days=5)
SEALING = LocalSealing(b"key")


def no_pause(_: int) -> None:
    """Rivals are not real here."""


@dataclass
class Desk:
    clock: Clock = field(default_factory=lambda: Clock(TEN))
    waking: Wakings = field(default_factory=Wakings)
    measures: Counted = field(default_factory=Counted)
    hours: Hours = field(default_factory=Hours)
    phone: Phone = field(default_factory=Phone)
    rules: Rules = RULES
    found: Found = field(default_factory=Found)
    failed: list[str] = field(default_factory=list)
    runs: int = 0

    def __post_init__(self) -> None:
        self.memory = MemoryDynamoDb(lambda: int(self.clock.now))
        self.ledger: Ledger = self._open_ledger()
        self.phone.clock = self.clock

    def deploy(self, rules: Rules) -> None:
        """Go on with other rules; what is in the table stays."""
        self.rules = rules
        self.ledger = self._open_ledger()

    def book(self, callback_id: str = ID, *, due_at: int = TEN, start: int = TEN, phone: str = PHONE) -> Record:
        record = book(
            callback_id=callback_id,
            phone=SEALING.seal(phone, callback_id),
            lock=f"hash of {phone[-4:]}",
            slot=Slot("general", start),
            due_at=due_at,
            now=due_at - 3600,
        )
        assert self.ledger.book(record, capacity=SLOTS.capacity) == Booked(record)
        return record

    @property
    def means(self) -> Means:
        return Means(
            ledger=self.ledger,
            waking=self.waking,
            telephone=self.phone,
            sealing=SEALING,
            opening_hours=self.hours,
            rules=self.rules,
            slot_rules=SLOTS,
            measures=self.measures,
            clock=self.clock,
        )

    def sweep(self, *, calls: Calls | None = None, crashing: Crashing | None = None) -> Swept:
        """Sweep once, with as much time as it takes."""
        waited = itertools.count()
        watched = crashing or Crashing(0, after=False)

        def pause() -> None:
            self.clock.now += 1
            assert next(waited) < 60, "waits for ever"

        means = SweepMeans(
            ledger=watched(self.ledger),
            calls=watched(calls or self.found),
            waking=watched(self.waking),
            measures=self.measures,
            rules=self.rules,
            clock=self.clock,
            in_time=lambda: True,
            pause=pause,
            failed=self.failed.append,
        )
        return sweep(100, means)

    @property
    def telling(self) -> Telling:
        return Telling(self.ledger, self.waking, self.measures)

    def dial(self, callback_id: str = ID, *, crashing: Crashing | None = None) -> Ending:
        self.runs += 1
        means = self.means
        if crashing:
            means = replace(
                means,
                ledger=crashing(means.ledger),
                waking=crashing(means.waking),
                telephone=crashing(means.telephone),
                sealing=crashing(means.sealing),
                opening_hours=crashing(means.opening_hours),
            )
        return dial(callback_id, f"run-{self.runs}", means)

    def tell(self, kind: Kind, *, dial: int = 1, callback_id: str = ID, contact_id: str = "") -> Record:
        told = self.ledger.apply(
            callback_id, Event(kind=kind, dial=dial, contact_id=contact_id), now=int(self.clock.now)
        )
        assert isinstance(told, Applied)
        return told.record

    def record(self, callback_id: str = ID) -> Record:
        record = self.ledger.record(callback_id)
        assert record
        return record

    def _open_ledger(self) -> Ledger:
        return CallbackTable(cast("DynamoDBClient", self.memory), TABLE, self.rules, wait=no_pause)

    def lines(self) -> set[str]:
        return {each for item in self.memory.items() for each in item.get("lines", {}).get("SS", [])}
