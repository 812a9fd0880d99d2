"""Defects of types: of actions, of flows, of modules."""

from collections.abc import Iterator

from tests.flows.facts import CONSOLE_TYPES, FACTS, facts_about
from tests.flows.mutations.document import Document, Mutant, blocks, changed, dropped, path_of, put
from tests.flows.mutations.kind import Kind

# What the console, the pages of AWS, and people call them.
WRONG_NAMES = {
    "CheckHoursOfOperation": "CheckHours",
    "Compare": "CheckContactAttributes",
    "DisconnectParticipant": "Disconnect",
    "EndFlowExecution": "EndFlow",
    "EndFlowModuleExecution": "ReturnFromFlowModule",
    "GetMetricData": "GetQueueMetrics",
    "GetParticipantInput": "StoreCustomerInput",
    "InvokeLambdaFunction": "InvokeAWSLambdaFunction",
    "MessageParticipant": "PlayPrompt",
    "MessageParticipantIteratively": "LoopPrompts",
    "TransferContactToQueue": "TransferToQueue",
    "UpdateContactAttributes": "SetContactAttributes",
    "UpdateContactEventHooks": "SetEventFlow",
    "UpdateContactRecordingBehavior": "SetRecordingBehavior",
    "UpdateContactTargetQueue": "SetWorkingQueue",
    "UpdateContactTextToSpeechVoice": "SetVoice",
    "UpdateFlowLoggingBehavior": "SetLoggingBehavior",
}
ENDS = ("DisconnectParticipant", "EndFlowExecution", "EndFlowModuleExecution", "TransferContactToAgent")


def type_misspelt(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Type"), block.type[:-1])


def type_in_lower_case(document: Document) -> Iterator[Mutant]:
    for block in blocks(document):
        yield changed(document, (*block.steps, "Type"), block.type[0].lower() + block.type[1:])


def type_of_another_name(document: Document) -> Iterator[Mutant]:
    for block in blocks(document, *WRONG_NAMES):
        yield changed(document, (*block.steps, "Type"), WRONG_NAMES[block.type])


def flow_of_another_type(document: Document) -> Iterator[Mutant]:
    for console, flow_type in CONSOLE_TYPES.items():
        for block in blocks(document):
            if "Settings" not in document and flow_type not in facts_about(block.type, block.parameters).flow_types:
                yield Mutant(put(document, ("Metadata", "type"), console), path_of((*block.steps, "Type")))
                break


def end_of_another_flow(document: Document) -> Iterator[Mutant]:
    flow_type = None if "Settings" in document else CONSOLE_TYPES[document["Metadata"]["type"]]
    for block in blocks(document, *ENDS):
        for wrong in ENDS:
            if flow_type not in FACTS[wrong].flow_types:
                yield changed(document, (*block.steps, "Type"), wrong)


def type_of_flow_misspelt(document: Document) -> Iterator[Mutant]:
    if "Settings" not in document:
        yield changed(document, ("Metadata", "type"), "CONTACT_FLOW")


def module_without_settings(document: Document) -> Iterator[Mutant]:
    if "Settings" in document:
        yield dropped(document, ("Settings",))


def end_of_a_module_in_a_flow(document: Document) -> Iterator[Mutant]:
    if "Settings" in document:
        mutant = {key: value for key, value in document.items() if key != "Settings"}
        yield Mutant(mutant, path_of(next(blocks(document, "EndFlowModuleExecution")).steps))


def settings_in_a_flow(document: Document) -> Iterator[Mutant]:
    if "Settings" not in document:
        settings: dict[str, object] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
        yield changed(document, ("Settings",), settings)


def settings_incomplete(document: Document) -> Iterator[Mutant]:
    for name in document.get("Settings", ()):
        yield dropped(document, ("Settings", name))


def settings_of_another_kind(document: Document) -> Iterator[Mutant]:
    for name in document.get("Settings", ()):
        yield changed(document, ("Settings", name), {})


def settings_unknown(document: Document) -> Iterator[Mutant]:
    if "Settings" in document:
        yield changed(document, ("Settings", "Results"), [])


FLOW_TYPES = (
    Kind("E201", type_misspelt),
    Kind("E201", type_in_lower_case),
    Kind("E201", type_of_another_name),
    Kind("E401", flow_of_another_type),
    Kind("E401", end_of_another_flow),
    Kind("W525", type_of_flow_misspelt),
    Kind("E108", module_without_settings, as_deployed=True),
    Kind("E402", end_of_a_module_in_a_flow),
    Kind("E108", settings_in_a_flow, as_deployed=True),
    Kind("E108", settings_incomplete),
    Kind("E108", settings_of_another_kind),
    Kind("E108", settings_unknown),
)
