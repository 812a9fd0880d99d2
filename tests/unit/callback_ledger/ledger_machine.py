"""Anything may happen to callbacks, in any order, and what is promised must hold all the same."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar, cast

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from callback_ledger.events import Event, Kind
from callback_ledger.states import BEFORE_A_CALL, State
from tests.unit.callback_ledger.ending import run_to_the_end
from tests.unit.callback_ledger.ledger_world import PHONES, LedgerWorld
from tests.unit.callback_ledger.runs import TO_THE_END

JUMPS = [1, 2, 4, 30, 61, 600, 1900, 7400, 12 * 3600, 12 * 3600]  # the last from the morning into the night
PLACES = st.integers(0, 50)
KEYS = st.sampled_from(  # what the customer does; dropped: no queue takes the call
    ["1", "1, ends", "1, dropped", "1, dropped, ends", "2", "2, ends", "ends", "ends", "rings", "rings"]
)
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


class LedgerMachine(LedgerWorld):
    """What may come next; the steps of all runs are counted."""

    steps: ClassVar[int] = 0

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

    def teardown(self) -> None:
        """Once faults stop, every booking ends or waits for an operator, and those he settles end too."""
        if hasattr(self, "promises"):
            try:
                run_to_the_end(self)
            finally:
                for run in self.runs:
                    run.die()

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
