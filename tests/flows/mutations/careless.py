"""Defects that Amazon Connect takes, and callers suffer from."""

from collections.abc import Iterator

from tests.flows.mutations.document import (
    Block,
    Document,
    Mutant,
    Steps,
    blocks,
    branches,
    changed,
    get,
    named,
    path_of,
    put,
    texts,
)
from tests.flows.mutations.kind import Kind

ARN = "arn:aws:connect:ap-northeast-2:123456789012:instance/0a1b2c3d-0000-0000-0000-000000000000/queue/general"
QUEUE_FLOW = "customerQueue"
FIRST = ("contactFlow", "outboundWhisper")


def block_that_nothing_leads_to(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, ("Actions", len(document["Actions"])), {**block.action, "Identifier": "nobody-comes"})


def only_way_to_a_block_led_elsewhere(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        identifier = block.action["Identifier"]
        leading = [steps for steps, target in ways(document) if target == identifier]
        if len(leading) == 1 and identifier != document["StartAction"]:
            source = get(document, leading[0][:2])["Identifier"]
            yield Mutant(put(document, leading[0], source), path_of(block.steps))


def message_said_for_ever(document: Document) -> Iterator[Mutant]:
    for block in () if _type(document) == QUEUE_FLOW else blocks(document, "MessageParticipant"):
        steps = (*block.steps, "Transitions", "NextAction")
        yield Mutant(put(document, steps, block.action["Identifier"]), path_of(block.steps))


def loop_that_is_never_done(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactAttributes", "UpdateContactEventHooks"):
        back = block.action["Identifier"]
        following = next(b for b in blocks(document) if b.action["Identifier"] == block.transitions["NextAction"])
        if following.type in ("UpdateContactAttributes", "UpdateContactEventHooks"):
            steps = (*following.steps, "Transitions", "NextAction")
            yield Mutant(put(document, steps, back), path_of(min(block, following, key=lambda b: b.steps[1]).steps))


def menu_without_a_way_out(document: Document) -> Iterator[Mutant]:
    for block in () if _type(document) == QUEUE_FLOW else blocks(document, "GetParticipantInput"):
        # Whatever leads to the menu only is caught too, and the first of them is named.
        yield Mutant(_leading_to(document, block, block.action["Identifier"]), "Actions")


def failure_to_set_a_queue_ignored(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactTargetQueue"):
        steps = (*block.steps, "Transitions", "Errors", 0, "NextAction")
        mutant = put(document, steps, block.transitions["NextAction"])
        yield Mutant(mutant, path_of(next(blocks(document, "TransferContactToQueue")).steps))


def failure_to_set_a_number_ignored(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactCallbackNumber"):
        for index, _ in enumerate(block.transitions["Errors"]):
            steps = (*block.steps, "Transitions", "Errors", index, "NextAction")
            mutant = put(document, steps, block.transitions["NextAction"])
            yield Mutant(mutant, path_of(next(blocks(document, "CreateCallbackContact")).steps))


def callback_to_whoever_called(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactCallbackNumber"):
        yield Mutant(_passing_by(document, block), path_of(next(blocks(document, "CreateCallbackContact")).steps))


def callback_that_is_never_dialled(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "CreateCallbackContact"):
        yield changed(document, (*block.steps, "Parameters", "MaximumConnectionAttempts"), "0")


def failure_tried_again_for_ever(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        if block.type not in ("ConnectParticipantWithLexBot", "GetParticipantInput"):  # which wait for the caller
            for index, _ in enumerate(block.transitions.get("Errors", ())):
                steps = (*block.steps, "Transitions", "Errors", index, "NextAction")
                yield changed(document, steps, block.action["Identifier"])


def failure_that_hangs_up(document: Document) -> Iterator[Mutant]:
    ends = [block.action["Identifier"] for block in blocks(document, "DisconnectParticipant")]
    for block in blocks(document):
        speaks = block.type in ("MessageParticipant", "MessageParticipantIteratively", "Compare")
        for index, _ in enumerate(() if speaks else block.transitions.get("Errors", ())):
            for end in ends[:1]:
                mutant = put(document, (*block.steps, "Transitions", "Errors", index, "NextAction"), end)
                yield Mutant(mutant, path_of((*block.steps, "Transitions", "Errors")))


def language_not_set(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactData"):
        mutant = put(document, (*block.steps, "Parameters"), {"Name": "call"})
        yield Mutant(mutant, "Actions")


def voice_not_set(document: Document) -> Iterator[Mutant]:
    if _type(document) in FIRST:
        for block in blocks(document, "UpdateContactTextToSpeechVoice"):
            yield Mutant(_passing_by(document, block), "Actions")


def foreign_voice(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "TextToSpeechVoice"):
        for voice in ("Joanna", "Takumi", "seoyeon"):
            yield changed(document, steps, voice)


def engine_that_the_voice_has_not(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "TextToSpeechEngine"):
        yield changed(document, steps, "Long-form")


def engine_forgotten(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactTextToSpeechVoice"):
        mutant = put(document, (*block.steps, "Parameters"), {"TextToSpeechVoice": "Jihye"})
        yield Mutant(mutant, path_of(block.steps))


def long_prompt(document: Document) -> Iterator[Mutant]:
    for steps, _ in named(document, "Text"):
        yield changed(document, steps, "네" * 3_001)


def answer_read_of_a_function_that_is_not_called(document: Document) -> Iterator[Mutant]:
    mutant = document
    for block in blocks(document, "InvokeLambdaFunction"):
        instead = {"Type": "UpdateContactAttributes", "Parameters": {"Attributes": {"asked": "true"}}}
        mutant = put(mutant, block.steps, {**block.action, **instead})
    for steps, text in texts(document):
        if "$.External." in text:
            yield Mutant(mutant, path_of(steps))


def input_read_that_was_never_stored(document: Document) -> Iterator[Mutant]:
    mutant = document
    for block in _storing(document):
        instead = {"Type": "MessageParticipant", "Parameters": {"Text": "눌러 주십시오."}}
        mutant = put(mutant, block.steps, {**block.action, **instead})
    for steps, text in texts(document):
        if text == "$.StoredCustomerInput":
            yield Mutant(mutant, path_of(steps))


def proof_typed_while_logging(document: Document) -> Iterator[Mutant]:
    mutant = document
    for steps, _ in named(document, "FlowLoggingBehavior"):
        mutant = put(mutant, steps, "Enabled")
    for block in _storing(document):
        yield Mutant(mutant, path_of(block.steps))


def arn_of_one_instance(document: Document) -> Iterator[Mutant]:
    for steps, text in texts(document):
        if text.startswith("${"):
            yield changed(document, steps, ARN)


def reference_to_nothing(document: Document) -> Iterator[Mutant]:
    for steps, text in texts(document):
        if text.startswith("$."):
            yield changed(document, steps, text.replace("$.", "$.X", 1))


def hooks_in_one_block(document: Document) -> Iterator[Mutant]:
    for steps, hooks in named(document, "EventHooks"):
        other = "AgentHold" if "AgentHold" not in hooks else "CustomerHold"
        yield changed(document, steps, {**hooks, other: "${flow.agent_hold}"})


def mode_of_a_menu_not_said(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "GetParticipantInput"):
        if block.parameters["StoreInput"] == "False":
            rest = {name: value for name, value in block.parameters.items() if name != "StoreInput"}
            yield Mutant(put(document, (*block.steps, "Parameters"), rest), path_of(block.steps))


def number_instead_of_a_text(document: Document) -> Iterator[Mutant]:
    for steps, attributes in named(document, "Attributes"):
        for name in attributes:
            yield changed(document, (*steps, name), 7)


def service_that_has_ended(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, "UpdateContactData"):
        mutant = put(document, (*block.steps, "Parameters", "IsVoiceIdStreamingEnabled"), "true")
        yield Mutant(mutant, path_of(block.steps))


def malformed_placeholder_in_a_text(document: Document) -> Iterator[Mutant]:
    for number, (steps, text) in enumerate(named(document, "Text", "SSML")):
        wrong = ("${company}", "${text.company_name", "${text.Company}")[number % 3]
        yield changed(document, steps, text.replace("습니다", wrong, 1) if "습니다" in text else wrong)


def name_that_cloudwatch_drops(document: Document) -> Iterator[Mutant]:
    yield changed(document, ("Metadata", "name"), "대표번호")


def ways(document: Document) -> Iterator[tuple[Steps, str]]:
    """Every way on in a document, with where it leads."""
    for block in blocks(document):
        if "NextAction" in block.transitions:
            yield (*block.steps, "Transitions", "NextAction"), block.transitions["NextAction"]
        for steps, branch in branches(block):
            yield (*steps, "NextAction"), branch["NextAction"]


def _storing(document: Document) -> Iterator[Block]:
    for block in blocks(document, "GetParticipantInput"):
        if block.parameters["StoreInput"] == "True":
            yield block


def _type(document: Document) -> str:
    return str(document["Metadata"].get("type"))


def _passing_by(document: Document, block: Block) -> Document:
    """The document with all ways to a block leading to the one after it."""
    identifier, following = block.action["Identifier"], block.transitions["NextAction"]
    mutant = document
    for steps, target in ways(document):
        if target == identifier:
            mutant = put(mutant, steps, following)
    return put(mutant, ("StartAction",), following) if document["StartAction"] == identifier else mutant


def _leading_to(document: Document, block: Block, target: str) -> Document:
    for steps, _ in ways(document):
        if steps[:2] == block.steps:
            document = put(document, steps, target)
    return document


CARELESS = (
    Kind("W501", block_that_nothing_leads_to),
    Kind("W501", only_way_to_a_block_led_elsewhere),
    Kind("W502", message_said_for_ever),
    Kind("W502", loop_that_is_never_done),
    Kind("W503", menu_without_a_way_out),
    Kind("W504", failure_to_set_a_queue_ignored),
    Kind("W505", failure_tried_again_for_ever),
    Kind("W505", failure_that_hangs_up),
    Kind("W506", failure_to_set_a_number_ignored),
    Kind("W506", callback_to_whoever_called),
    Kind("W507", language_not_set),
    Kind("W508", voice_not_set),
    Kind("W509", foreign_voice),
    Kind("W509", engine_that_the_voice_has_not),
    Kind("W509", engine_forgotten),
    Kind("W510", long_prompt),
    Kind("W511", answer_read_of_a_function_that_is_not_called),
    Kind("W511", input_read_that_was_never_stored),
    Kind("W512", proof_typed_while_logging),
    Kind("W513", arn_of_one_instance),
    Kind("W518", reference_to_nothing),
    Kind("W519", service_that_has_ended),
    Kind("W520", callback_that_is_never_dialled),
    Kind("W520", hooks_in_one_block),
    Kind("W520", mode_of_a_menu_not_said),
    Kind("W521", number_instead_of_a_text),
    Kind("W523", malformed_placeholder_in_a_text),
    Kind("W524", name_that_cloudwatch_drops),
)
