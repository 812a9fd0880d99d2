"""Values that their parameter does not take."""

from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import NamedTuple

from connect_flows._action_types import ACTION_TYPES
from connect_flows._action_types._values import (
    Anything,
    Choice,
    Integer,
    List,
    Map,
    Object,
    Path,
    Static,
    Text,
    Value,
    Whole,
)
from tests.unit.connect_flows.breakages.breakage import Breakage, with_parameters
from tests.unit.connect_flows.examples.table import EXAMPLES, Example

Steps = tuple[str | int, ...]
Wrong = tuple[str, str, object]
"""Rule, where below the value, and what stands there instead of the whole value."""

BOOLEANS = {"True": True, "TRUE": True, "true": True, "False": False, "FALSE": False, "false": False}


class Valued(NamedTuple):
    """A value with its kind and where it is among the parameters."""

    kind: Value
    steps: Steps
    value: object


def broken_values(action_type: str) -> Iterator[Breakage]:
    """A type's examples, each value in them replaced by wrong ones."""
    facts = ACTION_TYPES[action_type]
    for example in EXAMPLES[action_type].all:
        for name, value in example.parameters.items():
            kind = facts.required.get(name) or facts.optional[name]
            for valued in _values_in(Valued(kind, (name,), value)):
                for rule, below, wrong in _wrongs(valued):
                    yield _breakage(rule, below, wrong, valued.steps, action_type, example)


def _values_in(valued: Valued) -> Iterator[Valued]:
    kind, steps, value = valued
    yield valued
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _values_in(Valued(_kind_of(kind, key), (*steps, key), item))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _values_in(Valued(_kind_of(kind, ""), (*steps, index), item))


def _kind_of(kind: Value, key: str) -> Value:
    if isinstance(kind, Object):
        return kind.required.get(key) or kind.optional.get(key) or Anything()
    if isinstance(kind, Map):
        return kind.values
    if isinstance(kind, List):
        return kind.items or (Choice(kind.values) if kind.values else Anything())
    return Anything()


def _wrongs(valued: Valued) -> Iterator[Wrong]:
    kind, _, value = valued
    if isinstance(value, str):
        yield "E204", "", ""
        if value in BOOLEANS and not isinstance(kind, Anything):
            yield "E205", "", BOOLEANS[value]
    if isinstance(kind, (Text, Whole, Static, Path, Integer, Choice)):
        yield from (("E205", "", wrong) for wrong in (None, ["x"], {"x": "y"}))
    elif isinstance(kind, (List, Map, Object)):
        yield from (("E205", "", wrong) for wrong in (None, "x", 5, True))
    yield from _wrongs_of(kind, value)


@singledispatch
def _wrongs_of(kind: object, value: object) -> Iterator[Wrong]:
    yield from ()


@_wrongs_of.register
def _(kind: Anything, value: object) -> Iterator[Wrong]:
    yield from (
        ("E205", "", wrong) for wrong in (None, ["x"], {"x": "y"}) if not isinstance(wrong, kind.kinds or object)
    )


@_wrongs_of.register
def _(kind: Text, value: object) -> Iterator[Wrong]:
    if kind.longest:
        yield "E208", "", "가" * (kind.longest + 1)


@_wrongs_of.register
def _(kind: Whole, value: object) -> Iterator[Wrong]:
    yield "E209", "", "queue $.Attributes.queue"
    yield "E209", "", "$."


@_wrongs_of.register
def _(kind: Static, value: object) -> Iterator[Wrong]:
    yield "E209", "", "$.Attributes.fixed"
    if kind.longest:
        yield "E208", "", "#" * (kind.longest + 1)


@_wrongs_of.register
def _(kind: Path, value: object) -> Iterator[Wrong]:
    yield from (("E209", "", wrong) for wrong in ("fixed", "x $.Attributes.y", "$.", 5))
    if kind.leaf:
        yield "E209", "", "$.External"


@_wrongs_of.register
def _(kind: Integer, value: object) -> Iterator[Wrong]:
    yield from (("E207", "", wrong) for wrong in ("five", "1.5", 1.5, "٣", "9" * 5000))
    if kind.least is not None:
        yield from (("E207", "", wrong) for wrong in (kind.least - 1, str(kind.least - 1)))
    if kind.most is not None:
        yield from (("E207", "", wrong) for wrong in (kind.most + 1, str(kind.most + 1)))
    if kind.static:
        yield "E209", "", "$.Attributes.seconds"


@_wrongs_of.register
def _(kind: Choice, value: object) -> Iterator[Wrong]:
    yield from (("E206", "", f"{value}{more}") for more in ("s", " ", "\n"))
    if isinstance(value, str) and value.swapcase() not in kind.values:
        yield "E206", "", value.swapcase()
    yield "E205", "", 1


@_wrongs_of.register
def _(kind: List, value: object) -> Iterator[Wrong]:
    assert isinstance(value, list)
    if kind.fewest:
        yield "E208", "", []
    if kind.most:
        yield "E208", "", value * (kind.most + 1)


@_wrongs_of.register
def _(kind: Map, value: object) -> Iterator[Wrong]:
    assert isinstance(value, dict)
    item = next(iter(value.values()), "x")
    yield "E204", "['']", {**value, "": item}
    if kind.keys:
        yield "E202", ".Unheard", {**value, "Unheard": item}
    if kind.forbidden:
        yield from (("E202", "", {f"a{character}b": item}) for character in kind.forbidden)
    if kind.most:
        yield "E208", "", {f"key{number}": item for number in range(kind.most + 1)}


@_wrongs_of.register
def _(kind: Object, value: object) -> Iterator[Wrong]:
    assert isinstance(value, dict)
    for name in kind.required:
        yield "E203", f".{name}", {key: item for key, item in value.items() if key != name}
    if not kind.open:
        yield "E202", ".Unheard", {**value, "Unheard": "x"}


def _breakage(rule: str, below: str, wrong: object, steps: Steps, action_type: str, example: Example) -> Breakage:
    path = "Parameters" + "".join(_shown(step) for step in steps) + below
    return Breakage(rule, path, with_parameters(example, action_type, _replaced(example.parameters, steps, wrong)))


def _shown(step: str | int) -> str:
    return f".{step}" if isinstance(step, str) and step.isidentifier() and step.isascii() else f"[{step!r}]"


def _replaced(parameters: Mapping[str, object], steps: Steps, wrong: object) -> Mapping[str, object]:
    made = _put(parameters, steps, wrong)
    assert isinstance(made, dict)
    return made


def _put(value: object, steps: Steps, wrong: object) -> object:
    if not steps:
        return wrong
    step, *rest = steps
    if isinstance(value, list):
        return [_put(item, tuple(rest), wrong) if index == step else item for index, item in enumerate(value)]
    assert isinstance(value, Mapping)
    return {key: _put(item, tuple(rest), wrong) if key == step else item for key, item in value.items()}
