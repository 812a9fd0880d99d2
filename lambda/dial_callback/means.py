"""What a dial needs."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from aicc_core.opening_hours import OpeningHoursSource
    from callback_ledger.ledger import Ledger
    from callback_ledger.measures import Measures
    from callback_ledger.rules import Rules
    from callback_ledger.sealing import Sealing
    from callback_ledger.slots import SlotRules
    from callback_ledger.telephone import Telephone
    from callback_ledger.waking import Waking


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The ports and the rules; `clock` returns epoch seconds with their fraction, for time goes on during a dial."""

    ledger: Ledger
    waking: Waking
    telephone: Telephone
    sealing: Sealing
    opening_hours: OpeningHoursSource
    rules: Rules
    slot_rules: SlotRules
    measures: Measures
    clock: Callable[[], float]

    def now(self) -> int:
        """Return the time, as the ledger counts it."""
        return int(self.clock())

    def now_at_latest(self) -> int:
        """Return the time rounded up: for whether a request sent now is answered in time."""
        return math.ceil(self.clock())
