"""Anything may happen to callbacks, in any order, and what is promised must hold all the same."""

import json
from collections.abc import Callable
from datetime import datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ClassVar, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from callback_ledger.states import State
from korean.clock import KOREA
from report_callback.logic import Outcome, Step
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.ending import run_to_the_end
from tests.unit.callback_ledger.faults import Faults, FaultyDynamoDb
from tests.unit.callback_ledger.functions import Alarms, Functions
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.model_of_connect import Call, ModelOfConnect, Reading
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callback_ledger.runs import Run

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

RULES = Rules(max_shifts=2)
CAPACITY = 2
SLOT_RULES = SlotRules(length=60, capacity=CAPACITY, lead=5, days=1)
MONDAY_MORNING = int(datetime(2026, 11, 23, 9, 30, tzinfo=KOREA).timestamp())
WEEK = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Open at night too: that nobody is called then must not depend on the opening hours.
HOURS = read_opening_hours(
    json.dumps({"text": "", "week": {day: [["00:00", "24:00"]] for day in WEEK}, "exceptions": {}})
)
PHONES = ["+821000000001", "+821000000002", "+821000000003"]
JUMPS = [1, 2, 4, 30, 61, 600, 1200, 1900, 7400, 11 * 3600]
PLACES = st.integers(0, 50)
CALLS = st.sampled_from([1, 2, 3, 5, 8, 13, 1000, 1000, 1000])  # of ports, until a run stops
MINUTES = st.sampled_from([5, 20, 60, 120])
TO_THE_END = 1000


def step(**arguments: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A rule that is counted when it is executed."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def counted(self: "LedgerMachine", **given: Any) -> None:
            LedgerMachine.steps += 1
            function(self, **given)

        return cast("Callable[..., None]", rule(**arguments)(counted))

    return decorate


class LedgerMachine(RuleBasedStateMachine):
    """To run it on another table, override `make_storage`."""

    steps: ClassVar[int] = 0

    def make_storage(self) -> Any:
        """Return an empty table: a client of DynamoDB with `items()`, and `prefix`, which no other example has."""
        return MemoryDynamoDb(lambda: self.now)

    @initialize(seed=st.integers(0, 2**32), reading=st.sampled_from(Reading))
    def begin(self, seed: int, reading: Reading) -> None:
        self.now = MONDAY_MORNING
        self.open: list[Record] = []
        self.closed: list[Record] = []
        self.runs: list[Run] = []
        self.asked: list[tuple[str, str]] = []
        self.turn = 0
        self.storage = self.make_storage()
        self.faults = Faults(seed)
        self.faults.rival = self._rival
        keyed_hash = LocalKeyedHash(b"key")
        self.connect = ModelOfConnect(reading, RULES, keyed_hash, self.faults, lambda: self.now)
        self.alarms = Alarms(self.faults)
        self.promises = Promises(RULES, CAPACITY)
        client = cast("DynamoDBClient", FaultyDynamoDb(self.storage, self.faults))
        self.functions = Functions(
            ledger=CallbackTable(client, TABLE, RULES, wait=lambda _: None),
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

    # the customer

    @step(phone=st.sampled_from(PHONES), minutes=MINUTES, calls=CALLS)
    def book(self, phone: str, minutes: int, calls: int) -> None:
        self._book(phone, minutes, calls)

    @precondition(lambda self: self.asked)
    @step(place=PLACES, wish=st.sampled_from(["book twice", "move", "move", "cancel"]), minutes=MINUTES, calls=CALLS)
    def call_again(self, place: int, wish: str, minutes: int, calls: int) -> None:
        callback_id, phone = self.asked[-1 - place % len(self.asked)]
        when = self.now + minutes * 60
        if wish == "book twice" and callback_id in {record.callback_id for record in self.open}:
            self._run(calls, self.functions.book, callback_id, phone, when)
        elif wish == "move":
            self._run(calls, self.functions.move, callback_id, when)
        elif wish == "cancel":
            self._run(calls, self.functions.cancel, callback_id)

    # the functions

    @precondition(lambda self: self.alarms.set)
    @step(place=PLACES, calls=CALLS, again=st.booleans())
    def somebody_is_woken(self, place: int, calls: int, again: bool) -> None:
        self.alarms.set.sort()
        at = place % min(3, len(self.alarms.set))
        due_at, callback_id = self.alarms.set[at]
        if not again:
            del self.alarms.set[at]
        self.now = max(self.now, due_at)
        self._dial(callback_id, calls)

    @precondition(lambda self: self.asked)
    @step(place=PLACES, calls=CALLS)
    def somebody_is_woken_at_any_time(self, place: int, calls: int) -> None:
        some = [record.callback_id for record in self.open] or [callback_id for callback_id, _ in self.asked]
        self._dial(some[place % len(some)], calls)

    @step(calls=CALLS, early=st.booleans())
    def sweep(self, calls: int, early: bool) -> None:
        if not early:
            self.now = max([self.now, *sorted(record.wake_at for record in self.open)[:1]])
        self._run(calls, self.functions.sweep)

    @precondition(lambda self: self.runs)
    @step(place=PLACES, calls=CALLS, dies=st.sampled_from([False, False, True]))
    def a_run_goes_on(self, place: int, calls: int, dies: bool) -> None:
        self._advance(self.runs[place % len(self.runs)], calls, dies=dies)

    # Connect

    @precondition(lambda self: self.connect.live())
    @step(place=PLACES, key=st.sampled_from(["none", "1", "1", "2"]), ends=st.booleans(), calls=CALLS)
    def a_call_goes_on(self, place: int, key: str, ends: bool, calls: int) -> None:
        live = self.connect.live()
        call = live[place % len(live)]
        if not call.confirmed:
            self._run(calls, self.functions.report, Step.ANSWERED, call)
            if key == "1":
                self._run(calls, self._confirm, call)
            elif key == "2":
                self._run(calls, self.functions.report, Step.DECLINED, call)
        if ends and self.connect.can_end(call):
            self.connect.end(call)

    @precondition(lambda self: self.connect.events)
    @step(place=PLACES, fate=st.sampled_from(["arrives", "arrives", "arrives again later", "is lost"]), calls=CALLS)
    def an_event(self, place: int, fate: str, calls: int) -> None:
        place %= len(self.connect.events)
        event = self.connect.events[place]
        if fate != "arrives again later":
            del self.connect.events[place]
        if fate != "is lost":
            self._run(calls, self.functions.track, event)

    @step(free=st.integers(0, 2))
    def agents_come_and_go(self, free: int) -> None:
        self.connect.free = free

    # time, and people

    @step(seconds=st.sampled_from(JUMPS))
    def time_passes(self, seconds: int) -> None:
        self._time_passes(seconds)

    @precondition(lambda self: self.open)
    @step(place=PLACES, wish=st.sampled_from(["settle", "settle", "hurry", "give up", "cancel"]), calls=CALLS)
    def an_operator_decides(self, place: int, wish: str, calls: int) -> None:
        asked_for = [record for record in self.open if record.state is State.NEEDS_OPERATOR] or self.open
        record = asked_for[place % len(asked_for)]
        if wish == "hurry":
            self._run(calls, self.functions.operate, record.callback_id, Event(kind=Kind.HURRIED))
        elif wish == "cancel":
            self._run(calls, self.functions.operate, record.callback_id, Event(kind=Kind.CANCELLED))
        else:
            self.settle(record, calls, gives_up=wish == "give up")

    @precondition(lambda self: self.closed)
    @step(place=PLACES, calls=CALLS)
    def somebody_is_forgotten(self, place: int, calls: int) -> None:
        self._run(calls, self.functions.forget, self.closed[place % len(self.closed)].callback_id)

    # what must hold

    @invariant()
    def promises_hold(self) -> None:
        if hasattr(self, "promises"):
            records = self.promises.check(self.storage.items(), self.connect.calls)
            self.open = [record for record in records if record.is_open]
            self.closed = [record for record in records if not record.is_open]

    def teardown(self) -> None:
        """Once faults stop, every booking ends or waits for an operator, and those he settles end too."""
        if hasattr(self, "promises"):
            try:
                run_to_the_end(self)
            finally:
                for run in self.runs:
                    run.die()

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

    def _book(self, phone: str, minutes: int, calls: int) -> None:
        callback_id = f"{getattr(self.storage, 'prefix', '')}callback-{len(self.asked)}"
        self.asked.append((callback_id, phone))
        self._run(calls, self.functions.book, callback_id, phone, self.now + minutes * 60)

    def _dial(self, callback_id: str, calls: int) -> None:
        self.turn += 1
        self._run(calls, self.functions.dial, callback_id, f"run-{self.turn}")

    def _confirm(self, call: Call) -> None:
        """The customer pressed 1: the flow goes on, unless it is told not to."""
        if self.functions.report(Step.CONFIRMED, call) is not Outcome.OVER and not call.ended:
            self.connect.confirm(call)

    def _run(self, calls: int, function: Callable[..., object], *arguments: object) -> None:
        run = Run(partial(function, *arguments), self.now)
        self.runs.append(run)
        self._advance(run, calls)

    def _advance(self, run: Run, calls: int, *, dies: bool = False) -> None:
        """Let a run go on. None lives longer than a lease: that is what the time-outs of the functions are for."""
        if run.is_awake:
            return
        if dies or self.now >= run.started + RULES.lease - RULES.request:
            run.die()
        else:
            run.advance(calls)
        if run.is_over and run in self.runs:
            self.runs.remove(run)

    def _time_passes(self, seconds: int) -> None:
        self.now += seconds

    def _rival(self) -> None:
        """Another run, or an event, comes in between the reading and the writing of one."""
        idle = [run for run in self.runs if not run.is_awake]
        if idle:
            self._advance(self.faults.random.choice(idle), self.faults.random.choice([1, 3, TO_THE_END]))
        elif self.connect.events:
            self._run(TO_THE_END, self.functions.track, self.connect.events[0])
