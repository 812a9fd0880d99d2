"""Asks Connect for the call of a dial that was just entered, and tells the ledger the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from callback_ledger import measures
from callback_ledger.bucket import Rate
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Missing
from callback_ledger.permission import may_dial, may_repeat
from callback_ledger.telling import Telling

if TYPE_CHECKING:
    from callback_ledger.record import Record
    from dial_callback.means import Means

BUCKET = "dial"
RATE = Rate(per_second=1.6, burst=3)  # Connect allows 2 a second and 5 at once, to the whole account


def may_ask(means: Means) -> bool:
    """Whether Connect may be asked for a call now; each yes counts."""
    return means.ledger.take_token(BUCKET, RATE, now_ms=int(means.clock() * 1000))


def call(record: Record, phone: str, owner: str, means: Means) -> Record:
    """Make the call; return the callback as it is then.

    Should the answer never reach the ledger, the entry is there, and the call is looked for.
    """
    if not may_dial(record, owner, means.rules, means.now_at_latest()):
        # Nothing was asked for under this token, and no other run may: Connect has no call.
        return _tell(record, Event(kind=Kind.THROTTLED, dial=record.dial), means)
    means.measures.add(measures.DIALLED)
    means.measures.add(measures.DUE_LAG, max(0, record.dialled_at - record.due_at))
    is_late = record.is_late or means.now() >= record.promised_at + means.rules.grace
    record = _tell(record, means.telephone.start(record, phone, is_late=is_late), means)
    while _is_worth_repeating(record, means):
        record = _tell(record, means.telephone.start(record, phone, is_late=is_late), means)
    return record


def _is_worth_repeating(record: Record, means: Means) -> bool:
    """Whether the same token is sent again: it finds the call that may be there, or makes the one that is not."""
    if record.cancel_wanted or not may_repeat(record, means.rules, means.now_at_latest()) or not may_ask(means):
        return False
    return may_repeat(record, means.rules, means.now_at_latest())  # again, for taking that leave took its time


def _tell(record: Record, event: Event, means: Means) -> Record:
    told = Telling(means.ledger, means.waking, means.measures).tell(record.callback_id, event, means.now())
    return record if isinstance(told, Missing) else told.record
