"""What an example of a type of action is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

NO_MATCH = "NoMatchingError"
NO_CONDITION = "NoMatchingCondition"
TIMEOUT = "InputTimeLimitExceeded"

QUEUE = "arn:aws:connect:ap-northeast-2:123456789012:instance/0a1b2c3d/queue/general"
FUNCTION = "arn:aws:lambda:ap-northeast-2:123456789012:function:line-status"
FLOW = "arn:aws:connect:ap-northeast-2:123456789012:instance/0a1b2c3d/contact-flow/inbound"
HOURS = "0a1b2c3d-0000-4000-8000-000000000001"
MODULE = "0a1b2c3d-0000-4000-8000-000000000002"
PROMPT = "0a1b2c3d-0000-4000-8000-000000000003"


@dataclass(frozen=True, kw_only=True)
class Example:
    """An action without its name and its targets. `conditions`: operator and operand of each."""

    parameters: Mapping[str, Any] = field(default_factory=dict)
    errors: tuple[str, ...] = (NO_MATCH,)
    conditions: tuple[tuple[str, str], ...] = ()
    ends: bool = False


def example(
    parameters: Mapping[str, Any] | None = None,
    *errors: str,
    equals: str = "",
    conditions: tuple[tuple[str, str], ...] = (),
) -> Example:
    """An example with `NoMatchingError` and these errors. `equals`: an operand for each word."""
    answers = tuple(("Equals", operand) for operand in equals.split())
    return Example(parameters=parameters or {}, errors=(NO_MATCH, *errors), conditions=answers + conditions)


def without_no_match(made: Example) -> Example:
    errors = tuple(error for error in made.errors if error != NO_MATCH)
    return Example(parameters=made.parameters, errors=errors, conditions=made.conditions, ends=made.ends)


def last(parameters: Mapping[str, Any] | None = None) -> Example:
    """An action that ends the flow."""
    return Example(parameters=parameters or {}, errors=(), ends=True)


@dataclass(frozen=True, kw_only=True)
class Examples:
    """`minimal`: with as little as the type needs. `full`: with all that it takes at once. `others`: further modes."""

    minimal: Example
    full: Example
    others: tuple[Example, ...] = ()

    @property
    def all(self) -> tuple[Example, ...]:
        return (self.minimal, *(() if self.full is self.minimal else (self.full,)), *self.others)


def only(made: Example, *others: Example) -> Examples:
    return Examples(minimal=made, full=made, others=others)


def pair(minimal: Example, full: Example, *others: Example) -> Examples:
    return Examples(minimal=minimal, full=full, others=others)
