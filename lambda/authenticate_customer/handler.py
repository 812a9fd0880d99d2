"""Entry point of authenticate_customer: reads the block's parameters, writes the block's answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aicc_core import clients
from aicc_core.answer import make_answer
from aicc_core.keyed_hash import KmsKeyedHash
from aicc_core.log import make_logger
from aicc_core.serving import serving
from aicc_core.settings import read_settings
from authenticate_customer.logic import Claim, LockRule, authenticate
from authenticate_customer.repository import CustomerTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`lock_minutes`: how long a locked number stays locked, and how long misses are remembered."""

    customers_table: str
    hash_key_id: str
    max_misses: int = 5
    lock_minutes: int = 30


ANSWER_KEYS = ("outcome", "customer_id", "display_name", "attempts_left")
SETTINGS = read_settings(Settings)
logger = make_logger("authenticate_customer")


def handler(event: Mapping[str, Any], context: object) -> dict[str, str]:
    """Answer a contact flow; `Method`, `Answer` and, where the caller's own number will not do, `Phone`."""
    with serving(event, logger) as contact:
        verdict = authenticate(
            Claim(
                contact_id=contact.contact_id,
                phone=contact.parameter("Phone") or contact.customer_number or "",
                method=contact.parameter("Method"),
                answer=contact.parameter("Answer"),
            ),
            rule=LockRule(max_misses=SETTINGS.max_misses, lock_seconds=SETTINGS.lock_minutes * 60),
            customers=CustomerTable(clients.dynamodb(), SETTINGS.customers_table),
            keyed_hash=KmsKeyedHash(clients.kms(), SETTINGS.hash_key_id),
            now=datetime.now(UTC),
        )
        logger.info("authentication_judged", extra={"outcome": verdict.outcome})
        return make_answer(ANSWER_KEYS, verdict.as_texts())
