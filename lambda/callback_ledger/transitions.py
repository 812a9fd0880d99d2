"""What each event does in each state: one table. What is not in it changes nothing.

Final states have no row, so that they are final. What is said about a call changes nothing once its end is settled.
THROTTLED and REFUSED count only while DIALLING: there the one request that was sent is the one that was turned away.
While UNKNOWN the token may have been sent twice, and that the second request was turned away says nothing about the
first.
"""

from collections.abc import Mapping
from dataclasses import replace

from callback_ledger import before_call, in_call
from callback_ledger.events import OF_A_CALL, OF_A_DIAL, Event, Kind
from callback_ledger.moves import Move
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State

TABLE: Mapping[State, Mapping[Kind, Move]] = {
    State.BOOKED: {
        Kind.LEASED: before_call.lease,
        Kind.POSTPONED: before_call.postpone,
        Kind.ENTERED: before_call.enter,
        Kind.SHIFTED: before_call.shift,
        Kind.UNSERVED: before_call.leave_unserved,
        Kind.MOVED: before_call.move,
        Kind.CANCELLED: before_call.cancel,
        Kind.HURRIED: before_call.hurry,
    },
    State.WAITING: {
        Kind.LEASED: before_call.lease,
        Kind.POSTPONED: before_call.postpone,
        Kind.ENTERED: before_call.enter,
        Kind.SHIFTED: before_call.shift,
        Kind.UNSERVED: before_call.leave_unserved,
        Kind.MOVED: before_call.move,
        Kind.CANCELLED: before_call.cancel,
        Kind.HURRIED: before_call.hurry,
    },
    State.DIALLING: {
        Kind.ENTERED: before_call.entered_before,
        Kind.ACCEPTED: in_call.ring,
        Kind.THROTTLED: in_call.turn_away,
        Kind.REFUSED: in_call.refuse,
        Kind.TIMED_OUT: in_call.doubt,
        Kind.CONFIRMED: in_call.talk,
        Kind.PUT_THROUGH: in_call.put_through,
        Kind.TALKED: in_call.finish,
        Kind.NOT_REACHED: in_call.try_again,
        Kind.OVERDUE: in_call.doubt_when_late,
        Kind.CANCELLED: in_call.note_cancel,
    },
    State.UNKNOWN: {
        Kind.ACCEPTED: in_call.ring,
        Kind.CONFIRMED: in_call.talk,
        Kind.PUT_THROUGH: in_call.put_through,
        Kind.TALKED: in_call.finish,
        Kind.NOT_REACHED: in_call.try_again,
        Kind.LOOKED: in_call.look_again,
        Kind.OVERDUE: in_call.ask_when_unsettled,
        Kind.CANCELLED: in_call.note_cancel,
    },
    State.RINGING: {
        Kind.CONFIRMED: in_call.talk,
        Kind.PUT_THROUGH: in_call.put_through,
        Kind.TALKED: in_call.finish,
        Kind.NOT_REACHED: in_call.try_again,
        Kind.LOOKED: in_call.look_again,
        Kind.OVERDUE: in_call.ask_when_endless,
        Kind.CANCELLED: in_call.note_cancel,
    },
    State.TALKING: {
        Kind.PUT_THROUGH: in_call.put_through,
        Kind.TALKED: in_call.finish,
        Kind.NOT_REACHED: in_call.try_again_or_ask,
        Kind.LOOKED: in_call.look_again,
        Kind.OVERDUE: in_call.ask_when_endless,
        Kind.CANCELLED: in_call.note_cancel,
    },
    State.NEEDS_OPERATOR: {
        Kind.ACCEPTED: in_call.ring,
        Kind.CONFIRMED: in_call.talk,
        Kind.PUT_THROUGH: in_call.put_through,
        Kind.TALKED: in_call.finish,
        Kind.NOT_REACHED: in_call.try_again,
        Kind.MOVED: before_call.move,
        Kind.CANCELLED: in_call.cancel_when_settled,
        Kind.SETTLED_AS_TALKED: in_call.finish,
        Kind.SETTLED_AS_NOT_REACHED: in_call.try_again,
        Kind.GIVEN_UP: in_call.give_up,
    },
    State.DONE: {},
    State.EXHAUSTED: {},
    State.CANCELLED: {},
}


def after(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
    """Return the callback after `event`: itself when that happened before, None when it changes nothing."""
    if event.kind in OF_A_DIAL and event.dial != record.dial:
        return None
    if event.kind in OF_A_CALL and record.settled:
        return None
    move = TABLE[record.state].get(event.kind)
    new = move(record, event, rules, now) if move else None
    return new if new is None or new is record else replace(new, version=record.version + 1, changed_at=now)
