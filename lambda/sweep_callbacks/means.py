"""What a sweep needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from callback_ledger.ledger import Ledger
    from callback_ledger.measures import Measures
    from callback_ledger.rules import Rules
    from callback_ledger.telephone import Calls
    from callback_ledger.waking import Waking


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The ports and the rules.

    Attributes:
        clock: Returns epoch seconds with their fraction, for time goes on during a sweep.
        in_time: Whether there is time for another callback.
        pause: Waits until another search may be allowed.
        failed: Told of a callback that could not be dealt with, while its exception is being handled.
    """

    ledger: Ledger
    calls: Calls
    waking: Waking
    measures: Measures
    rules: Rules
    clock: Callable[[], float]
    in_time: Callable[[], bool]
    pause: Callable[[], None]
    failed: Callable[[str], None]

    def now(self) -> int:
        """Return the time, as the ledger counts it."""
        return int(self.clock())
