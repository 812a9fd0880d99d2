"""Where something is in a flow's document, in the words of a message."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from connect_flows._finding import Finding, shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """`action`: the action that holds the place, as messages name it, or "". `inner`: the path from there."""

    action: str = ""
    inner: str = ""

    def __truediv__(self, step: str | int) -> "Place":
        if isinstance(step, str) and step.isidentifier() and step.isascii():
            return replace(self, inner=f"{self.inner}.{step}" if self.inner else step)
        return replace(self, inner=f"{self.inner}[{shown(step)}]")


ROOT = Place()


class Fault(NamedTuple):
    """A finding that does not know yet which file it is in."""

    place: Place
    problem: str
    cure: str

    def finding(self, source: str) -> Finding:
        place, inner = self.place.action, self.place.inner
        problem = f"{inner} {self.problem}" if place and inner else self.problem
        return Finding(source=source, place=place or inner or "document", problem=problem, cure=self.cure)


def action_place(action: object, index: int) -> Place:
    """The place of an action, whatever it is."""
    path = f"Actions[{index}]"
    identifier = action.get("Identifier") if isinstance(action, Mapping) else None
    return Place(action=f"action {shown(identifier)} ({path})" if isinstance(identifier, str) else path)


def walk(document: object) -> Iterator[tuple[Place, object]]:
    """Everything in a document with its place, each before what is in it."""
    yield ROOT, document
    if isinstance(document, Mapping):
        for key, value in document.items():
            if key == "Actions" and isinstance(value, list):
                yield ROOT / key, value
                for index, action in enumerate(value):
                    yield from _below(action_place(action, index), action)
            else:
                yield from _below(ROOT / key, value)


def strings_of(document: object) -> Iterator[tuple[Place, str]]:
    """Every string value of a document with its place."""
    return ((place, value) for place, value in walk(document) if isinstance(value, str))


def _below(place: Place, value: object) -> Iterator[tuple[Place, object]]:
    yield place, value
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _below(place / key, item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _below(place / index, item)
