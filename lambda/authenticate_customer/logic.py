"""Decides whether a caller is who they say, and gives up on a number after too many misses.

Three things shape it. Guesses may come in parallel, so a guess is entered before its proof is looked at. Connect may
deliver one invocation up to three times, so guesses are entered as a set: the same guess in the same contact is there
once. And nobody may learn whether a number belongs to a customer, so an unknown number takes the same steps.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Protocol

from aicc_core.errors import Contention
from aicc_core.keyed_hash import KeyedHash
from aicc_core.phone import normalise
from authenticate_customer.keys import CustomerKeys
from authenticate_customer.proof import read_proof

# A birth date is a date in Korea. A fixed offset will do for "today": no time zone data is needed for that.
_KOREA = timezone(timedelta(hours=9))


class Outcome(StrEnum):
    """What a flow compares `$.External.outcome` with."""

    AUTHENTICATED = "authenticated"
    NOT_MATCHED = "not_matched"
    LOCKED = "locked"
    MALFORMED = "malformed"
    NO_PHONE = "no_phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What the flow passed on: `phone` and `answer` as they came, `method` birth_date or order_number."""

    contact_id: str
    phone: str
    method: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockRule:
    """`max_misses` wrong guesses lock a number; guesses are forgotten `lock_seconds` after the last one entered."""

    max_misses: int
    lock_seconds: int


@dataclass(frozen=True, slots=True)
class Attempts:
    """The guesses entered for a number, as hashes, and when (epoch seconds) they are forgotten."""

    guesses: frozenset[str]
    expires_at: int


@dataclass(frozen=True, slots=True)
class Customer:
    """Who a number and a proof belong to."""

    customer_id: str
    display_name: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome; a customer only when authenticated; attempts left where an attempt was made."""

    outcome: Outcome
    customer: Customer | None = None
    attempts_left: int | None = None

    def as_texts(self) -> dict[str, str]:
        """Return the verdict as Connect gets it."""
        return {
            "outcome": self.outcome.value,
            "customer_id": self.customer.customer_id if self.customer else "",
            "display_name": self.customer.display_name if self.customer else "",
            "attempts_left": "" if self.attempts_left is None else str(self.attempts_left),
        }


class Customers(Protocol):
    """Where customers and attempts are kept. Items past their `expires_at` are never returned."""

    def attempts(self, partition: str, *, now: int) -> Attempts | None:
        """Return the attempts entered, as of the last write."""

    def replace_attempts(self, partition: str, *, seen: Attempts | None, new: Attempts, now: int) -> bool:
        """Write `new` and return True, unless the attempts are no longer those `seen`."""

    def forget_attempts(self, partition: str) -> None:
        """Remove the attempts, if there are any."""

    def customer(self, partition: str, proof: str, *, now: int) -> Customer | None:
        """Return the customer if both the proof and the profile exist; look for both in any case."""


def authenticate(
    claim: Claim, *, rule: LockRule, customers: Customers, keyed_hash: KeyedHash, now: datetime
) -> Verdict:
    """Return the verdict on `claim`.

    Raises `MalformedEvent` for an unknown method, `Contention`, and whatever `customers` and `keyed_hash` raise. A
    guess entered before such a fault stays entered, and is not counted again when the same invocation is repeated.
    """
    phone = normalise(claim.phone)
    if phone is None:
        return Verdict(Outcome.NO_PHONE)
    proof = read_proof(claim.method, claim.answer, today=now.astimezone(_KOREA).date())
    if proof is None:
        return Verdict(Outcome.MALFORMED)

    keys = CustomerKeys.of_phone(phone, keyed_hash)
    seconds = int(now.timestamp())
    guess = keys.guess(claim.contact_id, claim.method, proof)
    entered = _enter(guess, keys.partition, rule=rule, customers=customers, now=seconds)
    if entered is None:
        return Verdict(Outcome.LOCKED, attempts_left=0)

    customer = customers.customer(keys.partition, keys.proof(claim.method, proof), now=seconds)
    if customer is not None:
        customers.forget_attempts(keys.partition)
        return Verdict(Outcome.AUTHENTICATED, customer, rule.max_misses)
    # Not below zero: the rule may have become stricter since the guesses were entered.
    left = max(0, rule.max_misses - len(entered.guesses))
    return Verdict(Outcome.NOT_MATCHED if left else Outcome.LOCKED, attempts_left=left)


def _enter(guess: str, partition: str, *, rule: LockRule, customers: Customers, now: int) -> Attempts | None:
    """Return the attempts with `guess` among them, or None when the number is locked for it."""
    # A round is lost only to a rival that entered a guess. After max_misses such rounds the number is locked, so one
    # round more always decides, unless someone who knows the proof keeps clearing the attempts.
    for _ in range(rule.max_misses + 1):
        seen = customers.attempts(partition, now=now)
        guesses = seen.guesses if seen else frozenset()
        if seen and guess in guesses:
            return seen
        if len(guesses) >= rule.max_misses:
            return None
        new = Attempts(guesses | {guess}, now + rule.lock_seconds)
        if customers.replace_attempts(partition, seen=seen, new=new, now=now):
            return new
    raise Contention(f"attempts changed {rule.max_misses + 1} times while one was entered")
