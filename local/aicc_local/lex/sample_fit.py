"""Fits a text to a sample utterance with slots: which words stand where each slot is named.

The words of a slot may hold those of the utterance, and slots may stand side by side, so that a text can be split in
several ways; the first one counts in which every slot has words that it takes.
"""

import re
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

PLACEHOLDER = re.compile(r"\{\s*([^{}]+?)\s*\}")
# What is said to a bot is split in a handful of ways; a text made to be split in thousands must not take its time.
MOST_TRIES = 1000

Value = TypeVar("Value")
# The value that a slot takes these words for, by its name; None when it takes them for none.
Read = Callable[[str, str], Value | None]


def fit(utterance: str, text: str, literal: Callable[[str], str], read: Read[Value]) -> dict[str, Value] | None:
    """The values of the slots of `utterance` in `text`; None when the text does not say it.

    Args:
        utterance: With names of slots in braces.
        text: With single spaces.
        literal: What of a part of the utterance without slots is to stand in the text.
        read: Takes words for a slot.
    """
    first, *others = (re.escape(literal(part)) for part in re.split(r"\{[^{}]+\}", utterance))
    head = re.compile(first + (" ?" if others else r"\Z"), re.IGNORECASE).match(text)
    if head is None:
        return None
    places = [_places(part, text, last=part_number == len(others)) for part_number, part in enumerate(others, start=1)]
    return _Search(text, PLACEHOLDER.findall(utterance), places, read).values(0, head.end())


def _places(part: str, text: str, *, last: bool) -> Sequence[tuple[int, int]]:
    """Where a part of the utterance stands in the text: where the slot before it ends, the one after it begins."""
    # Between slots side by side there is nothing but a space.
    pattern = re.compile(f" ?{part}" + r"\Z" if last else f" ?{part} ?" if part else " ", re.IGNORECASE)
    found = (pattern.match(text, start) for start in range(1, len(text) + 1) if text[start - 1] != " ")
    return [match.span() for match in found if match]


class _Search(Generic[Value]):
    """One search through the ways to split a text."""

    def __init__(
        self, text: str, names: Sequence[str], places: Sequence[Sequence[tuple[int, int]]], read: Read[Value]
    ) -> None:
        self._text = text
        self._names = names
        self._places = places
        self._read = read
        self._tries = 0
        self._hopeless: set[tuple[int, int]] = set()

    def values(self, slot: int, start: int) -> dict[str, Value] | None:
        """The values from the slot with this number on, whose words begin at `start`; the shortest words first."""
        if slot == len(self._names):
            return {}
        if (slot, start) in self._hopeless:
            return None
        for end, after in self._places[slot]:
            if end <= start:
                continue
            if self._tries == MOST_TRIES:
                return None
            self._tries += 1
            value = self._read(self._names[slot], self._text[start:end])
            others = None if value is None else self.values(slot + 1, after)
            if value is not None and others is not None:
                return {self._names[slot]: value, **others}
        self._hopeless.add((slot, start))
        return None
