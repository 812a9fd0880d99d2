"""The strings in a flow's parameters."""

from collections.abc import Iterator
from typing import NamedTuple

from connect_flows._model import Action
from connect_flows._place import Place


class Located(NamedTuple):
    """A string and where it is."""

    action: Action
    place: Place
    value: str


def strings_in(action: Action, place: Place) -> Iterator[Located]:
    """Every string in the parameters of an action, in order."""
    return _in_value(action, action.parameters, place)


def _in_value(action: Action, value: object, place: Place) -> Iterator[Located]:
    if isinstance(value, str):
        yield Located(action, place, value)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _in_value(action, item, place / key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value(action, item, place / index)
