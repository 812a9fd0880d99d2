"""The tokens with which lists go on: good for the operation that gave them, with the same parameters.

"The token for the next set of results. Use the value returned in the previous response in the next request": what comes
of a token elsewhere is documented nowhere, and is refused.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

_NOT_OF_THE_REQUEST = ("NextToken", "MaxResults", "nextToken", "maxResults")


def next_token(operation: str, parameters: Mapping[str, Any], start: int) -> str:
    """The token of the page that begins at `start`."""
    return base64.urlsafe_b64encode(f"{_fingerprint(operation, parameters)}:{start}".encode()).decode()


def start_of(token: str | None, operation: str, parameters: Mapping[str, Any]) -> int:
    """Where the page of a token begins; without a token the first one is asked for.

    Raises:
        ValueError: The token was not given for this request.

    >>> start_of(next_token("ListQueues", {"MaxResults": 2}, 2), "ListQueues", {})
    2
    """
    if token is None:
        return 0
    made_for, _, start = base64.b64decode(token, altchars=b"-_", validate=True).decode().partition(":")
    if made_for != _fingerprint(operation, parameters) or not start.isdecimal():
        raise ValueError(token)
    return int(start)


def _fingerprint(operation: str, parameters: Mapping[str, Any]) -> str:
    same = {key: value for key, value in parameters.items() if key not in _NOT_OF_THE_REQUEST}
    return hashlib.sha256(json.dumps([operation, same], sort_keys=True, default=str).encode()).hexdigest()[:16]
