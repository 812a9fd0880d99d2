"""Answers in pages. A token is good for the request that it came from, with the same parameters."""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aicc_local.errors import ServiceError

Item = TypeVar("Item")

_LARGEST = 100


def page(items: Sequence[Item], parameters: Mapping[str, Any]) -> tuple[list[Item], str | None]:
    """The items of the page that `NextToken` asks for, and the token for the page after it.

    Raises:
        ServiceError: InvalidParameterException, a token that was not given for this request.
    """
    request = _fingerprint(parameters)
    start = _start(parameters.get("NextToken"), request)
    end = start + int(parameters.get("MaxResults", _LARGEST))
    token = base64.urlsafe_b64encode(f"{request}:{end}".encode()).decode() if end < len(items) else None
    return list(items[start:end]), token


def _start(token: str | None, request: str) -> int:
    if token is None:
        return 0
    try:
        made_for, start = base64.urlsafe_b64decode(token).decode().split(":")
        if made_for == request:
            return int(start)
    except ValueError:
        pass
    raise ServiceError("InvalidParameterException", "NextToken is not valid for this request")


def _fingerprint(parameters: Mapping[str, Any]) -> str:
    same = {key: value for key, value in parameters.items() if key not in ("NextToken", "MaxResults")}
    return hashlib.sha256(json.dumps(same, sort_keys=True, default=str).encode()).hexdigest()[:16]
