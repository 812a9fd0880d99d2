"""Lists in pages: MaxResults and NextToken."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aicc_local.errors import invalid_parameter

T = TypeVar("T")

# "The default MaxResult size is 100."
DEFAULT = 100


def page(items: Sequence[T], parameters: Mapping[str, Any], *, most: int = DEFAULT) -> tuple[list[T], str | None]:
    """The items of the page that is asked for, and the token of the next page if there is one.

    Args:
        items: All of them, in an order that does not change.
        parameters: Of the request.
        most: The largest MaxResults that the operation takes.

    Raises:
        ServiceError: InvalidParameterException for a size or a token that cannot be.

    >>> page("abc", {"MaxResults": 2})
    (['a', 'b'], '2')
    >>> page("abc", {"MaxResults": 2, "NextToken": "2"})
    (['c'], None)
    """
    size = parameters.get("MaxResults", min(DEFAULT, most))
    if not 1 <= size <= most:
        raise invalid_parameter(f"MaxResults: {size} is not between 1 and {most}")
    token = parameters.get("NextToken", "0")
    if not token.isdigit():
        raise invalid_parameter("NextToken: this token was never given")
    start = int(token)
    end = start + size
    return list(items[start:end]), str(end) if end < len(items) else None
