"""What each event does in each state: one table. What is not in it changes nothing.

Final states have no row, so that they are final. What is said about a call changes nothing once its end is settled.
THROTTLED and REFUSED count only while DIALLING: there the one request that was sent is the one that was turned away.
While UNKNOWN the token may have been sent twice, and that the second request was turned away says nothing about the
first.
"""

from collections.abc import Mapping
from dataclasses import replace

from callback_ledger import moves
from callback_ledger.events import OF_A_CALL, OF_A_DIAL, Event, Kind
from callback_ledger.moves import Move
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State

TABLE: Mapping[State, Mapping[Kind, Move]] = {
    State.BOOKED: {
        Kind.LEASED: moves.lease,
        Kind.POSTPONED: moves.postpone,
        Kind.ENTERED: moves.enter,
        Kind.SHIFTED: moves.shift,
        Kind.UNSERVED: moves.leave_unserved,
        Kind.MOVED: moves.move,
        Kind.CANCELLED: moves.cancel,
        Kind.HURRIED: moves.hurry,
    },
    State.WAITING: {
        Kind.LEASED: moves.lease,
        Kind.POSTPONED: moves.postpone,
        Kind.ENTERED: moves.enter,
        Kind.SHIFTED: moves.shift,
        Kind.UNSERVED: moves.leave_unserved,
        Kind.MOVED: moves.move,
        Kind.CANCELLED: moves.cancel,
        Kind.HURRIED: moves.hurry,
    },
    State.DIALLING: {
        Kind.ENTERED: moves.entered_before,
        Kind.ACCEPTED: moves.ring,
        Kind.THROTTLED: moves.turn_away,
        Kind.REFUSED: moves.refuse,
        Kind.TIMED_OUT: moves.doubt,
        Kind.CONFIRMED: moves.talk,
        Kind.TALKED: moves.finish,
        Kind.NOT_REACHED: moves.try_again,
        Kind.OVERDUE: moves.doubt_when_late,
        Kind.CANCELLED: moves.note_cancel,
    },
    State.UNKNOWN: {
        Kind.ACCEPTED: moves.ring,
        Kind.CONFIRMED: moves.talk,
        Kind.TALKED: moves.finish,
        Kind.NOT_REACHED: moves.try_again,
        Kind.LOOKED: moves.look_again,
        Kind.OVERDUE: moves.ask_when_unsettled,
        Kind.CANCELLED: moves.note_cancel,
    },
    State.RINGING: {
        Kind.CONFIRMED: moves.talk,
        Kind.TALKED: moves.finish,
        Kind.NOT_REACHED: moves.try_again,
        Kind.LOOKED: moves.look_again,
        Kind.OVERDUE: moves.ask_when_endless,
        Kind.CANCELLED: moves.note_cancel,
    },
    State.TALKING: {
        Kind.TALKED: moves.finish,
        Kind.NOT_REACHED: moves.finish,  # the customer had answered
        Kind.LOOKED: moves.look_again,
        Kind.OVERDUE: moves.ask_when_endless,
        Kind.CANCELLED: moves.note_cancel,
    },
    State.NEEDS_OPERATOR: {
        Kind.ACCEPTED: moves.ring,
        Kind.CONFIRMED: moves.talk,
        Kind.TALKED: moves.finish,
        Kind.NOT_REACHED: moves.try_again,
        Kind.MOVED: moves.move,
        Kind.CANCELLED: moves.cancel_when_settled,
        Kind.SETTLED_AS_TALKED: moves.finish,
        Kind.SETTLED_AS_NOT_REACHED: moves.try_again,
        Kind.GIVEN_UP: moves.give_up,
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
