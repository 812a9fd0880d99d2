"""Anything may happen to the ledger, in any order, and what it promises must hold all the same."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from aicc_core.errors import Contention
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record, Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.states import State
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.faulty_dynamodb import Died, FaultyDynamoDb
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from tests.unit.callback_ledger.model_of_connect import Answer, BrokenPromise, Call, ModelOfConnect, Reading
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callback_ledger.workers import Surroundings, dialler, sweeper

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

RULES = Rules()
MONDAY_MORNING = int(datetime(2026, 11, 23, 9, 0, tzinfo=KOREA).timestamp())
WEEK = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
# Open at night too: that nobody is called then must not depend on the opening hours.
HOURS = read_opening_hours(
    json.dumps({"text": "", "week": {day: [["00:00", "24:00"]] for day in WEEK}, "exceptions": {}})
)
SLOTS = [Slot("general", MONDAY_MORNING + minutes * 60) for minutes in (0, 10)]
PHONES = ["+821000000001", "+821000000002", "+821000000003"]
CAPACITY = 2
JUMPS = [1, 2, 4, 30, 61, 600, 1200, 1900, 7400, 11 * 3600]
PLACES = st.integers(0, 50)
ANSWERS = st.lists(st.sampled_from(Answer), max_size=3)
STEPS = st.sampled_from([1, 2, 3, 4, 8, 8, 8])


class LedgerMachine(RuleBasedStateMachine):
    table: Callable[..., CallbackTable] = CallbackTable

    @initialize(seed=st.integers(0, 2**32), reading=st.sampled_from(Reading))
    def begin(self, seed: int, reading: Reading) -> None:
        self.now = MONDAY_MORNING
        self.answers: list[Answer] = []
        self.open: list[Record] = []
        self.sees_calls = True
        self.memory = MemoryDynamoDb(lambda: self.now)
        self.dynamodb = FaultyDynamoDb(self.memory, seed)
        self.dynamodb.rival = self._rival
        self.connect = ModelOfConnect(reading, RULES)
        client = cast("DynamoDBClient", self.dynamodb)
        self.ledger = self.table(client, TABLE, RULES, wait=lambda _: None)
        self.promises = Promises(RULES, CAPACITY)
        self.workers: list[Iterator[None]] = []
        self.busy: list[Iterator[None]] = []
        self.asked: list[Record] = []
        self.turn = 0
        self.around = Surroundings(
            ledger=self.ledger,
            connect=self.connect,
            rules=RULES,
            hours=HOURS,
            clock=lambda: self.now,
            next_answer=self._next_answer,
            sees_calls=lambda: self.sees_calls,
        )
        self.book(PHONES[0], SLOTS[0])  # there is something to do from the start

    # the customer

    @rule(phone=st.sampled_from(PHONES), slot=st.sampled_from(SLOTS))
    def book(self, phone: str, slot: Slot) -> None:
        record = book(
            callback_id=f"callback-{len(self.asked)}",
            phone=b"sealed",
            lock=f"hash-{phone[-1]}",
            slot=slot,
            now=self.now,
        )
        self.asked.append(record)
        self._surviving(lambda: self.ledger.book(record, capacity=CAPACITY))

    @precondition(lambda self: self.asked)
    @rule(place=PLACES, wish=st.sampled_from(["book twice", "change", "cancel"]), slot=st.sampled_from(SLOTS))
    def call_again(self, place: int, wish: str, slot: Slot) -> None:
        record = self.asked[place % len(self.asked)]
        if wish == "book twice":
            self._surviving(lambda: self.ledger.book(record, capacity=CAPACITY))
        elif wish == "change":
            self._surviving(lambda: self.ledger.move(record.callback_id, slot, capacity=CAPACITY, now=self.now))
        else:
            self._apply(record.callback_id, Event(kind=Kind.CANCELLED))

    # the functions

    @precondition(lambda self: self.asked)
    @rule(place=PLACES, answers=ANSWERS, steps=STEPS, early=st.booleans())
    def due_fires(self, place: int, answers: list[Answer], steps: int, early: bool) -> None:
        some = self.open or self.asked
        record = some[place % len(some)]
        if not early:
            self.now = max(self.now, record.wake_at)
        worker = dialler(self.around, record.callback_id, self._owner())
        self.workers.append(worker)
        self._work(worker, answers, steps)

    @rule(sees_calls=st.booleans(), answers=ANSWERS, steps=STEPS, early=st.booleans())
    def sweep(self, sees_calls: bool, answers: list[Answer], steps: int, early: bool) -> None:
        if not early:
            self.now = max([self.now, *sorted(record.wake_at for record in self.open)[:1]])
        self.sees_calls = sees_calls
        worker = sweeper(self.around, self._owner())
        self.workers.append(worker)
        self._work(worker, answers, steps)

    @precondition(lambda self: self.workers)
    @rule(place=PLACES, answers=ANSWERS, steps=STEPS, dies=st.booleans())
    def work_goes_on(self, place: int, answers: list[Answer], steps: int, dies: bool) -> None:
        worker = self.workers[place % len(self.workers)]
        self._work(worker, answers, steps)
        if dies and worker in self.workers:
            self.workers.remove(worker)

    # Connect

    @precondition(lambda self: self.connect.live())
    @rule(place=PLACES, answered=st.booleans(), ends=st.booleans())
    def call_goes_on(self, place: int, answered: bool, ends: bool) -> None:
        live = self.connect.live()
        call = live[place % len(live)]
        if answered and not call.confirmed:
            self.connect.confirm(call)
        if ends and self.connect.can_end(call, self.now):
            self.connect.end(call)

    @precondition(lambda self: self.connect.events)
    @rule(place=PLACES, fate=st.sampled_from(["arrives", "arrives again later", "is lost"]))
    def event(self, place: int, fate: str) -> None:
        place %= len(self.connect.events)
        callback_id, event = self.connect.events[place]
        if fate != "arrives again later":
            del self.connect.events[place]
        if fate != "is lost":
            self._apply(callback_id, event)

    # time, and people

    @rule(seconds=st.sampled_from(JUMPS))
    def time_passes(self, seconds: int) -> None:
        self.now += seconds

    @precondition(lambda self: self._unsettled())
    @rule(place=PLACES, twice=st.booleans())
    def operator_settles(self, place: int, twice: bool) -> None:
        unsettled = self._unsettled()
        for _ in range(1 + twice):
            self._settle(unsettled[place % len(unsettled)])

    # what must hold

    @invariant()
    def promises_hold(self) -> None:
        if hasattr(self, "promises"):
            records = self.promises.check(self.memory.items())
            self.open = [record for record in records if record.is_open]

    def teardown(self) -> None:
        """Once faults stop, every booking ends or waits for an operator, and those he settles end too."""
        if not hasattr(self, "promises"):
            return
        self.dynamodb.calm_down()
        self.workers, self.connect.events = [], []
        self.answers, self.sees_calls = [], True
        for _ in range(100):
            records = self.promises.check(self.memory.items())
            if not self._run_on([record for record in records if record.is_open]):
                return
        raise BrokenPromise("a booking never ends")

    def _run_on(self, open_: list[Record]) -> bool:
        asleep = [record.wake_at for record in open_ if record.state is not State.NEEDS_OPERATOR]
        self.now = max(self.now + RULES.shortest_call, min(asleep, default=0))
        for call in self._ending():
            self.connect.end(call)
        self.connect.events.clear()
        for record in open_:
            if record.state is State.NEEDS_OPERATOR:
                self._settle(record)
        for _ in sweeper(self.around, self._owner()):
            pass
        return bool(open_)

    def _settle(self, record: Record) -> None:
        call = self.connect.find(record)
        if call is None or call.ended:
            kind = Kind.SETTLED_AS_TALKED if call and call.confirmed else Kind.SETTLED_AS_NOT_REACHED
            self._apply(record.callback_id, Event(kind=kind, dial=record.dial))

    def _ending(self) -> list[Call]:
        return [call for call in self.connect.calls if self.connect.can_end(call, self.now)]

    def _owner(self) -> str:
        self.turn += 1
        return f"run-{self.turn}"

    def _unsettled(self) -> list[Record]:
        return [record for record in self.open if record.state is State.NEEDS_OPERATOR]

    def _work(self, worker: Iterator[None], answers: list[Answer], steps: int) -> None:
        self.answers = list(answers)
        for _ in range(steps):
            self._advance(worker)

    def _next_answer(self) -> Answer:
        return self.answers.pop(0) if self.answers else Answer.ACCEPTED

    def _advance(self, worker: Iterator[None]) -> None:
        if worker in self.busy or worker not in self.workers:
            return
        self.busy.append(worker)
        try:
            next(worker)
        except (StopIteration, Died, Contention):
            if worker in self.workers:
                self.workers.remove(worker)
        finally:
            self.busy.remove(worker)

    def _apply(self, callback_id: str, event: Event) -> None:
        self._surviving(lambda: self.ledger.apply(callback_id, event, now=self.now))

    def _surviving(self, call: Callable[[], object]) -> object:
        try:
            return call()
        except (Died, Contention):
            return None

    def _rival(self) -> None:
        """Another worker, or an event, comes in between the reading and the writing of one."""
        idle = [worker for worker in self.workers if worker not in self.busy]
        if idle:
            self._advance(idle[self.turn % len(idle)])
        elif self.connect.events:
            self._apply(*self.connect.events[0])
