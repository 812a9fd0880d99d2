"""What happens once faults stop: every booking ends, or waits for an operator, and those he settles end too."""

from typing import TYPE_CHECKING

from callback_ledger.calling_window import is_daytime
from callback_ledger.record import Record
from callback_ledger.states import State
from tests.unit.callback_ledger.model_of_connect import BrokenPromise

if TYPE_CHECKING:
    from tests.unit.callback_ledger.ledger_machine import LedgerMachine

_ROUNDS = 60
_NIGHT = 11 * 3600


def run_to_the_end(machine: "LedgerMachine") -> None:
    machine.faults.calm_down()
    machine.connect.faultless = True
    machine.connect.free = 2
    for run in machine.runs:
        run.die()
    machine.runs.clear()
    machine.connect.events.clear()
    machine.alarms.set.clear()
    for _ in range(_ROUNDS):
        machine.promises_hold()
        if not machine.open:
            return
        _go_on(machine)
    raise BrokenPromise("a booking never ends")


def _go_on(machine: "LedgerMachine") -> None:
    machine.now = max(machine.now + 4, min(map(_wakes_at, machine.open)))
    if not is_daytime(machine.now):
        machine.now += _NIGHT
    for call in machine.connect.live():
        if machine.connect.can_end(call):
            machine.connect.end(call)
    machine.connect.events.clear()
    for record in machine.open:
        if record.state is State.NEEDS_OPERATOR:
            machine.settle(record)
    machine.run_sweep()
    while machine.alarms.set:
        due_at, callback_id = machine.alarms.set.pop(0)
        if due_at <= machine.now:
            machine.run_dial(callback_id)


def _wakes_at(record: Record) -> int:
    return 0 if record.state is State.NEEDS_OPERATOR else record.wake_at
