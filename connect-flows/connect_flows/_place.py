"""Where something is in a flow's document, in the words of a message."""

from collections.abc import Iterator
from typing import NamedTuple

from connect_flows._finding import Finding, one_line, shown


class Place:
    """A place in a document. `action`: the identifier of the action that holds it, or "".

    Thousands are made for each that a message names, so a place knows only its last step until it is asked.
    """

    __slots__ = ("_outer", "_step", "action")

    def __init__(self, step: str | int = "", *, action: str = "", outer: "Place | None" = None) -> None:
        self.action = action
        self._outer = outer
        self._step = step

    def __truediv__(self, step: str | int) -> "Place":
        return Place(step, action=self.action, outer=self)

    @property
    def path(self) -> str:
        """Such as Actions[3].Parameters.Text."""
        step = self._step
        if self._outer is None:
            return str(step)
        before = self._outer.path
        if isinstance(step, str) and step.isidentifier() and step.isascii():
            return f"{before}.{step}" if before else step
        return f"{before}[{shown(step)}]"


ROOT = Place()


class Fault(NamedTuple):
    """A finding that knows neither its file nor its rule yet."""

    place: Place
    problem: str
    cure: str

    def finding(self, rule: str, source: str) -> Finding:
        place, problem, cure = self
        return Finding(
            rule=rule,
            source=source,
            action=place.action,
            path=place.path,
            problem=one_line(problem),
            cure=one_line(cure),
        )


def action_place(action: object, index: int) -> Place:
    """The place of an action, whatever it is."""
    identifier = action.get("Identifier") if isinstance(action, dict) else None
    return Place(f"Actions[{index}]", action=identifier if isinstance(identifier, str) else "")


def walk(document: object) -> Iterator[tuple[Place, object]]:
    """Everything in a document with its place, each before what is in it."""
    yield ROOT, document
    if isinstance(document, dict):
        for key, value in document.items():
            if key == "Actions" and isinstance(value, list):
                yield ROOT / key, value
                for index, action in enumerate(value):
                    yield from below(action_place(action, index), action)
            else:
                yield from below(ROOT / key, value)


def strings_of(document: object) -> Iterator[tuple[Place, str]]:
    """Every string value of a document with its place."""
    return ((place, value) for place, value in walk(document) if isinstance(value, str))


def below(place: Place, value: object) -> Iterator[tuple[Place, object]]:
    """A value at a place and everything in it, each before what is in it."""
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from below(place / key, item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from below(place / index, item)
