"""Callbacks in the ledger, for the conversation: its outcomes and its faults in the conversation's terms.

A caller hears silence meanwhile, and Lex fails a turn after the time-out of the function. A service that does not
answer costs up to 5 s (see `aicc_core.clients`). So what could not be reached is not asked again in the same turn, and
nothing is begun any more once 2.5 s have gone by: together they stay within the function's 8 s.
"""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Contention, Unavailable
from aicc_core.keyed_hash import fingerprint
from callback_ledger import measures
from callback_ledger.booking import IdUsedUp, NotOffered
from callback_ledger.ledger import AlreadyOpen, Applied, Booked, Missing, SlotFull
from fulfill_intent.callbacks import Booking, OpenCallback
from korean import KOREA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from aws_lambda_powertools import Logger

    from aicc_core.opening_hours import OpeningHours
    from callback_ledger.booking import Bookings
    from callback_ledger.measures import Measures
    from callback_ledger.record import Record
    from callback_ledger.slots import SlotRules

_ID_LENGTH = 32  # hexadecimal digits
_LATEST_BEGIN = 2.5  # seconds from the begin of the turn


class LedgerCallbacks:
    """The callbacks that `bookings` keeps, for one turn.

    Args:
        bookings: Of one queue.
        rules: The same as those of `bookings`.
        new_request: Makes a secret for a wish, 32 random hexadecimal digits.
        counts: Where what happened is counted.
        logger: Told of what could not be reached; some turns go on without it.
        clock: Seconds, from any moment on.
    """

    def __init__(
        self,
        bookings: Bookings,
        rules: SlotRules,
        *,
        new_request: Callable[[], str],
        counts: Measures,
        logger: Logger,
        clock: Callable[[], float],
    ) -> None:
        self._bookings = bookings
        self._rules = rules
        self._new_request = new_request
        self._counts = counts
        self._logger = logger
        self._clock = clock
        self._begun = clock()
        self._unreachable = False

    @property
    def rules(self) -> SlotRules:
        """Which times are offered."""
        return self._rules

    def new_request(self) -> str:
        """Return a secret for one wish."""
        return self._new_request()

    def find(self, phone: str) -> OpenCallback | None:
        """Return the open callback of a number."""
        with self._reaching("find"):
            record = self._bookings.find(phone)
        return _open(record) if record else None

    def book(self, request: str, phone: str, when: datetime, hours: OpeningHours, now: datetime) -> Booking:
        """Book a callback, once for each request; GONE when that of the request is over."""
        callback_id = callback_id_of(request, phone)
        with self._reaching("book"):
            try:
                outcome = self._bookings.book(callback_id, phone, when, hours, now)
            except IdUsedUp:
                return Booking.GONE
        if isinstance(outcome, Booked):
            record, second = outcome.record, int(now.timestamp())
            is_new = (record.callback_id, record.created_at) == (callback_id, second)
            self._counts.add(measures.BOOKED if is_new else measures.DUPLICATE_SUPPRESSED)
        elif isinstance(outcome, AlreadyOpen):
            self._counts.add(measures.DUPLICATE_SUPPRESSED)
        return self._read(outcome)

    def move(self, found: OpenCallback, when: datetime, hours: OpeningHours, now: datetime) -> Booking:
        """Move a callback that was found."""
        with self._reaching("move"):
            return self._read(self._bookings.move(found.callback_id, when, hours, now))

    def cancel(self, found: OpenCallback, now: datetime) -> None:
        """Cancel a callback that was found; one that is over needs no cancelling."""
        with self._reaching("cancel"):
            outcome = self._bookings.cancel(found.callback_id, now)
        if isinstance(outcome, Applied):
            self._counts.add(measures.CANCELLED)

    def nearest_free(self, wish: datetime, hours: OpeningHours, now: datetime, count: int) -> list[datetime]:
        """Return times that are free."""
        with self._reaching("nearest_free"):
            return self._bookings.nearest_free(wish, hours, now, count)

    def _read(self, outcome: object) -> Booking:
        booking = _booking(outcome)
        if booking is Booking.FULL:
            self._counts.add(measures.SLOT_FULL)
        return booking

    @contextmanager
    def _reaching(self, step: str) -> Iterator[None]:
        if self._unreachable or self._clock() > self._begun + _LATEST_BEGIN:
            raise Unavailable("callbacks: no time left")
        try:
            yield
        except (*AwsFault, Contention, Unavailable) as error:
            self._unreachable = True
            fault = name_of(error) if isinstance(error, AwsFault) else type(error).__name__
            self._logger.warning("callbacks_unreachable", extra={"step": step, "fault": fault})
            raise Unavailable(f"callbacks: {fault}") from error


def callback_id_of(request: str, phone: str) -> str:
    """Return the name of the callback that a request for a number books.

    >>> callback_id_of("a" * 32, "+821012345678") == callback_id_of("a" * 32, "+821012345678")
    True
    >>> callback_id_of("a" * 32, "+821012345678") == callback_id_of("a" * 32, "+821099998888")
    False
    """
    return fingerprint(request.encode(), "callback", phone)[:_ID_LENGTH]


def _open(record: Record) -> OpenCallback:
    return OpenCallback(
        callback_id=record.callback_id,
        when=datetime.fromtimestamp(record.promised_at, KOREA),
        movable=record.settled and not record.cancel_wanted,
    )


def _booking(outcome: object) -> Booking:
    match outcome:
        case Booked():
            return Booking.DONE
        case SlotFull():
            return Booking.FULL
        case NotOffered():
            return Booking.NOT_OFFERED
        case AlreadyOpen():
            return Booking.ALREADY_OPEN
        case Missing():
            return Booking.GONE
    return Booking.UNDER_WAY  # it is not movable
