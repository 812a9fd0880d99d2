"""Telling the ledger what happened, and what always follows: it is counted, and what waits now is woken in time.

In this order: after a crash between two of them the ledger is right, a count may be missing, and the sweeper wakes.
"""

from callback_ledger.events import Event
from callback_ledger.ledger import Applied, EventOutcome, Ledger
from callback_ledger.measures import Measures, names_of
from callback_ledger.states import BEFORE_A_CALL
from callback_ledger.waking import Waking


class Telling:
    """Used by every function to which something happens."""

    def __init__(self, ledger: Ledger, waking: Waking, measures: Measures) -> None:
        self._ledger = ledger
        self._waking = waking
        self._measures = measures

    def tell(self, callback_id: str, event: Event, now: int) -> EventOutcome:
        """Let `event` happen; raises what the ledger raises, and may be repeated after that."""
        outcome = self._ledger.apply(callback_id, event, now=now)
        if isinstance(outcome, Applied):
            record = outcome.record
            for name in names_of(event.kind, record):
                self._measures.add(name)
            if record.state in BEFORE_A_CALL:
                self._waking.wake(callback_id, record.due_at, now)
        return outcome
