"""The JSONPaths in a flow's parameters: what a flow reads."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from connect_flows._model import Action
from connect_flows._place import Place
from connect_flows._strings import Located, strings_in

_QUOTED = r"\[\s*(?:'[^']*'|\"[^\"]*\")\s*\]"
_REFERENCE = re.compile(rf"\$((?:\.[A-Za-z_]\w*|{_QUOTED})(?:\.[\w-]*\w|\.?{_QUOTED}|\[\s*\d+\s*\])*)")
_STEP = re.compile(r"\.([\w-]+)|\.?\[\s*(?:'([^']*)'|\"([^\"]*)\"|(\d+))\s*\]")


class Reference(NamedTuple):
    """A JSONPath such as ``$.Attributes.intent``. `root`: Attributes. `name`: intent, or "" for the root alone."""

    action: Action
    place: Place
    text: str
    root: str
    name: str


def references_in(action: Action, place: Place) -> Iterator[Reference]:
    """What an action reads, in order. `place`: that of its parameters."""
    for located in strings_in(action, place):
        yield from references_at(located)


def references_at(located: Located) -> Iterator[Reference]:
    """What a string reads, in order."""
    action, place, value = located
    if "$." in value or "$[" in value:
        for match in _REFERENCE.finditer(value):
            steps = [next(filter(None, groups), "") for groups in _STEP.findall(match[1])[:2]]
            yield Reference(action, place, match[0], steps[0], steps[1] if len(steps) > 1 else "")
