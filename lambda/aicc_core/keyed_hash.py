"""Keyed hashes stand in for telephone numbers, birth dates and order numbers wherever those would be stored as keys.

A plain hash of a telephone number is undone by trying all hundred million of them. Here a subject (a telephone
number) is turned into a secret by one GenerateMac of KMS, and what is stored about the subject is an HMAC under that
secret. Two other ways were weighed:

- One GenerateMac for each value: three or four KMS calls on the voice path instead of one.
- One GenerateMac of a fixed label at cold start, kept as the key of all hashes: no KMS call per request, but the key
  would in effect leave KMS, and whoever reads it from one process could undo the whole table at leisure, for good.

With a secret per subject the key never leaves KMS, each subject looked at is one call that CloudTrail records and KMS
throttles, and a secret that leaks gives away one subject and not the table.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


class KeyedHash(Protocol):
    """Turns a subject into 32 secret bytes, always the same for the same subject."""

    def secret_of(self, subject: str) -> bytes:
        """Return the secret of `subject`; keep it no longer than the request."""


class KmsKeyedHash:
    """The secret is KMS's HMAC-SHA256 of the subject under an HMAC_256 key."""

    def __init__(self, client: KMSClient, key_id: str) -> None:
        self._client = client
        self._key_id = key_id

    def secret_of(self, subject: str) -> bytes:
        """Return the secret of `subject`; raises botocore's errors when KMS does not answer."""
        answer = self._client.generate_mac(KeyId=self._key_id, MacAlgorithm="HMAC_SHA_256", Message=subject.encode())
        return answer["Mac"]


class LocalKeyedHash:
    """The same with a key in memory: what a test uses in place of KMS."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def secret_of(self, subject: str) -> bytes:
        """Return the secret of `subject`."""
        return hmac.digest(self._key, subject.encode(), hashlib.sha256)


def fingerprint(secret: bytes, *parts: str) -> str:
    """Return 64 hexadecimal digits that stand for `parts` under `secret`.

    The parts are hashed as a list, so that neighbours cannot run into each other.

    >>> fingerprint(b"secret", "a", "bc") == fingerprint(b"secret", "ab", "c")
    False
    """
    return hmac.digest(secret, json.dumps(parts).encode(), hashlib.sha256).hex()
