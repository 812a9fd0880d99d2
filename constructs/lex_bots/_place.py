"""Where something is in a bot's document, and what is wrong there."""

from typing import NamedTuple

from lex_bots._finding import shown

Place = tuple[str | int, ...]
"""The keys and indexes that lead there, such as ("intents", "callback", "utterances", 3)."""

ROOT: Place = ()


class Fault(NamedTuple):
    """A finding that knows neither its file nor its rule yet. `line`: 0 if the place alone tells it."""

    place: Place
    problem: str
    cure: str
    line: int = 0


def path_of(place: Place) -> str:
    """A place in the words of a message.

    >>> path_of(("intents", "callback", "utterances", 3))
    'intents.callback.utterances[3]'
    >>> path_of(("intents", "전화 예약"))
    "intents['전화 예약']"
    """
    path = ""
    for step in place:
        if isinstance(step, str) and step.isascii() and step.replace("-", "_").isidentifier():
            path += f".{step}" if path else step
        else:
            path += f"[{shown(step)}]"
    return path
