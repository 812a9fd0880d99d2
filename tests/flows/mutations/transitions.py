"""Defects of transitions: ways that are missing, are too many or are none."""

from collections.abc import Iterator

from tests.flows.facts import facts_about
from tests.flows.mutations.document import Block, Document, Mutant, blocks, changed, conditions, drop, path_of
from tests.flows.mutations.kind import Kind

LEADING_ON = {
    "NextAction": "x",
    "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "x"}],
    "Conditions": [{"NextAction": "x", "Condition": {"Operator": "Equals", "Operands": ["1"]}}],
}
OPERATORS = ("And", "Or", "Not", "NumberEquals", "NumericLessThan", "Contains", "equals")
CLOSED = ("CheckHoursOfOperation", "GetParticipantInput", "Loop", "MessageParticipantIteratively")


def next_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if "NextAction" in block.transitions and block.type != "MessageParticipantIteratively":
            steps = (*block.steps, "Transitions", "NextAction")
            yield Mutant(drop(document, steps), path_of(steps))


def error_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        needed = facts_about(block.type, block.parameters).errors
        for index, error in enumerate(block.transitions.get("Errors", ())):
            if error["ErrorType"] in needed:
                steps = (*block.steps, "Transitions", "Errors")
                yield Mutant(drop(document, (*steps, index)), path_of(steps))


def every_error_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if facts_about(block.type, block.parameters).errors:
            steps = (*block.steps, "Transitions", "Errors")
            yield Mutant(drop(document, steps), path_of(steps))


def error_of_another_action(document: Document) -> Iterator[Mutant]:
    for block in _going_on(document):
        steps = (*block.steps, "Transitions", "Errors", len(block.transitions.get("Errors", ())))
        error = {"ErrorType": "TimeLimitExceeded", "NextAction": block.action["Identifier"]}
        yield changed(_with_errors(document, block), steps, error)


def error_misspelt(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for index, error in enumerate(block.transitions.get("Errors", ())):
            steps = (*block.steps, "Transitions", "Errors", index, "ErrorType")
            yield changed(document, steps, error["ErrorType"].replace("NoMatching", "NotMatching") + "s")


def error_twice(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        errors = block.transitions.get("Errors", [])
        for error in errors:
            yield changed(document, (*block.steps, "Transitions", "Errors", len(errors)), error)


def conditions_where_there_are_none(document: Document) -> Iterator[Mutant]:
    for block in _going_on(document):
        if facts_about(block.type, block.parameters).operands == frozenset():
            yield changed(document, (*block.steps, "Transitions", "Conditions"), LEADING_ON["Conditions"])


def another_operator(document: Document) -> Iterator[Mutant]:
    for number, (steps, _) in enumerate(conditions(document)):
        yield changed(document, (*steps, "Condition", "Operator"), OPERATORS[number % len(OPERATORS)])


def operator_of_another_action(document: Document) -> Iterator[Mutant]:
    for steps, _ in conditions(document, *CLOSED):
        yield changed(document, (*steps, "Condition", "Operator"), "TextStartsWith")


def operands_too_many_or_too_few(document: Document) -> Iterator[Mutant]:
    for number, (steps, branch) in enumerate(conditions(document)):
        operands = branch["Condition"]["Operands"]
        wrong = ([], ["$.Attributes.intent", *operands], [*operands, *operands])[number % 3]
        yield changed(document, (*steps, "Condition", "Operands"), wrong)


def operand_empty(document: Document) -> Iterator[Mutant]:
    for steps, _ in conditions(document):
        yield changed(document, (*steps, "Condition", "Operands"), [""])


def operand_that_never_is(document: Document) -> Iterator[Mutant]:
    for number, (steps, branch) in enumerate(conditions(document, *CLOSED)):
        operand = branch["Condition"]["Operands"][0]
        wrong = (f"{operand} ", f"{operand}{operand}", "주문")[number % 3]
        yield changed(document, (*steps, "Condition", "Operands"), [wrong])


def condition_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if facts_about(block.type, block.parameters).operands:
            for index in range(len(block.transitions["Conditions"])):
                steps = (*block.steps, "Transitions", "Conditions")
                yield Mutant(drop(document, (*steps, index)), path_of(steps))


def every_condition_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "Compare", "Loop", "CheckHoursOfOperation"):
        steps = (*block.steps, "Transitions", "Conditions")
        yield changed(document, steps, [])


def condition_twice(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        there = block.transitions.get("Conditions", [])
        for branch in there:
            yield changed(document, (*block.steps, "Transitions", "Conditions", len(there)), branch)


def way_on_from_an_end(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if facts_about(block.type, block.parameters).ends:
            for name, value in LEADING_ON.items():
                yield changed(document, (*block.steps, "Transitions", name), value)


def _going_on(document: Document) -> Iterator[Block]:
    for block in blocks(document):
        if not facts_about(block.type, block.parameters).ends:
            yield block


def _with_errors(document: Document, block: Block) -> Document:
    steps = (*block.steps, "Transitions", "Errors")
    return changed(document, steps, list(block.transitions.get("Errors", ()))).document


TRANSITIONS = (
    Kind("E302", next_missing),
    Kind("E303", error_missing),
    Kind("E303", every_error_missing),
    Kind("E304", error_of_another_action),
    Kind("E304", error_misspelt),
    Kind("W517", error_twice),
    Kind("E305", conditions_where_there_are_none),
    Kind("E306", another_operator),
    Kind("E306", operator_of_another_action),
    Kind("E307", operands_too_many_or_too_few),
    Kind("E307", operand_empty),
    Kind("E308", operand_that_never_is),
    Kind("E309", condition_missing),
    Kind("E309", every_condition_missing),
    Kind("W517", condition_twice),
    Kind("E301", way_on_from_an_end),
)
