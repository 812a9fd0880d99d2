"""Ways on that are missing, are too many or are none."""

from collections.abc import Iterator
from dataclasses import replace

from connect_flows._action_types import ACTION_TYPES, Next
from tests.unit.connect_flows.breakages.breakage import Breakage
from tests.unit.connect_flows.building import Document, block_like
from tests.unit.connect_flows.examples.table import EXAMPLES, Example

BRANCH = {"NextAction": "bye", "Condition": {"Operator": "Equals", "Operands": ["x"]}}
WRONG_OPERATORS = (
    "And",
    "Or",
    "Not",
    "All",
    "Any",
    "Contains",
    "Exists",
    "NumberEquals",
    "NumericLessThan",
    "equals",
    "",
)


def broken_transitions(action_type: str) -> Iterator[Breakage]:
    """A type's examples with ways left out, added and changed."""
    facts = ACTION_TYPES[action_type]
    for example in EXAMPLES[action_type].all:
        if facts.is_terminal:
            yield from _leading_on(action_type, example)
            continue
        if facts.next_action is Next.REQUIRED:
            action = block_like(example, action_type)
            del action["Transitions"]["NextAction"]
            yield Breakage("E302", "Transitions.NextAction", action)
        yield from _errors(action_type, example)
        if facts.conditions(example.parameters) is None:
            yield Breakage("E305", "Transitions.Conditions", _with(example, action_type, Conditions=[BRANCH]))
        else:
            yield from _conditions(action_type, example)


def _leading_on(action_type: str, example: Example) -> Iterator[Breakage]:
    branches = {"NextAction": "bye", "Errors": [{"ErrorType": "x", "NextAction": "bye"}], "Conditions": [BRANCH]}
    for name, branch in branches.items():
        yield Breakage("E301", f"Transitions.{name}", _with(example, action_type, **{name: branch}))


def _errors(action_type: str, example: Example) -> Iterator[Breakage]:
    facts = ACTION_TYPES[action_type]
    for needed in facts.errors(example.parameters).required:
        rest = tuple(error for error in example.errors if error != needed)
        yield Breakage("E303", "Transitions.Errors", block_like(replace(example, errors=rest), action_type))
    if facts.known:
        more = (*example.errors, "UnheardError")
        path = f"Transitions.Errors[{len(example.errors)}].ErrorType"
        yield Breakage("E304", path, block_like(replace(example, errors=more), action_type))


def _conditions(action_type: str, example: Example) -> Iterator[Breakage]:
    facts = ACTION_TYPES[action_type].conditions(example.parameters)
    assert facts is not None
    first = "Transitions.Conditions[0].Condition"
    for operator in WRONG_OPERATORS:
        yield Breakage("E306", f"{first}.Operator", _with(example, action_type, Conditions=[_asking(operator, "x")]))
    for operands in ((), ("x", "y"), ("",)):
        wrong = _asking(facts.operators[0], *operands)
        yield Breakage("E307", f"{first}.Operands", _with(example, action_type, Conditions=[wrong]))
    if facts.operands is not None:
        wrong = _asking(facts.operators[0], "unheard")
        yield Breakage("E308", f"{first}.Operands", _with(example, action_type, Conditions=[wrong]))
    if facts.needed:
        yield Breakage("E309", "Transitions.Conditions", _with(example, action_type, Conditions=[]))
    for operand in facts.operands or () if facts.every else ():
        rest = tuple(condition for condition in example.conditions if condition[1] != operand)
        yield Breakage("E309", "Transitions.Conditions", block_like(replace(example, conditions=rest), action_type))


def _asking(operator: str, *operands: str) -> Document:
    return {"NextAction": "bye", "Condition": {"Operator": operator, "Operands": list(operands)}}


def _with(example: Example, action_type: str, **transitions: object) -> Document:
    action = block_like(example, action_type)
    action["Transitions"].update(transitions)
    return action
