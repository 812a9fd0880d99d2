"""The customers of a shop, kept in memory, and claims that callers make."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from aicc_core.keyed_hash import LocalKeyedHash
from authenticate_customer.keys import CustomerKeys
from authenticate_customer.logic import Attempts, Claim, Customer, LockRule, Verdict, authenticate

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
RULE = LockRule(max_misses=5, lock_seconds=1800)
KIM = Customer("C-1", "김민지")
KNOWN, UNKNOWN = "+821012345678", "+821087654321"
HASH = LocalKeyedHash(b"test")


class Shop:
    """The customers in memory; notes each call, and lets a rival act just before a write."""

    def __init__(self) -> None:
        keys = CustomerKeys.of_phone(KNOWN, HASH)
        self._proofs = {
            (keys.partition, keys.proof("birth_date", "19900131")),
            (keys.partition, keys.proof("order_number", "KR-2026-1122")),
        }
        self.stored: dict[str, Attempts] = {}
        self.calls: list[str] = []
        self.looked_at: list[tuple[int, str]] = []
        self.before_write: Callable[[], object] = lambda: None

    def attempts(self, partition: str, *, now: int) -> Attempts | None:
        self.calls.append("attempts")
        found = self.stored.get(partition)
        return found if found and found.expires_at > now else None

    def replace_attempts(self, partition: str, *, seen: Attempts | None, new: Attempts, now: int) -> bool:
        self.calls.append("replace_attempts")
        self.before_write()
        found = self.stored.get(partition)
        if (found if found and found.expires_at > now else None) != seen:
            return False
        self.stored[partition] = new
        return True

    def forget_attempts(self, partition: str) -> None:
        self.calls.append("forget_attempts")
        self.stored.pop(partition, None)

    def customer(self, partition: str, proof: str, *, now: int) -> Customer | None:
        self.calls.append("customer")
        self.looked_at.append((now, proof))
        return KIM if (partition, proof) in self._proofs else None

    def ask(self, claim: Claim, at: datetime = NOW) -> Verdict:
        return authenticate(claim, rule=RULE, customers=self, keyed_hash=HASH, now=at)


def right(**changes: str) -> Claim:
    claim = Claim(contact_id="contact-1", phone=KNOWN, method="birth_date", answer="19900131")
    return replace(claim, **changes)


def wrong(number: int, **changes: str) -> Claim:
    return right(**{"method": "order_number", "answer": f"WRONG-{number:04}", **changes})
