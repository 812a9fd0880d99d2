"""Lists in pages: MaxResults and NextToken."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from aicc_local.errors import invalid_parameter
from aicc_local.next_token import next_token, start_of

T = TypeVar("T")

# "The default MaxResult size is 100."
DEFAULT = 100


def page(
    items: Sequence[T], parameters: Mapping[str, Any], operation: str, *, most: int = DEFAULT
) -> tuple[list[T], str | None]:
    """The items of the page that is asked for, and the token of the next page if there is one.

    Args:
        items: All of them, in an order that does not change.
        parameters: Of the request.
        operation: What was called.
        most: The largest MaxResults that the operation takes.

    Raises:
        ServiceError: InvalidParameterException for a size or a token that cannot be.

    >>> shown, token = page("abc", {"MaxResults": 2}, "ListLetters")
    >>> shown
    ['a', 'b']
    >>> page("abc", {"MaxResults": 2, "NextToken": token}, "ListLetters")
    (['c'], None)
    """
    size = parameters.get("MaxResults", min(DEFAULT, most))
    if not 1 <= size <= most:
        raise invalid_parameter(f"MaxResults: {size} is not between 1 and {most}")
    try:
        start = start_of(parameters.get("NextToken"), operation, parameters)
    except ValueError as error:
        raise invalid_parameter("NextToken: this token was never given for this request") from error
    end = start + size
    return list(items[start:end]), next_token(operation, parameters, end) if end < len(items) else None
