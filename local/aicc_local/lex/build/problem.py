"""One reason why a bot is refused."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from aicc_local.lex.definition import Locale


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in the definition, and what is wrong there."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


Rule = Callable[[Locale], Iterator[Problem]]
