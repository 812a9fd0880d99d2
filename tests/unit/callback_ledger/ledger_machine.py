"""Anything may happen to callbacks, in any order, and what is promised must hold all the same."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from callback_ledger.states import BEFORE_A_CALL, State
from korean.clock import KOREA
from report_callback.logic import Outcome, Step
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.ending import run_to_the_end
from tests.unit.callback_ledger.faults import Faults, FaultyDynamoDb
from tests.unit.callback_ledger.functions import Alarms, Functions
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.model_of_connect import Call, ModelOfConnect, Reading
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callback_ledger.runs import TO_THE_END, Run

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

Thing = TypeVar("Thing")
RULES = Rules(grace=60, wait_step=60, max_shifts=2)
CAPACITY = 2
SLOT_RULES = SlotRules(length=60, capacity=CAPACITY, lead=5, days=1)
MONDAY_MORNING = int(datetime(2026, 11, 23, 9, 30, tzinfo=KOREA).timestamp())
WEEK = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Open at night too: that nobody is called then must not depend on the opening hours.
HOURS = read_opening_hours(
    json.dumps({"text": "", "week": {day: [["00:00", "24:00"]] for day in WEEK}, "exceptions": {}})
)
PHONES = ["+821000000001", "+821000000002", "+821000000003"]
JUMPS = [1, 2, 4, 30, 61, 600, 1900, 7400, 12 * 3600, 12 * 3600]  # the last from the morning into the night
PLACES = st.integers(0, 50)
KEYS = st.sampled_from(["1", "1, ends", "2", "2, ends", "ends", "ends", "rings", "rings"])  # what the customer does
CALLS = st.sampled_from([1, 2, 3, 5, 8, 13, *[TO_THE_END] * 4])  # of ports, until a run stops
FATES = st.sampled_from(["arrives", "arrives again later", "arrives again later", "is lost"])  # of an event
MINUTES = st.sampled_from([5, 20, 60, 12 * 60])


def step(**arguments: Any) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A rule that is counted when it is executed."""

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        @wraps(function)
        def counted(self: "LedgerMachine", **given: Any) -> None:
            LedgerMachine.steps += 1
            function(self, **given)

        return cast("Callable[..., None]", rule(**arguments)(counted))  # type: ignore[no-untyped-call]  # of hypothesis

    return decorate


class LedgerMachine(RuleBasedStateMachine):
    """To run it on another table, name it and override `make_storage`."""

    steps: ClassVar[int] = 0
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

    # what comes next: three times the same, for hypothesis leaves out some of the rules in each example

    @step(place=PLACES, calls=CALLS, key=KEYS)
    def the_next_thing_happens(self, place: int, calls: int, key: str) -> None:
        self._go_on(place, calls, key)

    @step(place=PLACES, calls=CALLS, key=KEYS)
    def the_next_thing_happens_then(self, place: int, calls: int, key: str) -> None:
        self._go_on(place, calls, key)

    @step(place=PLACES, calls=CALLS, key=KEYS)
    def the_next_thing_happens_after_that(self, place: int, calls: int, key: str) -> None:
        self._go_on(place, calls, key)

    # the customer

    @step(phone=st.sampled_from(PHONES), minutes=MINUTES, calls=CALLS)
    def book(self, phone: str, minutes: int, calls: int) -> None:
        self._book(phone, minutes, calls)

    @precondition(lambda self: self.open)
    @step(place=PLACES, wish=st.sampled_from(["book twice", "move", "move", "cancel"]), minutes=MINUTES, calls=CALLS)
    def call_again(self, place: int, wish: str, minutes: int, calls: int) -> None:
        callback_id = self._one_of(self.open, place).callback_id
        when = self.now + minutes * 60
        if wish == "book twice":
            self._run(calls, self.functions.book, callback_id, self.asked[callback_id], when)
        elif wish == "move":
            self._run(calls, self.functions.move, callback_id, when)
        else:
            self._run(calls, self.functions.cancel, callback_id)

    # the functions

    @precondition(lambda self: self.alarms.set)
    @step(place=PLACES, calls=CALLS, again=st.booleans())
    def somebody_is_woken(self, place: int, calls: int, again: bool) -> None:
        due_at, callback_id = alarm = self._one_of(sorted(self.alarms.set)[:3], place)
        if not again:
            self.alarms.set.remove(alarm)
        self.now = max(self.now, due_at)
        self._dial(callback_id, calls)

    @step(calls=CALLS, early=st.booleans())
    def sweep(self, calls: int, early: bool) -> None:
        if not early:
            self.now = max([self.now, *sorted(record.wake_at for record in self.open)[:1]])
        self._run(calls, self.functions.sweep)

    @precondition(lambda self: self.runs)
    @step(place=PLACES, calls=CALLS, dies=st.sampled_from([False, False, True]))
    def a_run_goes_on(self, place: int, calls: int, dies: bool) -> None:
        self._advance(self._one_of(self.runs, place), calls, dies=dies)

    # Connect

    @precondition(lambda self: self.connect.live())
    @step(place=PLACES, key=KEYS, calls=CALLS)
    def a_call_goes_on(self, place: int, key: str, calls: int) -> None:
        self._press(self._one_of(self.connect.live(), place), key, calls)

    @precondition(lambda self: self.connect.events)
    @step(place=PLACES, fate=FATES, calls=CALLS)
    def an_event(self, place: int, fate: str, calls: int) -> None:
        event = self._one_of(self.connect.events, place)
        if fate != "arrives again later":
            self.connect.events.remove(event)
        if fate != "is lost":
            self._run(calls, self.functions.track, event)

    @step(free=st.sampled_from([0, 1, 2]))
    def agents_come_and_go(self, free: int) -> None:
        self.connect.free = free

    # time, and people

    @step(seconds=st.sampled_from(JUMPS))
    def time_passes(self, seconds: int) -> None:
        self._time_passes(seconds)

    @precondition(lambda self: self.open)
    @step(place=PLACES, wish=st.sampled_from(["settle", "hurry", "give up", "cancel"]), calls=CALLS)
    def an_operator_decides(self, place: int, wish: str, calls: int) -> None:
        asked_for = [record for record in self.open if record.state is State.NEEDS_OPERATOR]
        record = self._one_of(asked_for or self.open, place)
        if wish == "hurry":
            self._run(calls, self.functions.operate, record.callback_id, Event(kind=Kind.HURRIED))
        elif wish == "cancel":
            self._run(calls, self.functions.operate, record.callback_id, Event(kind=Kind.CANCELLED))
        else:
            self.settle(record, calls, gives_up=wish == "give up")

    @precondition(lambda self: self.closed)
    @step(place=PLACES, calls=CALLS)
    def somebody_is_forgotten(self, place: int, calls: int) -> None:
        self._run(calls, self.functions.forget, self._one_of(self.closed, place).callback_id)

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

    def _one_of(self, some: Sequence[Thing], place: int) -> Thing:
        return some[place % len(some)]

    def _go_on(self, place: int, calls: int, key: str) -> None:
        """Do what is to be done about a callback, or somebody books one."""
        if not self.open:
            self._book(PHONES[place % len(PHONES)], 5, calls)
            return
        record = self._one_of(self.open, place)
        call = self.connect.call_of(record)
        if record.state in BEFORE_A_CALL:
            self.now = max(self.now, record.due_at)
            self._dial(record.callback_id, calls)
        elif call and not call.ended and key != "rings" and not (record.state is State.UNKNOWN and place % 2):
            self._press(call, key, calls)
        elif record.state is State.NEEDS_OPERATOR:
            self.settle(record, calls)
        else:
            self.now = max(self.now, record.wake_at)
            self._run(calls, self.functions.sweep)

    def _press(self, call: Call, key: str, calls: int) -> None:
        if not call.confirmed:
            self._run(calls, self.functions.report, Step.ANSWERED, call)
            if key.startswith("1"):
                call.pressed = True
                self._run(calls, self._confirm, call)
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
        """The customer pressed 1: the flow goes on, unless it is told not to."""
        if self.functions.report(Step.CONFIRMED, call) is not Outcome.OVER and not call.ended:
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
