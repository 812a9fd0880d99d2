"""What an event changes in a callback once a call was asked for, and until it is certain what became of it."""

from dataclasses import replace

from callback_ledger.before_call import cancel
from callback_ledger.events import Event, Kind
from callback_ledger.moves import ask, close, wait
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State


def turn_away(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect made no call: the attempt does not count. Only before the token was repeated is that certain."""
    unused = replace(record, attempts=record.attempts - 1, settled=True)
    return close(unused, State.CANCELLED, now) if record.cancel_wanted else wait(unused, now + rules.request)


def refuse(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect made no call and never will: it is no attempt. An operator decides, if the customer still wants it."""
    over = replace(record, attempts=record.attempts - 1, settled=True)
    return close(over, State.CANCELLED, now) if record.cancel_wanted else ask(over, event, rules, now)


def ring(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Connect took the call."""
    return _call(record, State.RINGING, event, rules, now)


def talk(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer answered and wants to go on."""
    return _call(record, State.TALKING, event, rules, now)


def put_through(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer was in the queue or with an agent: however thin the news of the end is, he was talked to."""
    if record.put_through:
        return None  # nothing new: whoever looked looks again later
    talking = record if record.state is State.TALKING else _call(record, State.TALKING, event, rules, now)
    return replace(talking, put_through=True)


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


def try_again(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The call is over and reached nobody."""
    if record.put_through and event.kind is Kind.NOT_REACHED:
        return finish(record, event, rules, now)
    record = replace(record, contact_id=event.contact_id or record.contact_id, settled=True)
    if record.cancel_wanted:
        return close(record, State.CANCELLED, now)
    if record.attempts >= rules.max_attempts:
        return close(record, State.EXHAUSTED, now)
    due_at = now + rules.delay_after(record.attempts)
    return wait(replace(record, promised_at=due_at), due_at)


def try_again_or_ask(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer wanted to go on, but the call ended before he was in the queue; after the last attempt ask."""
    if record.attempts < rules.max_attempts or record.cancel_wanted or record.put_through:
        return try_again(record, event, rules, now)
    over = replace(record, contact_id=event.contact_id or record.contact_id, settled=True)
    return ask(over, event, rules, now)


def finish(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """The customer was talked to."""
    contact_id = event.contact_id or record.contact_id
    return close(replace(record, contact_id=contact_id, settled=True), State.DONE, now)


def note_cancel(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """A call may exist: what is promised is that none follows."""
    return record if record.cancel_wanted else replace(record, cancel_wanted=True)


def cancel_when_settled(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Cancel, or note it while a call may exist."""
    return (cancel if record.settled else note_cancel)(record, event, rules, now)


def give_up(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """An operator knows that no call is alive and wants no further one."""
    state = State.CANCELLED if record.cancel_wanted else State.EXHAUSTED
    return close(replace(record, settled=True), state, now)


def _call(record: Record, state: State, event: Event, rules: Rules, now: int) -> Record:
    return replace(
        record,
        state=state,
        contact_id=event.contact_id or record.contact_id,
        wake_at=now + rules.look_every,
        lease_owner="",
        lease_until=0,
    )
