"""The JSONPaths in a flow's parameters: what a flow reads."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from connect_flows._model import Action
from connect_flows._place import Place

_REFERENCE = re.compile(r"\$\.([A-Za-z_]\w*)((?:\.[\w-]*[\w]|\[\s*(?:'[^']*'|\"[^\"]*\"|\d+)\s*\])*)")
_STEP = re.compile(r"\.([\w-]+)|\[\s*(?:'([^']*)'|\"([^\"]*)\"|(\d+))\s*\]")


class Reference(NamedTuple):
    """A JSONPath such as ``$.Attributes.intent``. `root`: Attributes. `name`: intent, or "" for the root alone."""

    action: Action
    place: Place
    text: str
    root: str
    name: str


def references_in(action: Action, place: Place) -> Iterator[Reference]:
    """What an action reads, in order."""
    yield from _in_value(action, action.parameters, place)


def _in_value(action: Action, value: object, place: Place) -> Iterator[Reference]:
    if isinstance(value, str):
        if "$." in value:
            for match in _REFERENCE.finditer(value):
                yield Reference(action, place, match[0], match[1], _first_step(match[2]))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in_value(action, item, place / key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value(action, item, place / index)


def _first_step(steps: str) -> str:
    match = _STEP.match(steps)
    return "" if match is None else next(group for group in match.groups() if group is not None)
