"""Sealing: the telephone number of a callback, readable only to whoever may use the key, and only as that callback's.

The record holds the one copy there is. The callback's id is the encryption context: a sealed number that is put into
another callback does not open, and each opening is in CloudTrail with the callback that it was for.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING, Protocol

from aicc_core.aws_fault import AwsFault, name_of
from aicc_core.errors import Unavailable

if TYPE_CHECKING:
    from mypy_boto3_kms import KMSClient


class Sealing(Protocol):
    """Seals telephone numbers; raises `Unavailable` when it cannot."""

    def seal(self, phone: str, callback_id: str) -> bytes:
        """Return the number (E.164) as only `open` with the same callback reads it."""

    def open(self, sealed: bytes, callback_id: str) -> str:
        """Return the number again."""


class KmsSealing:
    """KMS encrypts and decrypts; no key leaves it."""

    def __init__(self, client: KMSClient, key_id: str) -> None:
        self._client = client
        self._key_id = key_id

    def seal(self, phone: str, callback_id: str) -> bytes:
        """Return the number encrypted."""
        try:
            answer = self._client.encrypt(
                KeyId=self._key_id, Plaintext=phone.encode(), EncryptionContext={"callback_id": callback_id}
            )
        except AwsFault as fault:
            raise Unavailable(f"KMS: {name_of(fault)}") from fault
        return answer["CiphertextBlob"]

    def open(self, sealed: bytes, callback_id: str) -> str:
        """Return the number; under no key but ours."""
        try:
            answer = self._client.decrypt(
                KeyId=self._key_id, CiphertextBlob=sealed, EncryptionContext={"callback_id": callback_id}
            )
        except AwsFault as fault:
            raise Unavailable(f"KMS: {name_of(fault)}") from fault
        return answer["Plaintext"].decode()


class LocalSealing:
    """The same with a key in memory: what a test uses in place of KMS.

    >>> sealing = LocalSealing(b"key")
    >>> sealing.open(sealing.seal("+821012345678", "a"), "a")
    '+821012345678'
    >>> sealing.open(sealing.seal("+821012345678", "a"), "b")
    Traceback (most recent call last):
    aicc_core.errors.Unavailable: sealed for another callback
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def seal(self, phone: str, callback_id: str) -> bytes:
        """Return the number hidden, with a proof of what it is and whose."""
        return self._proof(phone, callback_id) + self._hidden(phone.encode(), callback_id)

    def open(self, sealed: bytes, callback_id: str) -> str:
        """Return the number."""
        phone = self._hidden(sealed[32:], callback_id).decode(errors="replace")
        if not hmac.compare_digest(sealed[:32], self._proof(phone, callback_id)):
            raise Unavailable("sealed for another callback")
        return phone

    def _proof(self, phone: str, callback_id: str) -> bytes:
        return hmac.digest(self._key, f"{callback_id}:{phone}".encode(), hashlib.sha256)

    def _hidden(self, text: bytes, callback_id: str) -> bytes:
        stream = hmac.digest(self._key, callback_id.encode(), hashlib.sha512)
        return bytes(each ^ mask for each, mask in zip(text, stream, strict=False))
