"""Defects of parameters: too few, too many, of other names."""

from collections.abc import Iterator

from tests.flows.facts import facts_about
from tests.flows.mutations.document import (
    Document,
    Mutant,
    Steps,
    blocks,
    changed,
    drop,
    dropped,
    get,
    named,
    path_of,
    put,
)
from tests.flows.mutations.kind import Kind

# What the pages of AWS, the console's older exports and people write.
WRONG_NAMES = {
    "Attributes": "ContactAttributes",
    "ComparisonValue": "Attribute",
    "ContactFlowId": "FlowId",
    "EventHooks": "Hooks",
    "FlowLoggingBehavior": "LoggingBehavior",
    "FlowModuleId": "ModuleId",
    "HoursOfOperationId": "Hours",
    "InputTimeLimitSeconds": "Timeout",
    "InterruptFrequencySeconds": "InterruptSeconds",
    "InvocationTimeLimitSeconds": "TimeoutSeconds",
    "LambdaFunctionARN": "LambdaFunctionArn",
    "LambdaInvocationAttributes": "LambdaParameters",
    "LanguageCode": "Language",
    "LexSessionAttributes": "SessionAttributes",
    "LexV2Bot": "Bot",
    "LoopCount": "Count",
    "QueueId": "Queue",
    "QueuePriority": "Priority",
    "TextToSpeechVoice": "VoiceId",
    "Text": "TextToSpeech",
}
FIELDS = ("RecordingBehavior", "ResponseValidation", "DTMFConfiguration", "CustomValidation", "LexV2Bot")
NEEDED_FIELDS = ("RecordedParticipants", "ResponseType", "MaximumLength", "AliasArn")


def parameter_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for name in facts_about(block.type, block.parameters).required - {
            "InputTimeLimitSeconds",  # what an input needs, depends on its mode
            "InputValidation",
            "InterruptFrequencySeconds",
            "LanguageCode",
            "LexSessionAttributes",  # a bot can do without
            "LexV2Bot",
            "QueueId",
            "QueuePriority",
            "StoreInput",
            "Text",
        }:
            yield dropped(document, (*block.steps, "Parameters", name))


def parameter_of_an_input_missing(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "GetParticipantInput"):
        for name in ("InputTimeLimitSeconds", "InputValidation"):
            if name in block.parameters:
                yield dropped(document, (*block.steps, "Parameters", name))


def nothing_to_set(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactTargetQueue", "UpdateContactData", "UpdateContactRoutingBehavior"):
        steps = (*block.steps, "Parameters")
        yield changed(document, steps, {})


def queue_and_agent(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactTargetQueue"):
        steps = (*block.steps, "Parameters")
        yield Mutant(put(document, (*steps, "AgentId"), "agent"), path_of(steps))


def message_without_prompt(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "MessageParticipant"):
        yield changed(document, (*block.steps, "Parameters"), {})


def message_with_two_prompts(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "MessageParticipant"):
        steps = (*block.steps, "Parameters")
        yield Mutant(put(document, (*steps, "PromptId"), "${prompt.hello}"), path_of(steps))


def bot_without_prompt(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "ConnectParticipantWithLexBot"):
        steps = (*block.steps, "Parameters")
        yield Mutant(drop(document, (*steps, "Text")), path_of(steps))


def prompt_of_a_bot_without_bot(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "ConnectParticipantWithLexBot"):
        steps = (*block.steps, "Parameters")
        yield Mutant(drop(document, (*steps, "LexV2Bot")), path_of(steps))


def bot_of_both_kinds(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "ConnectParticipantWithLexBot"):
        steps = (*block.steps, "Parameters")
        bot = {"Name": "bot", "Region": "ap-northeast-2", "Alias": "live"}
        yield Mutant(put(document, (*steps, "LexBot"), bot), path_of(steps))


def input_without_prompt(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "GetParticipantInput"):
        steps = (*block.steps, "Parameters")
        yield Mutant(drop(document, (*steps, "Text")), path_of(steps))


def input_with_two_prompts(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "GetParticipantInput"):
        steps = (*block.steps, "Parameters")
        yield Mutant(put(document, (*steps, "SSML"), "<speak>네.</speak>"), path_of(steps))


def input_with_two_validations(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "InputValidation"):
        phone = {"NumberFormat": "E164"}
        yield Mutant(put(document, (*steps, "PhoneNumberValidation"), phone), path_of(steps))


def looped_message_without_prompt(document: Document) -> Iterator[Mutant]:
    for steps, messages in named(document, "Messages"):
        for index in range(len(messages)):
            yield changed(document, (*steps, index), {})


def looped_message_with_two_prompts(document: Document) -> Iterator[Mutant]:
    for steps, messages in named(document, "Messages"):
        for index in range(len(messages)):
            prompts = {"Text": "네.", "SSML": "<speak>네.</speak>"}
            yield changed(document, (*steps, index), prompts)


def loop_without_messages(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "Messages"):
        yield changed(document, steps, [])


def unknown_parameter(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Parameters", "Comment"), "x")


def parameter_of_another_name(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for name in block.parameters.keys() & WRONG_NAMES.keys():
            yield _renamed(document, (*block.steps, "Parameters"), name, WRONG_NAMES[name])


def parameter_in_lower_case(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        for name in block.parameters:
            yield _renamed(document, (*block.steps, "Parameters"), name, name[0].lower() + name[1:])


def unknown_field(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *FIELDS):
        yield changed(document, (*steps, "Comment"), "x")


def field_missing(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, *NEEDED_FIELDS):
        yield dropped(document, steps)


def unknown_hook(document: Document) -> Iterator[Mutant]:
    for steps, hooks in named(document, "EventHooks"):
        for name in hooks:
            yield _renamed(document, steps, name, f"{name}Flow")


def _renamed(document: Document, steps: Steps, name: str, other: str) -> Mutant:
    value = get(document, (*steps, name))
    return Mutant(put(drop(document, (*steps, name)), (*steps, other), value), path_of((*steps, other)))


PARAMETERS = (
    Kind("E203", parameter_missing),
    Kind("E212", parameter_of_an_input_missing),
    Kind("E210", nothing_to_set),
    Kind("E210", queue_and_agent),
    Kind("E210", message_without_prompt),
    Kind("E210", message_with_two_prompts),
    Kind("E210", bot_without_prompt),
    Kind("E210", prompt_of_a_bot_without_bot),
    Kind("E210", bot_of_both_kinds),
    Kind("E212", input_without_prompt),
    Kind("E212", input_with_two_prompts),
    Kind("E212", input_with_two_validations),
    Kind("E211", looped_message_without_prompt),
    Kind("E211", looped_message_with_two_prompts),
    Kind("E208", loop_without_messages),
    Kind("E202", unknown_parameter),
    Kind("E202", parameter_of_another_name),
    Kind("E202", parameter_in_lower_case),
    Kind("E202", unknown_field),
    Kind("E203", field_missing),
    Kind("E202", unknown_hook),
)
