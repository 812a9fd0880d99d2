"""What an event changes in a callback; None where it changes nothing."""

from collections.abc import Callable
from dataclasses import replace

from callback_ledger.calling_window import is_daytime
from callback_ledger.events import Event
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State

Move = Callable[[Record, Event, Rules, int], Record | None]


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
    return _wait(record, event.due_at, postponements=record.postponements + 1)


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


def turn_away(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect made no call: the attempt does not count. Only before the token was repeated is that certain."""
    unused = replace(record, attempts=record.attempts - 1, settled=True)
    return _close(unused, State.CANCELLED, now) if record.cancel_wanted else _wait(unused, now + rules.request)


def refuse(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect made no call and never will: leave it to an operator, unless the customer wants none any more."""
    over = replace(record, settled=True)
    return _close(over, State.CANCELLED, now) if record.cancel_wanted else ask(over, event, rules, now)


def ring(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect took the call."""
    return _call(record, State.RINGING, event, rules, now)


def talk(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer answered."""
    return _call(record, State.TALKING, event, rules, now)


def doubt(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Nobody knows whether there is a call."""
    return replace(record, state=State.UNKNOWN, wake_at=now, lease_owner="", lease_until=0)


def doubt_when_late(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The worker is gone: its lease ran out between the entry and the outcome."""
    return doubt(record, event, rules, now) if record.lease_until <= now else None


def look_again(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The call was looked for, and nothing new was found."""
    return replace(record, wake_at=now + rules.look_every)


def ask_when_unsettled(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """A call that was not found is no proof that there was none: a person decides."""
    return ask(record, event, rules, now) if now >= record.dialled_at + rules.settle_within else None


def ask_when_endless(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """No call lasts that long: its end was missed."""
    return ask(record, event, rules, now) if now >= record.dialled_at + rules.longest_call else None


def ask(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Leave it to an operator."""
    return replace(record, state=State.NEEDS_OPERATOR, wake_at=0, lease_owner="", lease_until=0)


def try_again(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The call is over and reached nobody."""
    record = replace(record, contact_id=event.contact_id or record.contact_id, settled=True)
    if record.cancel_wanted:
        return _close(record, State.CANCELLED, now)
    if record.attempts >= rules.max_attempts:
        return _close(record, State.EXHAUSTED, now)
    due_at = now + rules.delay_after(record.attempts)
    return _wait(replace(record, promised_at=due_at), due_at)


def finish(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer was talked to."""
    contact_id = event.contact_id or record.contact_id
    return _close(replace(record, contact_id=contact_id, settled=True), State.DONE, now)


def give_up(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """An operator knows that no call is alive and wants no further one."""
    state = State.CANCELLED if record.cancel_wanted else State.EXHAUSTED
    return _close(replace(record, settled=True), state, now)


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
    return _close(record, State.CANCELLED, now)


def note_cancel(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """A call may exist: what is promised is that none follows."""
    return record if record.cancel_wanted else replace(record, cancel_wanted=True)


def cancel_when_settled(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Cancel, or note it while a call may exist."""
    return (cancel if record.settled else note_cancel)(record, event, rules, now)


def forget(record: Record, now: int) -> Record | None:
    """Take out of a closed callback what leads to a person: number, hash, and the call in Connect."""
    if record.is_open:
        return None
    if not record.lock:
        return record
    return replace(record, phone=b"", lock="", contact_id="", version=record.version + 1, changed_at=now)


def _is_there(record: Record, event: Event) -> bool:
    """Whether it was moved before, and the answer to the write was lost."""
    return (record.slot, record.due_at, record.promised_at) == (event.slot, event.due_at, event.due_at)


def _into_slot(record: Record, event: Event, *, shifts: int) -> Record | None:
    if event.slot is None:
        return None
    moved = replace(record, slot=event.slot, promised_at=event.due_at, shifts=shifts)
    return _wait(moved, event.due_at)


def _wait(record: Record, due_at: int, *, postponements: int | None = None) -> Record:
    return replace(
        record,
        state=State.WAITING,
        due_at=due_at,
        wake_at=due_at,
        lease_owner="",
        lease_until=0,
        postponements=record.postponements if postponements is None else postponements,
    )


def _call(record: Record, state: State, event: Event, rules: Rules, now: int) -> Record:
    return replace(
        record,
        state=state,
        contact_id=event.contact_id or record.contact_id,
        wake_at=now + rules.look_every,
        lease_owner="",
        lease_until=0,
    )


def _close(record: Record, state: State, now: int) -> Record:
    return replace(record, state=state, closed_at=now, wake_at=0, lease_owner="", lease_until=0)
