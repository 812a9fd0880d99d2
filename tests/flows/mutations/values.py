"""Defects of values: empty, of another kind, out of bounds, a reference or a placeholder where none may be."""

from collections.abc import Iterator

from tests.flows.mutations.document import Document, Mutant, blocks, changed, named, put, texts
from tests.flows.mutations.kind import Kind

BOOLEANS = {"True": True, "False": False}
OBJECTS = (
    "Attributes",
    "CustomValidation",
    "DTMFConfiguration",
    "EventHooks",
    "InputValidation",
    "LambdaInvocationAttributes",
    "Messages",
    "RecordedParticipants",
    "RecordingBehavior",
    "ResponseValidation",
)
RANGES = {
    "InputTimeLimitSeconds": (1, 180),
    "InterdigitTimeLimitSeconds": (1, 20),
    "InvocationTimeLimitSeconds": (1, 8),
    "LoopCount": (0, 100),
}
NUMBERS = (*RANGES, "InterruptFrequencySeconds", "MaximumLength")
CHOICES = ("DisableCancelKey", "FlowLoggingBehavior", "ResponseType", "StoreInput", "TargetContact")
FIXED = ("InputTimeLimitSeconds", "InputTerminationSequence", "InvocationTimeLimitSeconds", "MaximumLength")
PROMPTS = ("Text", "SSML")
RESOURCES = ("FlowModuleId", "HoursOfOperationId", "LambdaFunctionARN", "QueueId")
WHOLE = ("HoursOfOperationId", "QueueId")


def empty_value(document: Document) -> Iterator[Mutant]:
    for steps, _ in texts(document):
        yield changed(document, steps, "")


def empty_name_of_an_attribute(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "Attributes"):
        yield changed(document, (*steps, ""), "x")


def boolean(document: Document) -> Iterator[Mutant]:
    for steps, text in texts(document):
        if text in BOOLEANS:
            yield changed(document, steps, BOOLEANS[text])


def list_of_a_text(document: Document) -> Iterator[Mutant]:
    for steps, text in texts(document):
        if "LambdaInvocationAttributes" not in steps:
            yield changed(document, steps, [text])


def null(document: Document) -> Iterator[Mutant]:
    for steps, _ in texts(document):
        if "LambdaInvocationAttributes" not in steps:
            yield changed(document, steps, None)


def text_instead_of_an_object(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *OBJECTS):
        yield changed(document, steps, "x")


def number_out_of_range(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *RANGES):
        least, most = RANGES[str(steps[-1])]
        for number in (least - 1, most + 1, -1):
            yield changed(document, steps, str(number))


def number_in_words(document: Document) -> Iterator[Mutant]:
    for steps, text in named(document, *NUMBERS):
        for wrong in ("five", f"{text}.5", f" {text}", f"{text}s"):
            yield changed(document, steps, wrong)


def another_choice(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *CHOICES):
        yield changed(document, steps, "Yes")


def choice_in_another_case(document: Document) -> Iterator[Mutant]:
    for steps, text in named(document, *CHOICES):
        yield changed(document, steps, text.swapcase())


def unknown_participant(document: Document) -> Iterator[Mutant]:
    for steps, participants in named(document, "RecordedParticipants"):
        for index in range(len(participants)):
            yield changed(document, (*steps, index), "Caller")


def reference_where_a_value_is_fixed(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *FIXED):
        yield changed(document, steps, "$.Attributes.intent")


def value_where_a_reference_must_be(document: Document) -> Iterator[Mutant]:
    for steps, text in named(document, "ComparisonValue"):
        for wrong in (text.removeprefix("$."), f"{text} ", f"{text}."):
            yield changed(document, steps, wrong)


def group_compared(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "ComparisonValue"):
        yield changed(document, steps, "$.External")


def reference_within_an_id(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *WHOLE):
        yield changed(document, steps, "main-$.Attributes.intent")


def placeholder_of_another_kind(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *RESOURCES):
        yield changed(document, steps, "${text.company_name}")


def hook_of_another_kind(document: Document) -> Iterator[Mutant]:
    for steps, hooks in named(document, "EventHooks"):
        for name in hooks:
            yield changed(document, (*steps, name), "${queue.general}")


def malformed_placeholder(document: Document) -> Iterator[Mutant]:
    for steps, text in named(document, *RESOURCES):
        for wrong in (text[:-1], text.upper(), text.replace(".", "s."), text.replace("_", "-").replace("}", "-}")):
            yield changed(document, steps, wrong)


def prompt_too_long(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *PROMPTS):
        yield changed(document, steps, "네" * 6_001)


def too_many_tags(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactAttributes"):
        tagging = {**block.action, "Type": "TagContact"}
        tags = {f"tag{number}": "x" for number in range(7)}
        yield changed(put(document, block.steps, tagging), (*block.steps, "Parameters"), {"Tags": tags})


VALUES = (
    Kind("E204", empty_value),
    Kind("E204", empty_name_of_an_attribute),
    Kind("E205", boolean),
    Kind("E205", list_of_a_text),
    Kind("E205", null),
    Kind("E205", text_instead_of_an_object),
    Kind("E207", number_out_of_range),
    Kind("E207", number_in_words),
    Kind("E206", another_choice),
    Kind("E206", choice_in_another_case),
    Kind("E206", unknown_participant),
    Kind("E209", reference_where_a_value_is_fixed),
    Kind("E209", value_where_a_reference_must_be),
    Kind("E209", group_compared),
    Kind("E209", reference_within_an_id),
    Kind("E215", placeholder_of_another_kind),
    Kind("E215", hook_of_another_kind),
    Kind("E214", malformed_placeholder),
    Kind("E208", prompt_too_long),
    Kind("E208", too_many_tags),
)
