"""What an event changes in a callback that waits: no call exists, and somebody may be about to make one."""

from dataclasses import replace

from callback_ledger.calling_window import is_daytime
from callback_ledger.events import Event
from callback_ledger.moves import ask, close, wait
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State


def lease(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Take it for a while, to see whether it can be dialled now."""
    if now < record.due_at or record.is_leased_to_another(event.owner, now):
        return None
    until = now + rules.lease
    return replace(record, lease_owner=event.owner, lease_until=until, wake_at=until)


def postpone(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Give it back: nobody is free, or it is not a time to call. What the customer was told stays."""
    if not record.is_leased_to(event.owner, now):
        return None
    return wait(record, event.due_at, postponements=record.postponements + 1)


def enter(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Count the attempt before the call: whatever happens next, the ledger knows of the token."""
    if event.dial != record.dial + 1 or not record.is_leased_to(event.owner, now):
        return None
    if record.attempts >= rules.max_attempts or not is_daytime(now):
        return None
    until = now + rules.lease
    return replace(
        record,
        state=State.DIALLING,
        attempts=record.attempts + 1,
        dial=event.dial,
        dialled_at=now,
        settled=False,
        put_through=False,
        lease_until=until,
        wake_at=until,
        contact_id="",
    )


def entered_before(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The answer to the write was lost: the same run of the worker enters the same dial again."""
    return record if event.dial == record.dial and record.is_leased_to(event.owner, now) else None


def shift(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Nobody was free for too long: wait for a later slot. Only what is due; the customer may just have moved it."""
    if _is_there(record, event):
        return record
    if now < record.due_at or record.shifts >= rules.max_shifts:
        return None
    return _into_slot(record, event, shifts=record.shifts + 1)


def leave_unserved(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Nobody was ever free, and no later slot is left to wait for: leave it to an operator."""
    return ask(record, event, rules, now) if record.is_leased_to(event.owner, now) else None


def hurry(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """An operator wants it called now; what the customer was told stays."""
    return record if record.due_at <= now else replace(record, due_at=now, wake_at=now)


def move(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer wants another time; whoever was about to dial no longer has it."""
    if not record.settled or record.attempts >= rules.max_attempts:
        return None
    if _is_there(record, event):
        return record
    return _into_slot(record, event, shifts=0)


def cancel(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """No call can exist: it is over."""
    return close(record, State.CANCELLED, now)


def _is_there(record: Record, event: Event) -> bool:
    """Whether it was moved before, and the answer to the write was lost."""
    return (record.slot, record.due_at, record.promised_at) == (event.slot, event.due_at, event.due_at)


def _into_slot(record: Record, event: Event, *, shifts: int) -> Record | None:
    if event.slot is None:
        return None
    moved = replace(record, slot=event.slot, promised_at=event.due_at, shifts=shifts)
    return wait(moved, event.due_at)
