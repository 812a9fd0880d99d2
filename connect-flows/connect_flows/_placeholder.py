"""Placeholders: ``${kind.name}`` stands for what only a deployment knows, such as the ARN of a queue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

PLACEHOLDER_KINDS = ("queue", "hours", "function", "bot", "flow", "module", "prompt", "text")
"""What a placeholder may stand for.

>>> "queue" in PLACEHOLDER_KINDS
True
"""

PATTERN = re.compile(r"\$\{(" + "|".join(PLACEHOLDER_KINDS) + r")\.([a-z][a-z0-9_]*)\}")
SPELLING = f"write ${{kind.name}}, the kind one of {', '.join(PLACEHOLDER_KINDS)}, the name like a_name1"
_KIND = re.compile(r"\$\{\s*(\w+)\s*\.")
_OPENING = re.compile(r"\$\{[^}$\s]{0,60}\}?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """What a flow leaves open, written ``${kind.name}`` in it.

    >>> print(Placeholder(kind="queue", name="general"))
    ${queue.general}
    >>> Placeholder(kind="queue", name="general").key
    'queue.general'
    """

    kind: str
    name: str

    @property
    def key(self) -> str:
        """The placeholder's name in the values given to `render`."""
        return f"{self.kind}.{self.name}"

    def __str__(self) -> str:
        return f"${{{self.key}}}"


def placeholders_in(text: str) -> Iterator[Placeholder]:
    """The placeholders of a text, in order, as often as they are there."""
    for match in PATTERN.finditer(text):
        yield Placeholder(kind=match[1], name=match[2])


def looks_ours(malformed: str) -> bool:
    """Whether somebody meant one of ours: its kind is there, or nearly. Templates of other tools look alike."""
    match = _KIND.match(malformed)
    return match is not None and bool(get_close_matches(match[1].lower(), PLACEHOLDER_KINDS, 1, 0.85))


def malformed_in(text: str) -> Iterator[str]:
    """Whatever begins like a placeholder and is none."""
    for match in _OPENING.finditer(text):
        if not PATTERN.match(text, match.start()):
            yield match[0]
