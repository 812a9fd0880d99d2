"""One sweep over the callbacks at which somebody must look.

Calls that are known by their contact are looked at first; those that must be searched for come last, as slowly as
Connect allows it. A callback that cannot be dealt with stops no other, and is there again at the next sweep.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aicc_core.errors import Unavailable
from callback_ledger.bucket import Rate
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Applied
from callback_ledger.states import BEFORE_A_CALL
from callback_ledger.sweeping import Step, next_step
from callback_ledger.telling import Telling

if TYPE_CHECKING:
    from callback_ledger.record import Record
    from sweep_callbacks.means import Means

BUCKET = "search"
RATE = Rate(per_second=0.4, burst=1)  # Connect allows one in two seconds, to the whole account
OVERDUE_AFTER = 300  # seconds; nothing that works leaves a callback alone for so long after it is due


@dataclass(slots=True)
class Swept:
    """How often each step was done or failed, and how many callbacks nobody had looked at for too long."""

    steps: Counter[str] = field(default_factory=Counter)
    overdue: int = 0


def sweep(limit: int, means: Means) -> Swept:
    """Look at up to `limit` callbacks of each shard; raises what the ledger raises when it cannot even list them."""
    swept = Swept()
    to_search: list[str] = []
    for callback_id in means.ledger.due(now=means.now(), limit=limit):
        if means.in_time() and _deal_with(callback_id, swept, means, may_search=False):
            to_search.append(callback_id)
    for callback_id in to_search:
        if _may_search(means):
            _deal_with(callback_id, swept, means, may_search=True)
    return swept


def _deal_with(callback_id: str, swept: Swept, means: Means, *, may_search: bool) -> bool:
    """Do the next step of a callback; return whether its call has to be searched for and may not be yet."""
    try:
        record = means.ledger.record(callback_id)
        if record is None:
            return False
        step = next_step(record, means.rules, means.now())
        if step is Step.LOOK and not record.contact_id and not may_search:
            return True
        _take(step, record, swept, means)
        swept.steps[step] += 1
    except Exception:
        # Whatever it is: the others are not to wait for it.
        swept.steps["failed"] += 1
        means.failed(callback_id)
    return False


def _take(step: Step, record: Record, swept: Swept, means: Means) -> None:
    match step:
        case Step.DIAL:
            swept.overdue += _is_overdue(record, means.now())
            means.waking.wake(record.callback_id, record.due_at, means.now())
        case Step.LOOK:
            _look(record, means)
        case Step.OVERDUE:
            _tell(record, Event(kind=Kind.OVERDUE, dial=record.dial), means)


def _look(record: Record, means: Means) -> None:
    """Look for the call and tell what is known; where that is nothing new, look again later."""
    found: Event | None = None
    try:
        found = means.calls.find(record)
    except Unavailable:
        means.failed(record.callback_id)  # and make room for others in the next sweep
    if found is None or not _tell(record, found, means):
        _tell(record, Event(kind=Kind.LOOKED, dial=record.dial), means)


def _tell(record: Record, event: Event, means: Means) -> bool:
    telling = Telling(means.ledger, means.waking, means.measures)
    return isinstance(telling.tell(record.callback_id, event, means.now()), Applied)


def _may_search(means: Means) -> bool:
    """Wait for a search to be allowed, while there is time."""
    while means.in_time():
        if means.ledger.take_token(BUCKET, RATE, now_ms=int(means.clock() * 1000)):
            return True
        means.pause()
    return False


def _is_overdue(record: Record, now: int) -> bool:
    return record.state in BEFORE_A_CALL and now >= record.due_at + OVERDUE_AFTER
