"""The same words in both languages."""

from typing import NamedTuple


class Wording(NamedTuple):
    """The same words in both languages."""

    korean: str
    english: str
