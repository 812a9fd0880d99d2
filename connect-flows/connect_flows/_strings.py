"""The strings in a flow's parameters."""

from collections.abc import Iterator
from typing import NamedTuple

from connect_flows._model import Action
from connect_flows._place import Place, below


class Located(NamedTuple):
    """A string and where it is."""

    action: Action
    place: Place
    value: str


def strings_in(action: Action, place: Place) -> Iterator[Located]:
    """Every string in the parameters of an action, in order."""
    return (Located(action, at, value) for at, value in below(place, action.parameters) if isinstance(value, str))
