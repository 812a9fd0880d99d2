"""Names of the items about one customer, in which nothing about the customer can be read.

`PHONE#<hash>` is the partition. Its items: `PROFILE`, `ATTEMPTS`, and one for each proof, `BIRTH#<hash>` or
`ORDER#<hash>`, whose mere existence is the proof. Whoever writes customers must name them through this class.
"""

from typing import Self

from aicc_core.keyed_hash import KeyedHash, fingerprint

PROFILE = "PROFILE"
ATTEMPTS = "ATTEMPTS"
_PROOF_PREFIX = {"birth_date": "BIRTH", "order_number": "ORDER"}


class CustomerKeys:
    """The keys of the customer with telephone number `phone` (E.164)."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self.partition = f"PHONE#{fingerprint(secret, 'phone')}"

    @classmethod
    def of_phone(cls, phone: str, keyed_hash: KeyedHash) -> Self:
        """Return the keys of `phone`; the one call to `keyed_hash` of a request."""
        return cls(keyed_hash.secret_of(phone))

    def proof(self, method: str, proof: str) -> str:
        """Return the sort key of the item that exists when `proof` is right."""
        return f"{_PROOF_PREFIX[method]}#{fingerprint(self._secret, 'proof', method, proof)}"

    def guess(self, contact_id: str, method: str, proof: str) -> str:
        """Return what stands for one guess: the same when Connect delivers an invocation again."""
        return fingerprint(self._secret, "guess", contact_id, method, proof)
