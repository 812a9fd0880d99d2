"""What happens once faults stop: every booking ends, or waits for an operator, and those he settles end too."""

from typing import TYPE_CHECKING

from callback_ledger.calling_window import is_daytime
from callback_ledger.record import Record
from callback_ledger.states import State
from tests.unit.callback_ledger.model_of_connect import BrokenPromise

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.callback_ledger.ledger_world import LedgerWorld

_ROUNDS = 1000  # one hurried long before its time is tried for hours while nobody is free
_NIGHT = 11 * 3600


def run_to_the_end(machine: "LedgerWorld") -> None:
    machine.faults.calm_down()
    machine.connect.faultless = True
    for run in machine.runs:
        run.die()
    machine.runs.clear()
    machine.alarms.set.clear()
    if machine.faults.happens(0.3):
        _until(machine, lambda record: record.state is State.NEEDS_OPERATOR, free=0)
    _until(machine, lambda _: False, free=2)


def _until(machine: "LedgerWorld", is_at_rest: "Callable[[Record], bool]", *, free: int) -> None:
    """Go on until all open bookings are at rest; nobody is free, or an operator settles what waits for him."""
    machine.connect.free = free
    for _ in range(_ROUNDS):
        machine.promises_hold()
        restless = [record for record in machine.open if not is_at_rest(record)]
        if not restless:
            return
        _go_on(machine, restless)
    raise BrokenPromise("a booking never ends")


def _go_on(machine: "LedgerWorld", restless: list[Record]) -> None:
    machine.now = max(machine.now + 4, min(map(_wakes_at, restless)))
    if not is_daytime(machine.now):
        machine.now += _NIGHT
    for call in machine.connect.live():
        if machine.connect.can_end(call):
            machine.connect.end(call)
    machine.connect.events.clear()
    for record in restless:
        if record.state is State.NEEDS_OPERATOR:
            machine.settle(record)
    machine.run_sweep()
    while machine.alarms.set:
        due_at, callback_id = machine.alarms.set.pop(0)
        if due_at <= machine.now:
            machine.run_dial(callback_id)


def _wakes_at(record: Record) -> int:
    return 0 if record.state is State.NEEDS_OPERATOR else record.wake_at
