"""What CreateContactFlow takes, for the types of action that our flows use: a second opinion beside the checker's."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from connect_flows import FlowType

WHISPERS = {FlowType.CUSTOMER_WHISPER, FlowType.AGENT_WHISPER, FlowType.OUTBOUND_WHISPER}
HOLDS = {FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD}
TRANSFERS = {FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER}
MODULE = None
INTERACTIVE = {FlowType.CONTACT_FLOW, FlowType.CUSTOMER_QUEUE, *TRANSFERS, MODULE}
CONSOLE_TYPES = {
    "contactFlow": FlowType.CONTACT_FLOW,
    "customerQueue": FlowType.CUSTOMER_QUEUE,
    "customerHold": FlowType.CUSTOMER_HOLD,
    "customerWhisper": FlowType.CUSTOMER_WHISPER,
    "agentHold": FlowType.AGENT_HOLD,
    "agentWhisper": FlowType.AGENT_WHISPER,
    "outboundWhisper": FlowType.OUTBOUND_WHISPER,
    "agentTransfer": FlowType.AGENT_TRANSFER,
    "queueTransfer": FlowType.QUEUE_TRANSFER,
}
ANY_TYPE = {*CONSOLE_TYPES.values(), MODULE}

NO_MATCH = "NoMatchingError"


@dataclass(frozen=True, kw_only=True)
class Facts:
    """`operands`: all of these if they are a set, any text if None, none if empty. `flow_types`: None for modules."""

    required: frozenset[str]
    optional: frozenset[str]
    errors: frozenset[str]
    optional_errors: frozenset[str]
    operators: frozenset[str]
    operands: frozenset[str] | None
    ends: bool
    flow_types: frozenset[FlowType | None]


def facts(
    required: str = "",
    optional: str = "",
    *,
    errors: str = NO_MATCH,
    optional_errors: str = "",
    operators: str = "Equals",
    operands: str | None = "",
    ends: bool = False,
    flow_types: Collection[FlowType | None] = ANY_TYPE,
) -> Facts:
    return Facts(
        required=frozenset(required.split()),
        optional=frozenset(optional.split()),
        errors=frozenset(errors.split()),
        optional_errors=frozenset(optional_errors.split()),
        operators=frozenset(operators.split()),
        operands=None if operands is None else frozenset(operands.split()),
        ends=ends,
        flow_types=frozenset(flow_types),
    )


FACTS: Mapping[str, Facts] = {
    "CheckHoursOfOperation": facts(optional="HoursOfOperationId", operands="True False", flow_types=INTERACTIVE),
    "Compare": facts(
        "ComparisonValue",
        errors="NoMatchingCondition",
        operators="Equals KeyExists NumberGreaterThan TextStartsWith",
        operands=None,
    ),
    "ConnectParticipantWithLexBot": facts(
        "Text LexV2Bot LexSessionAttributes",
        errors=f"{NO_MATCH} NoMatchingCondition",
        operands=None,
        flow_types={*INTERACTIVE, FlowType.OUTBOUND_WHISPER},
    ),
    "CreateCallbackContact": facts(
        "InitialCallDelaySeconds MaximumConnectionAttempts RetryDelaySeconds", flow_types=INTERACTIVE
    ),
    "DisconnectParticipant": facts(errors="", ends=True, flow_types=INTERACTIVE),
    "EndFlowExecution": facts(errors="", ends=True, flow_types={*WHISPERS, FlowType.CUSTOMER_QUEUE, MODULE}),
    "EndFlowModuleExecution": facts(errors="", ends=True, flow_types={MODULE}),
    "GetMetricData": facts(optional="QueueChannel"),
    "GetParticipantInput": facts(
        "Text InputTimeLimitSeconds StoreInput",
        errors=f"{NO_MATCH} NoMatchingCondition InputTimeLimitExceeded",
        operands=None,
        flow_types={*INTERACTIVE, FlowType.OUTBOUND_WHISPER},
    ),
    "GetParticipantInput (store)": facts(
        "Text InputTimeLimitSeconds StoreInput InputValidation",
        "DTMFConfiguration",
        flow_types={*INTERACTIVE, FlowType.OUTBOUND_WHISPER},
    ),
    "InvokeFlowModule": facts("FlowModuleId", operands=None),
    "InvokeLambdaFunction": facts(
        "LambdaFunctionARN InvocationTimeLimitSeconds", "ResponseValidation LambdaInvocationAttributes"
    ),
    "Loop": facts("LoopCount", errors="", optional_errors=NO_MATCH, operands="ContinueLooping DoneLooping"),
    "MessageParticipant": facts("Text", errors="", optional_errors=NO_MATCH, flow_types={*INTERACTIVE, *WHISPERS}),
    "MessageParticipantIteratively": facts(
        "Messages", errors="", optional_errors=NO_MATCH, flow_types={FlowType.CUSTOMER_QUEUE, *HOLDS, MODULE}
    ),
    "MessageParticipantIteratively (interrupted)": facts(
        "Messages InterruptFrequencySeconds",
        errors="",
        optional_errors=NO_MATCH,
        operands="MessagesInterrupted",
        flow_types={FlowType.CUSTOMER_QUEUE},
    ),
    "TransferContactToAgent": facts(errors="", ends=True, flow_types={*TRANSFERS, MODULE}),
    "TransferContactToQueue": facts(
        errors=f"{NO_MATCH} QueueAtCapacity", flow_types={FlowType.CONTACT_FLOW, *TRANSFERS, MODULE}
    ),
    "TransferToFlow": facts("ContactFlowId", flow_types={FlowType.CONTACT_FLOW, *TRANSFERS, MODULE}),
    "UpdateContactAttributes": facts("Attributes", "TargetContact"),
    "UpdateContactCallbackNumber": facts(
        "CallbackNumber", errors="InvalidCallbackNumber CallbackNumberNotDialable", flow_types=INTERACTIVE
    ),
    "UpdateContactData": facts("LanguageCode"),
    "UpdateContactEventHooks": facts("EventHooks"),
    "UpdateContactRecordingBehavior": facts(
        "RecordingBehavior",
        errors="",
        optional_errors=NO_MATCH,
        flow_types={*INTERACTIVE, FlowType.OUTBOUND_WHISPER},
    ),
    "UpdateContactRoutingBehavior": facts("QueuePriority", errors="", flow_types=INTERACTIVE),
    "UpdateContactTargetQueue": facts("QueueId", flow_types={FlowType.CONTACT_FLOW, *TRANSFERS, MODULE}),
    "UpdateContactTextToSpeechVoice": facts(
        "TextToSpeechVoice", "TextToSpeechEngine", errors="", optional_errors=NO_MATCH
    ),
    "UpdateFlowLoggingBehavior": facts("FlowLoggingBehavior", errors=""),
}


def facts_about(action_type: str, parameters: Mapping[str, object]) -> Facts:
    if parameters.get("StoreInput") == "True":
        return FACTS[f"{action_type} (store)"]
    if "InterruptFrequencySeconds" in parameters:
        return FACTS[f"{action_type} (interrupted)"]
    return FACTS[action_type]
