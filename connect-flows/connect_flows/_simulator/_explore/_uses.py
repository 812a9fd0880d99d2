"""What the blocks of a flow do with references: compare them, copy them, or merely tell them to somebody."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from connect_flows._simulator._program import Block, Program
from connect_flows._simulator._values import is_reference, parts_of

Parts = tuple[str, ...]
"""A reference: ("Attributes", "intent")."""

NOT_BLANK, NUMBER, PHONE, RESOURCE = "NotBlank", "Number", "Phone", "Resource"
"""Tests besides the operators of conditions: the block fails unless the value is one."""

HANDED = "Handed"
"""What a module hands on: it is its caller who asks."""

RAW = "Raw"
"""The whole value matters."""

_REFERENCE = re.compile(r"\$(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[(?:'[^']+'|\"[^\"]+\")\])+")
_TOLD = frozenset({"LexSessionAttributes", "LambdaInvocationAttributes"})
_SAID = frozenset({"Text", "SSML", "PromptId"})
_COPIES = {
    "UpdateContactAttributes": ("Attributes", "Attributes"),
    "UpdateFlowAttributes": ("FlowAttributes", "FlowAttributes"),
}
_TESTS = {
    "CallbackNumber": PHONE,
    "ContactFlowId": RESOURCE,
    "EventHooks": RESOURCE,
    "FlowModuleId": RESOURCE,
    "HoursOfOperationId": RESOURCE,
    "QueueId": RESOURCE,
    "InitialCallDelaySeconds": NUMBER,
    "InputTimeLimitSeconds": NUMBER,
    "InterruptFrequencySeconds": NUMBER,
    "InvocationTimeLimitSeconds": NUMBER,
    "LoopCount": NUMBER,
    "MaximumConnectionAttempts": NUMBER,
    "QueuePriority": NUMBER,
    "Result": HANDED,
    "ResultData": HANDED,
    "RetryDelaySeconds": NUMBER,
    "TimeLimitSeconds": NUMBER,
}


class Test(NamedTuple):
    """A question that a block asks of a reference. `operand` is empty but for conditions."""

    parts: Parts
    operator: str
    operand: str = ""


class Copy(NamedTuple):
    """A block sets something to a text with references in it. `alone`: the text is one reference."""

    target: Parts
    parts: Parts
    alone: bool


def tests_of(block: Block) -> Iterator[Test]:
    """What a block asks of references. A module's result and a bot's intent are asked by whoever has conditions."""
    yield from _conditions(block)
    for name, value in block.plain.items():
        if name in _TOLD or name == "ComparisonValue" or (block.type, name) in _COPIED:
            continue
        for parts in references_in(value):
            yield Test(parts, _test(name, value))


def copies_of(block: Block) -> Iterator[Copy]:
    """What a block sets."""
    if block.type not in _COPIES:
        return
    parameter, root = _COPIES[block.type]
    values = block.plain.get(parameter)
    for name, value in values.items() if isinstance(values, Mapping) else ():
        text = value.get("Value") if isinstance(value, Mapping) else value
        found = list(references_in(text))
        for parts in found:
            yield Copy((root, name), parts, is_reference(text))
        if not found:
            yield Copy((root, name), (), alone=False)


def references_in(value: object) -> Iterator[Parts]:
    """Every reference in a value, however deep."""
    if isinstance(value, str):
        for match in _REFERENCE.finditer(value):
            yield parts_of(match[0])
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from references_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from references_in(each)


def all_references(program: Program) -> Iterator[Parts]:
    """Every reference in a flow, of conditions too."""
    for block in program.blocks.values():
        yield from references_in(dict(block.plain))
        for operand in operands_of(program, block.identifier):
            yield from references_in(operand)


def operands_of(program: Program, identifier: str) -> Iterator[str]:
    """What the conditions of a block have as operands, as they are written."""
    for action in program.flow.actions:
        if action.identifier == identifier:
            yield from (operand for branch in action.conditions for operand in branch.operands)


def _conditions(block: Block) -> Iterator[Test]:
    parts = condition_on(block)
    if parts is None:
        return
    for operator, _, _, key in block.conditions:
        operand = key.split(":", 2)[2] if key.count(":") > 1 else ""
        yield Test(parts, operator, operand)
        for each in references_in(operand):
            yield Test(each, RAW)


def condition_on(block: Block) -> Parts | None:
    """The reference that the conditions of a block are about."""
    value = block.plain.get("ComparisonValue")
    if block.type == "Compare" and is_reference(value):
        return parts_of(str(value))
    return None


def _test(name: str, value: object) -> str:
    if name in _SAID:
        # Of a text with words of its own it does not matter what else is in it.
        return NOT_BLANK if not _REFERENCE.sub("", str(value)).strip() else ""
    return _TESTS.get(name, "")


_COPIED = frozenset({(type, parameter) for type, (parameter, _) in _COPIES.items()})
