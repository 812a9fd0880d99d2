"""What the functions round the ledger do, cut into steps: at each `yield` others act, or the worker dies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aicc_core.opening_hours import OpeningHours
from callback_ledger.calling_window import is_callable
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied, Ledger
from callback_ledger.permission import may_dial, may_repeat
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.sweeping import Step, next_step
from tests.unit.callback_ledger.model_of_connect import Answer, ModelOfConnect

_LATER = 3600


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    ledger: Ledger
    connect: ModelOfConnect
    rules: Rules
    hours: OpeningHours
    clock: Callable[[], int]
    next_answer: Callable[[], Answer]
    sees_calls: Callable[[], bool]


def dialler(around: Surroundings, callback_id: str, owner: str) -> Iterator[None]:
    ledger, clock = around.ledger, around.clock
    leased = ledger.apply(callback_id, Event(kind=Kind.LEASED, owner=owner), now=clock())
    if not isinstance(leased, Applied):
        return
    yield
    if not is_callable(clock(), around.hours):
        later = Event(kind=Kind.POSTPONED, owner=owner, due_at=clock() + _LATER)
        ledger.apply(callback_id, later, now=clock())
        return
    enter = Event(kind=Kind.ENTERED, owner=owner, dial=leased.record.dial + 1)
    entered = ledger.apply(callback_id, enter, now=clock())
    if not isinstance(entered, Applied):
        return
    yield
    record = entered.record
    if not may_dial(record, owner, around.rules, clock()):
        return
    answer = around.connect.start(record, around.next_answer(), clock())
    yield
    told = ledger.apply(callback_id, answer, now=clock())
    yield
    yield from _repeats(around, told.record if isinstance(told, Applied) else record)


def _repeats(around: Surroundings, record: Record) -> Iterator[None]:
    while may_repeat(record, around.rules, around.clock()):
        answer = around.connect.start(record, around.next_answer(), around.clock())
        yield
        told = around.ledger.apply(record.callback_id, answer, now=around.clock())
        if isinstance(told, Applied):
            return
        yield


def sweeper(around: Surroundings, owner: str) -> Iterator[None]:
    for callback_id in around.ledger.due(now=around.clock(), limit=100):
        yield
        record = around.ledger.record(callback_id)
        step = next_step(record, around.rules, around.clock()) if record else Step.LEAVE
        if record is None or step is Step.LEAVE:
            continue
        if step is Step.DIAL:
            yield from dialler(around, callback_id, owner)
            continue
        event = Event(kind=Kind.OVERDUE, dial=record.dial)
        if step is Step.LOOK:
            call = around.connect.find(record) if around.sees_calls() else None
            event = call.outcome() if call else Event(kind=Kind.LOOKED, dial=record.dial)
        yield
        told = around.ledger.apply(callback_id, event, now=around.clock())
        if step is Step.LOOK and not isinstance(told, Applied):
            around.ledger.apply(callback_id, Event(kind=Kind.LOOKED, dial=record.dial), now=around.clock())
