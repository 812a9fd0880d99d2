"""The condition keys of AWS KMS that a request itself fills in.

https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html. A call that a service makes for somebody has
kms:ViaService besides, and is asked where that service is (`table_keys`).
"""

import json
from collections.abc import Callable
from typing import Any

from ministack.core import iam_actions

_PLAIN = {
    "MacAlgorithm": "kms:MacAlgorithm",
    "SigningAlgorithm": "kms:SigningAlgorithm",
    "MessageType": "kms:MessageType",
}
_ENCRYPT = frozenset({"kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt"})


def register() -> None:
    """Add them to what conditions are evaluated on."""
    context_of: Callable[..., dict[str, Any]] = iam_actions.request_tag_context

    def with_keys(service: str, iam_action: str, body: bytes, params: dict[str, Any]) -> dict[str, Any]:
        context = context_of(service, iam_action, body, params)
        return {**context, **key_context(iam_action, body)} if service == "kms" else context

    iam_actions.request_tag_context = with_keys


def key_context(action: str, body: bytes) -> dict[str, Any]:
    """The context keys of one request.

    >>> key_context("kms:GenerateMac", b'{"KeyId": "1", "MacAlgorithm": "HMAC_SHA_256"}')
    {'kms:MacAlgorithm': 'HMAC_SHA_256'}
    """
    try:
        asked = json.loads(body or b"{}")
    except ValueError:
        return {}
    context: dict[str, Any] = {key: asked[name] for name, key in _PLAIN.items() if name in asked}
    if action in _ENCRYPT:
        context["kms:EncryptionAlgorithm"] = asked.get("EncryptionAlgorithm", "SYMMETRIC_DEFAULT")
    encryption = asked.get("EncryptionContext") or {}
    for key, value in encryption.items():
        context[f"kms:EncryptionContext:{key}"] = value
    if encryption:
        context["kms:EncryptionContextKeys"] = list(encryption)
    return context
