"""Dials one callback.

    lease -> may it be called now -> is somebody free -> may Connect be asked -> enter, with a line -> ask -> tell

Whatever stops it before the entry leaves the callback waiting, and a message that comes again starts anew. From the
entry on the ledger knows that a call may exist: a message that comes again does nothing, and the sweeper finds out
what became of the call.
"""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from callback_ledger import measures
from callback_ledger.calling_window import is_callable
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied, Ignored, Missing, NoLine
from callback_ledger.states import BEFORE_A_CALL
from dial_callback.calling import call, may_ask
from dial_callback.ending import Because, Ending, How
from dial_callback.putting_off import Turn
from korean.clock import KOREA

if TYPE_CHECKING:
    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.record import Record
    from dial_callback.means import Means

_LONGEST_PAUSE = 3  # seconds until a token is there again
_CLOCKS = 5  # seconds by which clocks may differ


def dial(callback_id: str, owner: str, means: Means) -> Ending:
    """Dial a callback if it is due; `owner` is a name that no other run has. Raises what the ledger raises."""
    leased = means.ledger.apply(callback_id, Event(kind=Kind.LEASED, owner=owner), now=means.now())
    if isinstance(leased, Missing):
        return Ending(How.MISSING)
    if isinstance(leased, Ignored):
        return _not_leased(leased.record, means)
    return _dial_leased(Turn(means, leased.record, owner))


def _not_leased(record: Record, means: Means) -> Ending:
    now = means.now()
    if record.state in BEFORE_A_CALL and record.due_at > now:
        # Whoever put it off has sent a message for then. To send each needless one again would keep all that there
        # ever were: one more with each sweep.
        if record.due_at <= now + _CLOCKS:
            means.waking.wake(record.callback_id, record.due_at, now)
        return Ending(How.TOO_EARLY, record)
    means.measures.add(measures.DUPLICATE_SUPPRESSED)
    return Ending(How.DUPLICATE, record)


def _dial_leased(turn: Turn) -> Ending:
    means, record = turn.means, turn.record
    if record.attempts >= means.rules.max_attempts:  # they were more when it was last put off
        return turn.leave(Because.NO_ATTEMPT_LEFT)
    hours = _hours(means)
    if hours is None:
        return turn.wait_for_hours()
    if not is_callable(means.now(), hours):
        return turn.put_off(hours, Because.CLOSED)
    free_agents = _free_agents(means)
    if not free_agents:
        return turn.put_off(hours, Because.AGENTS_UNKNOWN if free_agents is None else Because.NOBODY_FREE)
    phone = _phone(record, means)
    if phone is None:
        return turn.put_off(hours, Because.PHONE_UNREADABLE)
    if not may_ask(means):
        return turn.wait(_pause(record.callback_id), Because.TOO_MANY_DIALS)
    entered = means.ledger.enter(
        record.callback_id, owner=turn.owner, dial=record.dial + 1, free_agents=free_agents, now=means.now()
    )
    if isinstance(entered, NoLine):
        return turn.put_off(hours, Because.NOBODY_FREE)
    if not isinstance(entered, Applied):
        return Ending(How.LOST, record)
    return Ending(How.DIALLED, call(entered.record, phone, turn.owner, means))


def _hours(means: Means) -> OpeningHours | None:
    try:
        return means.opening_hours.current(datetime.fromtimestamp(means.now(), KOREA))
    except Unavailable:
        return None


def _free_agents(means: Means) -> int | None:
    try:
        return means.telephone.free_agents()
    except Unavailable:
        return None


def _phone(record: Record, means: Means) -> str | None:
    """Read the number before the entry: an attempt that could not be made is none."""
    try:
        return means.sealing.open(record.phone, record.callback_id)
    except Unavailable:
        return None


def _pause(callback_id: str) -> int:
    """Return how many seconds this callback waits for a token: not all of those that are due at once the same."""
    return 1 + zlib.crc32(callback_id.encode()) % _LONGEST_PAUSE
