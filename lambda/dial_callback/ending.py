"""How a run of the dialler ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from callback_ledger.record import Record


class How(StrEnum):
    """In one word, for the log."""

    MISSING = "missing"  # there is no such callback
    TOO_EARLY = "too_early"  # not due yet
    DUPLICATE = "duplicate"  # another run is at it or has been, or it is over
    LOST = "lost"  # it was moved, cancelled or taken while we were at it
    POSTPONED = "postponed"  # tried again in a moment
    SHIFTED = "shifted"  # moved to a later slot
    UNSERVED = "unserved"  # left to an operator
    DIALLED = "dialled"


class Because(StrEnum):
    """Why a callback that is due was not dialled."""

    NO_ATTEMPT_LEFT = "no_attempt_left"
    HOURS_UNKNOWN = "hours_unknown"
    CLOSED = "closed"
    AGENTS_UNKNOWN = "agents_unknown"
    NOBODY_FREE = "nobody_free"
    PHONE_UNREADABLE = "phone_unreadable"
    TOO_MANY_DIALS = "too_many_dials"


@dataclass(frozen=True, slots=True)
class Ending:
    """The ending, the callback as it is now, and why it was not dialled, where it was due and was not."""

    how: How
    record: Record | None = None
    because: Because | None = None
