"""What the value of a parameter may be: one class for each kind that Amazon Connect tells apart.

Static values are fixed in the flow. Dynamic ones are, or hold, a JSONPath such as ``$.Attributes.intent``. The console
writes every scalar as a string; the service takes JSON numbers where it wants numbers, and booleans nowhere. A
``${kind.name}`` placeholder is a static value that is not known yet.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from connect_flows._finding import shown
from connect_flows._place import Place


class Aspect(StrEnum):
    """What can be wrong with a parameter; there is one rule for each."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    EMPTY = "empty"
    KIND = "kind"
    CHOICE = "choice"
    RANGE = "range"
    SIZE = "size"
    REFERENCE = "reference"
    UNUSUAL = "unusual"


class Wrong(NamedTuple):
    """What is wrong with the value at a place."""

    aspect: Aspect
    place: Place
    problem: str
    cure: str


class Value(Protocol):
    """A kind of value."""

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        """What is wrong with a value of this kind."""


_PATH = re.compile(r"\$(?:\.[^\s.\[\]]+|\[[^\[\]]+\])+\Z")
_GROUPS = "External|Attributes|FlowAttributes|Lex|Customer|Queue|Metrics|Modules|Views|Case"
_LEAF = re.compile(r"\$(?:\.[^\s.\[\]]+|\[[^\[\]]+\]){2,}\Z|\$\.(?!(?:" + _GROUPS + r")\Z)\w+\Z")
_INTEGER = re.compile(r"-?[0-9]+\Z")
_ONE_STRING = "make it one string"
_JSON_KINDS = {str: "a string", bool: "a boolean", int: "a number", list: "a list", dict: "an object"}


def is_reference(value: str) -> bool:
    """Whether the value is a JSONPath, or tries to be."""
    return value.startswith(("$.", "$["))


def _has_placeholder(value: str) -> bool:
    return "${" in value


def _scalar_wrongs(value: object, place: Place) -> Iterator[Wrong]:
    if value == "":
        yield Wrong(Aspect.EMPTY, place, "is empty", "give it a value or leave the parameter out")
    elif isinstance(value, bool):
        yield Wrong(Aspect.KIND, place, f"is the JSON boolean {shown(value)}", "write it as a string")
    elif isinstance(value, (int, float)):
        yield Wrong(
            Aspect.UNUSUAL, place, f"is the JSON number {shown(value)}", "write it as a string, as the console does"
        )
    elif not isinstance(value, str):
        yield Wrong(Aspect.KIND, place, f"is {shown(value)}", _ONE_STRING)


@dataclass(frozen=True, slots=True)
class Text:
    """Static or dynamic: JSONPaths may stand anywhere in it. `usual`: others are taken at once and fail in a call."""

    longest: int | None = None
    usual: tuple[str, ...] = ()

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, str) or not value:
            yield from _scalar_wrongs(value, place)
        elif self.longest is not None and len(value) > self.longest:
            problem = f"has {len(value):,} characters"
            yield Wrong(Aspect.SIZE, place, problem, f"use at most {self.longest:,}")
        elif self.usual and value not in self.usual and not is_reference(value) and not _has_placeholder(value):
            yield Wrong(Aspect.UNUSUAL, place, f"is {shown(value)}", f"use one of {', '.join(self.usual)}")


@dataclass(frozen=True, slots=True)
class Whole:
    """Static, or one JSONPath and nothing else: what names a resource."""

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, str) or not value:
            yield from _scalar_wrongs(value, place)
        elif "$." in value and not _PATH.match(value):
            problem = f"{shown(value)} is neither a value nor one JSONPath"
            yield Wrong(Aspect.REFERENCE, place, problem, "write the one or the other, such as $.Attributes.queue")


@dataclass(frozen=True, slots=True)
class Static:
    """Fixed in the flow."""

    longest: int | None = None

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, str) or not value:
            yield from _scalar_wrongs(value, place)
        elif is_reference(value):
            yield Wrong(Aspect.REFERENCE, place, f"is the JSONPath {shown(value)}", "write a fixed value")
        elif self.longest is not None and len(value) > self.longest:
            yield Wrong(Aspect.SIZE, place, f"has {len(value)} characters", f"use at most {self.longest}")


@dataclass(frozen=True, slots=True)
class Path:
    """A JSONPath and nothing else. `leaf`: it must name one value, not a whole group such as ``$.External``."""

    leaf: bool = False

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, (str, int, float)) or isinstance(value, bool) or value == "":
            yield from _scalar_wrongs(value, place)
        elif not (_LEAF if self.leaf else _PATH).match(str(value)):
            cure = "write one such as $.Attributes.intent"
            yield Wrong(Aspect.REFERENCE, place, f"{shown(value)} is no JSONPath of one value", cure)


@dataclass(frozen=True, slots=True)
class Integer:
    """A whole number, as a string or a JSON number. `static`: no JSONPath."""

    least: int | None = None
    most: int | None = None
    static: bool = False

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if isinstance(value, str) and value:
            yield from self._text_wrongs(value, place)
        elif isinstance(value, int) and not isinstance(value, bool):
            yield from self._range_wrongs(value, place)
        elif isinstance(value, float):
            yield Wrong(Aspect.RANGE, place, f"{value} is no whole number", self._range)
        else:
            yield from _scalar_wrongs(value, place)

    def _text_wrongs(self, value: str, place: Place) -> Iterator[Wrong]:
        if is_reference(value):
            if self.static:
                yield Wrong(Aspect.REFERENCE, place, f"is the JSONPath {shown(value)}", "write a fixed number")
        elif _has_placeholder(value):
            return
        elif _INTEGER.match(value) and len(value) < 40:
            yield from self._range_wrongs(int(value), place)
        else:
            yield Wrong(Aspect.RANGE, place, f"{shown(value)} is no whole number", self._range)

    def _range_wrongs(self, number: int, place: Place) -> Iterator[Wrong]:
        below = self.least is not None and number < self.least
        above = self.most is not None and number > self.most
        if below or above:
            yield Wrong(Aspect.RANGE, place, f"is {shown(number)}", self._range)

    @property
    def _range(self) -> str:
        if self.least is None and self.most is None:
            return "write a whole number"
        if self.most is None:
            return f"write a whole number of at least {self.least}"
        return f"write a whole number from {self.least or 0} to {self.most:,}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed set of spellings."""

    values: tuple[str, ...]

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, str) or not value:
            if isinstance(value, (int, float)) and not isinstance(value, bool):
                yield Wrong(Aspect.KIND, place, f"is the JSON number {shown(value)}", _ONE_STRING)
            else:
                yield from _scalar_wrongs(value, place)
        elif value not in self.values and not _has_placeholder(value):
            yield Wrong(Aspect.CHOICE, place, f"is {shown(value)}", _one_of(self.values))


@dataclass(frozen=True, slots=True)
class List:
    """A list. `values`: the closed set its items are from; `items`: the kind of each."""

    values: tuple[str, ...] = ()
    items: Value | None = None
    fewest: int = 0
    most: int | None = None

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, list):
            yield Wrong(Aspect.KIND, place, f"is {shown(value)}", "make it a list")
            return
        if len(value) < self.fewest or (self.most is not None and len(value) > self.most):
            yield Wrong(Aspect.SIZE, place, f"has {len(value)} items", _count(self.fewest, self.most))
        kind: Value = self.items or (Choice(self.values) if self.values else ANYTHING)
        for index, item in enumerate(value):
            yield from kind.wrongs(item, place / index)


@dataclass(frozen=True, slots=True)
class Map:
    """An object whose keys the author chooses, or chooses from `keys`."""

    values: Value = field(default_factory=Text)
    keys: tuple[str, ...] = ()
    most: int | None = None
    forbidden: str = ""

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield Wrong(Aspect.KIND, place, f"is {shown(value)}", "make it an object")
            return
        if self.most is not None and len(value) > self.most:
            yield Wrong(Aspect.SIZE, place, f"has {len(value)} entries", f"use at most {self.most}")
        for key, item in value.items():
            yield from self._key_wrongs(key, place)
            yield from self.values.wrongs(item, place / key)

    def _key_wrongs(self, key: str, place: Place) -> Iterator[Wrong]:
        if not key:
            yield Wrong(Aspect.EMPTY, place / key, "has an empty name", "name it")
        elif self.keys and key not in self.keys:
            yield Wrong(Aspect.UNKNOWN, place / key, "is unknown", _one_of(self.keys))
        elif any(character in self.forbidden for character in key):
            yield Wrong(Aspect.UNKNOWN, place / key, f"has one of {self.forbidden} in its name", "choose another name")


@dataclass(frozen=True, slots=True)
class Object:
    """An object with fields of its own. `open`: further fields are not known well enough to refuse them."""

    required: Mapping[str, Value] = field(default_factory=dict)
    optional: Mapping[str, Value] = field(default_factory=dict)
    open: bool = False

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if not isinstance(value, dict):
            yield Wrong(Aspect.KIND, place, f"is {shown(value)}", "make it an object")
            return
        for key in self.required:
            if key not in value:
                yield Wrong(Aspect.MISSING, place / key, "is missing", "add it")
        for key, item in value.items():
            kind = self.required.get(key) or self.optional.get(key)
            if kind is not None:
                yield from kind.wrongs(item, place / key)
            elif self.open:
                yield from ANYTHING.wrongs(item, place / key)
            else:
                known = (*self.required, *self.optional)
                cure = f"use only {', '.join(known)}" if known else "leave it out"
                yield Wrong(Aspect.UNKNOWN, place / key, "is unknown", cure)


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever it is, nothing in it may be an empty string. `kinds`: what it may be, if that is known."""

    kinds: tuple[type, ...] = ()

    def wrongs(self, value: object, place: Place) -> Iterator[Wrong]:
        if value == "":
            yield from _scalar_wrongs(value, place)
        elif self.kinds and not isinstance(value, self.kinds):
            cure = f"make it {' or '.join(_JSON_KINDS[kind] for kind in self.kinds if kind in _JSON_KINDS)}"
            yield Wrong(Aspect.KIND, place, f"is {shown(value)}", cure)
        elif isinstance(value, dict):
            for key, item in value.items():
                yield from ANYTHING.wrongs(item, place / key)
        elif isinstance(value, list):
            for index, item in enumerate(value):
                yield from ANYTHING.wrongs(item, place / index)


ANYTHING = Anything()
SCALAR = Anything((str, bool, int, float))


def _one_of(values: tuple[str, ...]) -> str:
    return f"use {values[0]}" if len(values) == 1 else f"use one of {', '.join(values)}"


def _count(fewest: int, most: int | None) -> str:
    if most is None:
        return f"use at least {fewest}"
    return f"use {fewest} to {most}" if fewest != most else f"use exactly {most}"
