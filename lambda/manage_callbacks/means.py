"""What the actions of operators need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aicc_core.keyed_hash import KeyedHash
    from callback_ledger.ledger import Ledger
    from callback_ledger.rules import Rules
    from callback_ledger.telling import Telling
    from manage_callbacks.dead_letters import DeadLetters


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The ports, the rules, and the time in epoch seconds."""

    ledger: Ledger
    telling: Telling
    keyed_hash: KeyedHash
    dead_letters: DeadLetters
    rules: Rules
    now: int
