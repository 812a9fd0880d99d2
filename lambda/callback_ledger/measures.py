"""What is counted about callbacks, by names that the dashboards and alarms use as well."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from aws_lambda_powertools import Metrics
from aws_lambda_powertools.metrics import MetricUnit

from callback_ledger.events import Kind
from callback_ledger.states import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from callback_ledger.record import Record

NAMESPACE = "AICC/Callbacks"
DIMENSION = "Queue"

BOOKED = "Booked"
SLOT_FULL = "SlotFull"
DIALLED = "Dialled"
DUE_LAG = "DueLag"  # seconds from due to dialled
REACHED = "Reached"
NOT_REACHED = "NotReached"
EXHAUSTED = "Exhausted"
CANCELLED = "Cancelled"
NEEDS_OPERATOR = "NeedsOperator"
POSTPONED = "Postponed"
SHIFTED = "Shifted"
UNKNOWN = "Unknown"
DUPLICATE_SUPPRESSED = "DuplicateSuppressed"
# as of the last sweep
OPEN = "Open"
OVERDUE = "Overdue"
WAITING_FOR_OPERATOR = "WaitingForOperator"
# once a day
DAILY_OPEN = "DailyOpen"
DAILY_WAITING_FOR_OPERATOR = "DailyWaitingForOperator"

_IN_SECONDS = frozenset({DUE_LAG})
_ENDS = {State.DONE: REACHED, State.EXHAUSTED: EXHAUSTED, State.CANCELLED: CANCELLED}
_DOUBTS = frozenset({Kind.TIMED_OUT, Kind.REFUSED, Kind.OVERDUE, Kind.UNSERVED, Kind.NOT_REACHED})
_DOUBTFUL = {State.UNKNOWN: UNKNOWN, State.NEEDS_OPERATOR: NEEDS_OPERATOR}
_MISSES = frozenset({Kind.NOT_REACHED, Kind.SETTLED_AS_NOT_REACHED})


class Measures(Protocol):
    """Where counts go."""

    def add(self, name: str, value: float = 1) -> None:
        """Add a value under one of the names above."""


class EmfMeasures:
    """One line of CloudWatch's embedded metric format for each run of a function."""

    def __init__(self, queue: str) -> None:
        self._metrics = Metrics(namespace=NAMESPACE)
        self._metrics.set_default_dimensions(**{DIMENSION: queue})

    def add(self, name: str, value: float = 1) -> None:
        """Add a value, to be written when the run ends."""
        unit = MetricUnit.Seconds if name in _IN_SECONDS else MetricUnit.Count
        self._metrics.add_metric(name=name, unit=unit, value=value)

    @contextmanager
    def written(self) -> Iterator[EmfMeasures]:
        """Write what was added when the run ends, however it ends; nothing when nothing was."""
        try:
            yield self
        finally:
            if self._metrics.metric_set:
                self._metrics.flush_metrics()


def names_of(kind: Kind, record: Record) -> list[str]:
    """Return what is counted when an event of that kind has led to `record`.

    >>> from callback_ledger.record import Slot, book
    >>> names_of(Kind.POSTPONED, book(callback_id="c", phone=b"", lock="", slot=Slot("q", 0), due_at=0, now=0))
    ['Postponed']
    """
    names = []
    if kind is Kind.POSTPONED:
        names.append(POSTPONED)
    if kind in _MISSES:
        names.append(NOT_REACHED)
    if record.state in _ENDS:
        names.append(_ENDS[record.state])
    elif kind in _DOUBTS and record.state in _DOUBTFUL:
        names.append(_DOUBTFUL[record.state])
    return names
