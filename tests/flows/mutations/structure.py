"""Defects of the document: members, identifiers, targets."""

from collections.abc import Iterator

from tests.flows.mutations.document import Document, Mutant, blocks, branches, changed, conditions, dropped, put
from tests.flows.mutations.kind import Kind

MEMBERS: Document = {"Version": 5, "StartAction": None, "Actions": {}, "Metadata": [], "Settings": "x"}
ACTION_MEMBERS: Document = {"Identifier": 5, "Type": None, "Parameters": [], "Transitions": "x"}
WAYS: Document = {"NextAction": None, "Errors": {}, "Conditions": "x"}


def start_at_nobody(document: Document) -> Iterator[Mutant]:
    yield changed(document, ("StartAction",), "nobody")


def next_to_nobody(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if "NextAction" in block.transitions:
            yield changed(document, (*block.steps, "Transitions", "NextAction"), "nobody")


def branch_to_nobody(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for steps, branch in branches(block):
            yield changed(document, (*steps, "NextAction"), f"{branch['NextAction']} ")


def identifier_of_the_one_before(document: Document) -> Iterator[Mutant]:
    for before, block in zip(document["Actions"], list(blocks(document))[1:], strict=False):
        yield changed(document, (*block.steps, "Identifier"), before["Identifier"])


def identifier_with_a_forbidden_character(document: Document) -> Iterator[Mutant]:
    for number, block in enumerate(blocks(document)):
        character = "%:(\\/)=$,;[]{}"[number % 14]
        yield changed(document, (*block.steps, "Identifier"), f"say{character}hello")


def identifier_too_long(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Identifier"), "인" * 51)


def identifier_reserved(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Identifier"), "constructor")


def identifier_empty(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Identifier"), "")


def another_version(document: Document) -> Iterator[Mutant]:
    yield changed(document, ("Version",), "2020-01-01")


def unknown_member_of_the_document(document: Document) -> Iterator[Mutant]:
    for name in ("Action", "metadata", "Start Action"):
        yield changed(document, (name,), {})


def unknown_member_of_an_action(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Parameter"), {})


def unknown_member_of_transitions(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Transitions", "Next"), "x")


def unknown_member_of_a_branch(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for steps, _ in branches(block):
            yield changed(document, (*steps, "Target"), "x")


def unknown_member_of_a_condition(document: Document) -> Iterator[Mutant]:
    for steps, _ in conditions(document):
        yield changed(document, (*steps, "Condition", "Operand"), "x")


def member_missing(document: Document) -> Iterator[Mutant]:
    for name in ("Version", "StartAction", "Actions"):
        yield dropped(document, (name,))


def member_of_an_action_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for name in ("Identifier", "Type"):
            yield dropped(document, (*block.steps, name))


def member_of_a_branch_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for steps, branch in branches(block):
            for name in branch:
                yield dropped(document, (*steps, name))


def member_of_a_condition_missing(document: Document) -> Iterator[Mutant]:
    for steps, _ in conditions(document):
        for name in ("Operator", "Operands"):
            yield dropped(document, (*steps, "Condition", name))


def member_of_another_kind(document: Document) -> Iterator[Mutant]:
    for name, value in MEMBERS.items():
        yield changed(document, (name,), value)


def member_of_an_action_of_another_kind(document: Document) -> Iterator[Mutant]:
    for number, block in enumerate(blocks(document)):
        name = list(ACTION_MEMBERS)[number % len(ACTION_MEMBERS)]
        yield changed(document, (*block.steps, name), ACTION_MEMBERS[name])


def ways_of_another_kind(document: Document) -> Iterator[Mutant]:
    for number, block in enumerate(blocks(document)):
        name = list(WAYS)[number % len(WAYS)]
        yield changed(document, (*block.steps, "Transitions", name), WAYS[name])


def operand_of_another_kind(document: Document) -> Iterator[Mutant]:
    for steps, _ in conditions(document):
        yield changed(document, (*steps, "Condition", "Operands", 0), True)


def half_a_character(document: Document) -> Iterator[Mutant]:
    yield changed(document, ("Metadata", "description"), "\ud83d")


def too_many_actions(document: Document) -> Iterator[Mutant]:
    last = document["Actions"][-1]
    more = [{**last, "Identifier": f"{number}"} for number in range(251 - len(document["Actions"]))]
    yield Mutant(put(document, ("Actions",), [*document["Actions"], *more]), "Actions")


def content_too_long(document: Document) -> Iterator[Mutant]:
    yield Mutant(put(document, ("Metadata", "description"), "가" * 256_000), "")


STRUCTURE = (
    Kind("E107", start_at_nobody),
    Kind("E107", next_to_nobody),
    Kind("E107", branch_to_nobody),
    Kind("E106", identifier_of_the_one_before),
    Kind("E105", identifier_with_a_forbidden_character),
    Kind("E105", identifier_too_long),
    Kind("E105", identifier_reserved),
    Kind("E105", identifier_empty),
    Kind("E101", another_version),
    Kind("E102", unknown_member_of_the_document),
    Kind("E102", unknown_member_of_an_action),
    Kind("E102", unknown_member_of_transitions),
    Kind("E102", unknown_member_of_a_branch),
    Kind("E102", unknown_member_of_a_condition),
    Kind("E002", member_missing),
    Kind("E002", member_of_an_action_missing),
    Kind("E002", member_of_a_branch_missing),
    Kind("E002", member_of_a_condition_missing),
    Kind("E002", member_of_another_kind),
    Kind("E002", member_of_an_action_of_another_kind),
    Kind("E002", ways_of_another_kind),
    Kind("E002", operand_of_another_kind),
    Kind("E001", half_a_character),
    Kind("E103", too_many_actions),
    Kind("E104", content_too_long),
)
