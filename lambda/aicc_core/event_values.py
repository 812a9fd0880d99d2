"""Values of an event, of the kind that they must be; what is wrong is named by its place and never quoted."""

from collections.abc import Mapping
from typing import Any

from aicc_core.errors import MalformedEvent


def object_at(value: object, place: str) -> Mapping[str, Any]:
    """Return `value`, an object of JSON.

    Raises `MalformedEvent` when it is none.

    >>> object_at("x", "sessionState")
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: sessionState must be an object, got a value of type str
    """
    if not isinstance(value, Mapping):
        raise MalformedEvent(f"{place} must be an object, got {_kind(value)}")
    return value


def text_at(value: object, place: str) -> str:
    """Return `value`, a text.

    Raises `MalformedEvent` when it is none.

    >>> text_at(None, "sessionId")
    Traceback (most recent call last):
    aicc_core.errors.MalformedEvent: sessionId must be a text, got nothing
    """
    if not isinstance(value, str):
        raise MalformedEvent(f"{place} must be a text, got {_kind(value)}")
    return value


def _kind(value: object) -> str:
    return "nothing" if value is None else f"a value of type {type(value).__name__}"
