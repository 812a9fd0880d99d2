"""Decides whether a line is open; whatever is not clearly an emergency means that it is.

A caller who should have heard an announcement still reaches a person; a caller who hears one by mistake reaches nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol


class Status(StrEnum):
    """What a flow compares `$.External.line_status` with."""

    OPEN = "open"
    EMERGENCY = "emergency"


class Because(StrEnum):
    """Why a line has its status; for the log."""

    SWITCHED = "switched"
    ABSENT = "absent"
    EXPIRED = "expired"
    NONSENSE = "nonsense"


@dataclass(frozen=True, slots=True)
class Line:
    """The status of a line, its announcement (Korean text, empty when open) and the reason."""

    status: Status
    announcement: str
    because: Because


class Operations(Protocol):
    """What operators have switched."""

    def line(self, name: str) -> Mapping[str, object] | None:
        """Return what is stored about a line: whole numbers as `int`, texts as `str`; None when nothing is."""


def read_line_status(name: str, *, operations: Operations, now: datetime) -> Line:
    """Return the line called `name`.

    An emergency needs an announcement: without one a flow would have nothing to say. Raises what `operations` raises.
    """
    stored = operations.line(name)
    if stored is None:
        return _open(Because.ABSENT)
    expires_at = stored.get("expires_at")
    if expires_at is not None and not isinstance(expires_at, int):
        return _open(Because.NONSENSE)
    # Tested here because DynamoDB deletes expired items hours late.
    if expires_at is not None and expires_at <= now.timestamp():
        return _open(Because.EXPIRED)
    match stored:
        case {"status": Status.OPEN}:
            return _open(Because.SWITCHED)
        case {"status": Status.EMERGENCY, "announcement": str(announcement)} if announcement.strip():
            return Line(Status.EMERGENCY, announcement, Because.SWITCHED)
    return _open(Because.NONSENSE)


def _open(because: Because) -> Line:
    return Line(Status.OPEN, "", because)
