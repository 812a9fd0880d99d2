"""Callbacks as the conversation sees them; `ledger_callbacks` keeps them.

What a session holds is no callback's name but a secret of its own, from which the name is made together with the
number: whoever could write into a session would still come by no callback of anybody else. What is changed or
cancelled is always looked up by the number that calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.slots import SlotRules


class Booking(StrEnum):
    """What came of booking or moving."""

    DONE = "done"
    FULL = "full"
    NOT_OFFERED = "not_offered"  # closed, gone by, too soon or too far ahead
    ALREADY_OPEN = "already_open"  # the number has a callback at another time
    UNDER_WAY = "under_way"  # a call may exist, so that only a person can change anything
    GONE = "gone"  # there is nothing to move any more, or what the request booked is over


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCallback:
    """A callback that is still to come; `when`: what the customer was told, in Korea's time."""

    callback_id: str
    when: datetime
    movable: bool


class Callbacks(Protocol):
    """The callbacks of one queue. Every method that looks at them raises `Unavailable` when they cannot be reached.

    Attributes:
        rules: Which times are offered.
    """

    @property
    def rules(self) -> SlotRules:
        """Which times are offered."""

    def new_request(self) -> str:
        """Return a secret for one wish, which is the same wish however often it is repeated."""

    def find(self, phone: str) -> OpenCallback | None:
        """Return the open callback of a number (E.164)."""

    def book(self, request: str, phone: str, when: datetime, hours: OpeningHours, now: datetime) -> Booking:
        """Book a callback; with the same request once, however often it is asked for."""

    def move(self, found: OpenCallback, when: datetime, hours: OpeningHours, now: datetime) -> Booking:
        """Move a callback that was found; unless it is DONE it stays where it is."""

    def cancel(self, found: OpenCallback, now: datetime) -> None:
        """Cancel a callback that was found: no call follows that is not under way already."""

    def nearest_free(self, wish: datetime, hours: OpeningHours, now: datetime, count: int) -> list[datetime]:
        """Return times that are free, nearest to `wish` first: `wish` itself, where it is."""
