"""Where turns book callbacks: put together once in the life of a process, out of the environment."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from aicc_core import clients
from aicc_core.keyed_hash import KmsKeyedHash
from aicc_core.settings import read_settings
from callback_ledger.assembly import CallbackSettings, Parts
from callback_ledger.booking import Bookings
from callback_ledger.sealing import KmsSealing
from fulfill_intent.ledger_callbacks import LedgerCallbacks

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from aws_lambda_powertools import Logger


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings(CallbackSettings):
    """`hash_key_id`: of the key that numbers are hashed under; `phone_key_id`: of the one that hides them."""

    hash_key_id: str
    phone_key_id: str


class BookingDesk:
    """The callbacks of one queue. Raises `SettingError` when the environment says where, and not all of how."""

    def __init__(self, logger: Logger) -> None:
        settings = read_settings(DeskSettings)
        self._parts = Parts(settings, logger)
        self._logger = logger
        self._bookings = Bookings(
            ledger=self._parts.ledger,
            sealing=KmsSealing(clients.kms(), settings.phone_key_id),
            keyed_hash=KmsKeyedHash(clients.kms(), settings.hash_key_id),
            waking=self._parts.waking,
            rules=self._parts.slot_rules,
            queue=settings.callback_queue,
        )

    def for_a_turn(self) -> LedgerCallbacks:
        """Return the callbacks for one turn, whose time begins to run."""
        return LedgerCallbacks(
            self._bookings,
            self._parts.slot_rules,
            new_request=lambda: uuid4().hex,
            counts=self._parts.measures,
            logger=self._logger,
            clock=time.monotonic,
        )

    def counting(self) -> AbstractContextManager[object]:
        """Write what is counted inside when it ends."""
        return self._parts.measures.written()
