"""The plain values in a JSON value, so that two of them can be compared whatever their JSON looks like."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from connect_flows._json_text import minified
from connect_flows._place import Place

Steps = tuple[str | int, ...]


class Json(NamedTuple):
    """A leaf that is neither a text nor a number: true, null, an empty object, a list of plain values."""

    text: str

    def __str__(self) -> str:
        return self.text


Leaf = str | Json


def leaves_of(value: object) -> Mapping[Steps, Leaf]:
    """The leaves of a value by where they are in it, sorted by that.

    A number is its spelling: Connect takes 5 and "5" alike, and the console writes the latter.
    """
    return dict(sorted(_leaves((), value), key=lambda found: [_sortable(step) for step in found[0]]))


def path_of(root: str, steps: Steps) -> str:
    """Where a leaf is, such as Parameters.Messages[0].Text."""
    place = Place(root)
    for step in steps:
        place = place / step
    return place.path


def _leaves(steps: Steps, value: object) -> Iterator[tuple[Steps, Leaf]]:
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _leaves((*steps, key), item)
    elif isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        for index, item in enumerate(value):
            yield from _leaves((*steps, index), item)
    else:
        plain = [_spelled(item) for item in value] if isinstance(value, list) else _spelled(value)
        yield steps, plain if isinstance(plain, str) else Json(minified(plain))


def _spelled(value: object) -> object:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return minified(value) if is_number else value


def _sortable(step: str | int) -> tuple[int, str]:
    return (step, "") if isinstance(step, int) else (-1, step)
