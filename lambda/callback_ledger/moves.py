"""A move: what an event changes in a callback, None where it changes nothing; and what moves have in common."""

from collections.abc import Callable
from dataclasses import replace

from callback_ledger.events import Event
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State

Move = Callable[[Record, Event, Rules, int], Record | None]


def ask(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Leave it to an operator."""
    return replace(record, state=State.NEEDS_OPERATOR, wake_at=0, lease_owner="", lease_until=0)


def wait(record: Record, due_at: int, *, postponements: int | None = None) -> Record:
    """Return it as it waits for a dial; nobody has it."""
    return replace(
        record,
        state=State.WAITING,
        due_at=due_at,
        wake_at=due_at,
        lease_owner="",
        lease_until=0,
        postponements=record.postponements if postponements is None else postponements,
    )


def close(record: Record, state: State, now: int) -> Record:
    """Return it closed."""
    return replace(record, state=state, closed_at=now, wake_at=0, lease_owner="", lease_until=0)
