"""What is wrong with the settings, one line per problem: file, key, value and cure.

SettingsError (ValueError)    everything that was found, in the order of the files
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

Path = tuple[str | int, ...]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault found in the settings, not yet traced to its file."""

    path: Path
    """Where the value stands, e.g. `("queues", "general", "hours")`."""

    message: str
    """What is wrong and what to do about it, e.g. `'busines' is not one of business, main; name one of [hours.*]`."""


class SettingsError(ValueError):
    """The settings of an environment cannot be used; `problems` holds one line for each reason."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


def show(value: object) -> str:
    """A value as a person would write it in TOML, shortened to fit a line."""
    text = _plain(value)
    return text if len(text) <= 120 else f"{text[:117]}..."


def dotted(path: Path) -> str:
    """A place in the settings as text: `hours.business.open[0].start`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{_key(part)}" if text else _key(part)
    return text


def _key(key: str) -> str:
    return key if _BARE_KEY.match(key) else repr(key)


def _plain(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return repr(value)
        case list() | tuple():
            return "[" + ", ".join(_plain(item) for item in value) + "]"
        case dict():
            return "{" + ", ".join(f"{_key(key)} = {_plain(item)}" for key, item in value.items()) + "}"
        case _:
            return str(value)
