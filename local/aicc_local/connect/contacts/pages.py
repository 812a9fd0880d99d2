"""Answers in pages. A token is good for the request that it came from, with the same parameters."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aicc_local.errors import invalid_parameter
from aicc_local.next_token import next_token, start_of

Item = TypeVar("Item")

_LARGEST = 100


def page(items: Sequence[Item], parameters: Mapping[str, Any], operation: str) -> tuple[list[Item], str | None]:
    """The items of the page that `NextToken` asks for, and the token for the page after it.

    Raises:
        ServiceError: InvalidParameterException, a token that was not given for this request.
    """
    try:
        start = start_of(parameters.get("NextToken"), operation, parameters)
    except ValueError as error:
        raise invalid_parameter("NextToken is not valid for this request") from error
    end = start + int(parameters.get("MaxResults", _LARGEST))
    return list(items[start:end]), next_token(operation, parameters, end) if end < len(items) else None
