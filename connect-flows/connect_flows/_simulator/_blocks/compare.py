"""Compare: the first condition that holds. Numbers are compared only where both sides are numbers."""

from collections.abc import Callable, Mapping

from connect_flows._simulator._errors import NotRun
from connect_flows._simulator._outcomes import Next, Outcome
from connect_flows._simulator._step import Step
from connect_flows._simulator._values import found_at, is_reference, number_in, parts_of, resolved


def run(step: Step) -> Outcome:
    """Take the branch."""
    return chosen(step, step.parameter("ComparisonValue"))


def chosen(step: Step, value: str) -> Outcome:
    """The first condition that holds for a value."""
    step.shown = {"Value": value}
    for operator, operand, target, key in step.block.conditions:
        wanted = resolved(operand, step)
        if operator == "Equals":
            holds = value == wanted
        elif operator == "KeyExists":
            holds = _key_exists(step)
        elif operator in OPERATORS:
            holds = OPERATORS[operator](value, wanted)
        else:
            raise NotRun(f"{step.place}: operator {operator} is not simulated; let a stub stand in for the block")
        if holds:
            step.results = wanted
            return Next(target, key)
    return step.error("NoMatchingCondition")


def _key_exists(step: Step) -> bool:
    reference = step.block.plain["ComparisonValue"]
    return is_reference(reference) and found_at(parts_of(reference), step) is not None


def _numbers(compare: Callable[[float, float], bool]) -> Callable[[str, str], bool]:
    def holds(value: str, operand: str) -> bool:
        number, other = number_in(value), number_in(operand)
        return number is not None and other is not None and compare(number, other)

    return holds


OPERATORS: Mapping[str, Callable[[str, str], bool]] = {
    "Equals": lambda value, operand: value == operand,
    "TextStartsWith": lambda value, operand: value.startswith(operand),
    "TextEndsWith": lambda value, operand: value.endswith(operand),
    "TextContains": lambda value, operand: operand in value,
    "NumberGreaterThan": _numbers(lambda value, operand: value > operand),
    "NumberGreaterOrEqualTo": _numbers(lambda value, operand: value >= operand),
    "NumberLessThan": _numbers(lambda value, operand: value < operand),
    "NumberLessOrEqualTo": _numbers(lambda value, operand: value <= operand),
}
"""What each operator but KeyExists asks of a value and an operand."""
