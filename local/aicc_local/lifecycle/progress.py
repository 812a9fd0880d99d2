"""How a long command tells what it is doing; the command line draws it."""

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol


class Step(Protocol):
    """One step, while it goes on."""

    def count(self, done: int, total: int) -> None:
        """So much of it is done."""

    def note(self, text: str) -> None:
        """What it came to, in a few words."""


class Progress(Protocol):
    """The steps of a command, one after the other."""

    def step(self, title: str) -> AbstractContextManager[Step]:
        """Begin a step; it ends with the context, well or with the exception."""


class SilentStep:
    """Tells nothing."""

    def count(self, done: int, total: int) -> None:
        """Nobody asks."""

    def note(self, text: str) -> None:
        """Nobody asks."""


class Silent:
    """For programs."""

    def step(self, title: str) -> AbstractContextManager[Step]:
        """Begin a step."""
        return nullcontext(SilentStep())
