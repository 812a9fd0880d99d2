"""The callbacks of one example: table, functions, Connect and time, and what can be done with them."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from korean.clock import KOREA
from report_callback.logic import Outcome, Step
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.faults import Faults, FaultyDynamoDb
from tests.unit.callback_ledger.functions import Alarms, Functions
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.model_of_connect import Call, ModelOfConnect, Reading
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callback_ledger.runs import TO_THE_END, Run

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Thing = TypeVar("Thing")
# Two attempts, so that the last is reached soon.
RULES = Rules(max_attempts=2, grace=60, wait_step=60, max_shifts=2)
CAPACITY = 2
SLOT_RULES = SlotRules(length=60, capacity=CAPACITY, lead=5, days=1)
MONDAY_MORNING = int(datetime(2026, 11, 23, 9, 30, tzinfo=KOREA).timestamp())
WEEK = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Open at night too: that nobody is called then must not depend on the opening hours.
HOURS = read_opening_hours(
    json.dumps({"text": "", "week": {day: [["00:00", "24:00"]] for day in WEEK}, "exceptions": {}})
)
PHONES = ["+821000000001", "+821000000002", "+821000000003"]


class LedgerWorld(RuleBasedStateMachine):
    """To run it on another table, name it and override `make_storage`."""

    table = TABLE

    def make_storage(self) -> Any:
        """Return an empty table: a client of DynamoDB with `items()`, and `prefix`, which no other example has."""
        return MemoryDynamoDb(lambda: self.now)

    @initialize(seed=st.integers(0, 2**32), reading=st.sampled_from(Reading), free=st.sampled_from([1, 1, 2]))
    def begin(self, seed: int, reading: Reading, free: int) -> None:
        self.now = MONDAY_MORNING
        self.open: list[Record] = []
        self.closed: list[Record] = []
        self.runs: list[Run] = []
        self.asked: dict[str, str] = {}
        self.turn = 0
        self.storage = self.make_storage()
        self.faults = Faults(seed)
        self.faults.rival = self._rival
        keyed_hash = LocalKeyedHash(b"key")
        self.connect = ModelOfConnect(
            reading,
            RULES,
            keyed_hash=keyed_hash,
            faults=self.faults,
            clock=lambda: self.now,
            time_passes=self._time_passes,
        )
        self.connect.free = free
        self.alarms = Alarms(self.faults)
        self.promises = Promises(RULES, CAPACITY)
        client = cast("DynamoDBClient", FaultyDynamoDb(self.storage, self.faults, self._watch))
        self.functions = Functions(
            ledger=CallbackTable(client, self.table, RULES, wait=lambda _: None),
            connect=self.connect,
            alarms=self.alarms,
            faults=self.faults,
            hours=HOURS,
            rules=RULES,
            slot_rules=SLOT_RULES,
            keyed_hash=keyed_hash,
            clock=lambda: self.now,
            time_passes=self._time_passes,
        )
        for phone in PHONES[:2]:  # there is something to do from the start
            self._book(phone, 5, TO_THE_END)

    @invariant()
    def promises_hold(self) -> None:
        if hasattr(self, "promises"):
            records = self.promises.check(self.storage.items(), self.connect.calls)
            self.open = [record for record in records if record.is_open]
            self.closed = [record for record in records if not record.is_open]

    def settle(self, record: Record, calls: int = TO_THE_END, *, gives_up: bool = False) -> None:
        """An operator, who knows what became of the call, says so."""
        call = self.connect.call_of(record)
        if call is None or call.ended:
            kind = Kind.SETTLED_AS_TALKED if call and call.confirmed else Kind.SETTLED_AS_NOT_REACHED
            event = Event(kind=Kind.GIVEN_UP if gives_up else kind, dial=record.dial)
            self._run(calls, self.functions.operate, record.callback_id, event)

    def run_sweep(self) -> None:
        self._run(TO_THE_END, self.functions.sweep)

    def run_dial(self, callback_id: str) -> None:
        self._dial(callback_id, TO_THE_END)

    def _one_of(self, some: Sequence[Thing], place: int) -> Thing:
        return some[place % len(some)]

    def _press(self, call: Call, key: str, calls: int) -> None:
        if not call.confirmed and not call.dropped:
            self._run(calls, self.functions.report, Step.ANSWERED, call)
            if key.startswith("1"):
                call.pressed, call.dropped = True, "dropped" in key
                self._run(calls, self._confirm, call)
                if call.dropped:
                    self._run(calls, self.functions.report, Step.DROPPED, call)
            elif key.startswith("2"):
                self._run(calls, self.functions.report, Step.DECLINED, call)
        if key.endswith("ends"):
            self.now = max(self.now, call.started + RULES.shortest_call)
            self.connect.end(call)

    def _book(self, phone: str, minutes: int, calls: int) -> None:
        callback_id = f"{getattr(self.storage, 'prefix', '')}callback-{len(self.asked)}"
        self.asked[callback_id] = phone
        self._run(calls, self.functions.book, callback_id, phone, self.now + minutes * 60)

    def _dial(self, callback_id: str, calls: int) -> None:
        self.turn += 1
        self._run(calls, self.functions.dial, callback_id, f"run-{self.turn}")

    def _confirm(self, call: Call) -> None:
        """The customer pressed 1: the flow goes on, unless it is told not to, also when the report fails."""
        outcome = Outcome.UNKNOWN
        try:
            outcome = self.functions.report(Step.CONFIRMED, call)
        finally:
            if outcome is not Outcome.OVER and not call.ended and not call.dropped:
                self.connect.confirm(call)

    def _run(self, calls: int, function: Callable[..., object], *arguments: object) -> None:
        # None lives as long as a lease: that is what the time-outs of the functions are for.
        until = self.now + RULES.lease - RULES.request
        run = Run(partial(function, *arguments), lambda: self.now < until)
        self.runs.append(run)
        self._advance(run, calls)

    def _advance(self, run: Run, calls: int, *, dies: bool = False) -> None:
        if run.is_awake:
            return
        if dies:
            run.die()
        else:
            run.advance(calls)
        if run.is_over and run in self.runs:
            self.runs.remove(run)

    def _watch(self, item: dict[str, Any]) -> None:
        self.promises.watch(item, self.now)

    def _time_passes(self, seconds: int) -> None:
        self.now += seconds

    def _rival(self, written: list[str]) -> None:
        """Another run, an event, the customer, or some seconds and the end of a call come in before a write."""
        choice = self.faults.random.choice
        idle = [run for run in self.runs if not run.is_awake]
        what = choice(["run", "event", "event", "customer", "customer", "seconds", "seconds"])
        if what == "run" and idle:
            self._advance(choice(idle), choice([1, 3, TO_THE_END]))
        elif what == "event" and self.connect.events:
            self._run(TO_THE_END, self.functions.track, choice(self.connect.events))
        elif what == "customer" and written:
            when = self.now + choice([5, 60, 12 * 60]) * 60
            self._run(TO_THE_END, self.functions.move, choice(written), when)
        elif what == "seconds":
            self._time_passes(choice([1, 4, 4]))
            for call in self.connect.live():
                if self.connect.can_end(call):
                    self.connect.end(call)
