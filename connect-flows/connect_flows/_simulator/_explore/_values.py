"""Which values a reference may have so that every branch that depends on it can be taken: those that it is compared
with, and one more; and what tells two values from one another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from connect_flows._simulator._blocks.compare import OPERATORS
from connect_flows._simulator._explore._uses import NOT_BLANK, NUMBER, PHONE, RAW, RESOURCE, Parts, Test
from connect_flows._simulator._values import text_of

OTHER = "(other)"
"""What no flow compares with anything."""

CALLABLE = "+821012345678"
_TEXT = ("Equals", "TextStartsWith", "TextEndsWith", "TextContains")
_NUMBERS = ("NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo")


def values_of(tests: Iterable[Test], flows: Sequence[str] = ()) -> tuple[str | None, ...]:
    """The values that tests tell from one another; None stands for no value at all. `flows`: those that may be named.

    >>> values_of([Test(("Attributes", "intent"), "Equals", "refund")])
    ('refund', '(other)')
    >>> values_of([Test(("External", "tries"), "NumberLessThan", "3")])
    ('2', '3', '4', '(other)')
    """
    tests = list(tests)
    values: dict[str | None, None] = {}
    for test in tests:
        values.update(dict.fromkeys(_that_decide(test, flows)))
    if {test.operator for test in tests} != {NUMBER}:
        values.setdefault(OTHER)
    return tuple(values)


def told_apart(value: Any, tests: Sequence[Test]) -> tuple[Any, ...]:
    """What tests can tell of a value."""
    return tuple(_answer(value, test) for test in tests)


def numbers_around(tests: Iterable[Test]) -> tuple[int, ...]:
    """Numbers on both sides of each that is compared with, and 0; none below."""
    found = {0}
    for test in tests:
        found.update(number for number in _around(test.operand) if number >= 0)
    return tuple(sorted(found))


def _answer(value: Any, test: Test) -> Any:
    if test.operator == "KeyExists":
        return value is not None
    if test.operator == NOT_BLANK:
        return bool(text_of(value).strip())
    holds = OPERATORS.get(test.operator)
    if holds is None or "$" in test.operand:
        return repr(value)
    return holds(text_of(value), test.operand)


def _that_decide(test: Test, flows: Sequence[str]) -> Iterator[str | None]:
    if test.operator in _TEXT and "$." not in test.operand:
        yield test.operand
    elif test.operator in _NUMBERS:
        yield from (str(number) for number in _around(test.operand))
    elif test.operator in ("KeyExists", NOT_BLANK, RAW):
        yield None
    elif test.operator == NUMBER:
        yield "1"
    elif test.operator == PHONE:
        yield from (CALLABLE, None)
    elif test.operator == RESOURCE:
        yield from (*flows, None)


def _around(operand: str) -> Iterator[int]:
    try:
        number = float(operand)
    except ValueError:
        return
    if abs(number) < 1e12:
        yield from (int(number) - 1, int(number), int(number) + 1)


class Combined(NamedTuple):
    """Answers to try; `all`: whether they are all combinations of their values."""

    answers: tuple[Mapping[Parts, str | None], ...]
    all: bool


def combined(values: Mapping[Parts, Sequence[str | None]], at_most: int) -> Combined:
    """All combinations, or where they are too many, each value once.

    >>> len(combined({("a",): ["1", "2"], ("b",): ["1", None]}, at_most=10).answers)
    4
    >>> len(combined({("a",): ["1", "2", "3"], ("b",): ["1", None]}, at_most=5).answers)
    4
    """
    answers: list[dict[Parts, str | None]] = [{}]
    for parts, choices in values.items():
        if len(answers) * len(choices) > at_most:
            return Combined(tuple(_each_once(values)), all=False)
        answers = [{**answer, parts: choice} for answer in answers for choice in choices]
    return Combined(tuple(answers), all=True)


def _each_once(values: Mapping[Parts, Sequence[str | None]]) -> Iterator[Mapping[Parts, str | None]]:
    plain = {parts: choices[-1] for parts, choices in values.items()}
    yield plain
    for parts, choices in values.items():
        yield from ({**plain, parts: choice} for choice in choices[:-1])
