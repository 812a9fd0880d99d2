"""Actions that decide where a flow goes on.

Source: https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions.html, corrected by what
CreateContactFlow was seen to take and refuse.
"""

from collections.abc import Mapping

from connect_flows._action_types._action_type import (
    EVERYWHERE,
    HOLDS,
    INBOUND,
    INTERACTIVE,
    NO_CONDITION,
    NO_MATCH,
    TRANSFERS,
    WHISPERS,
    ActionType,
    Conditions,
    Errors,
    Group,
    Next,
    Parameters,
    equals,
    errors,
)
from connect_flows._action_types._values import Choice, Integer, List, Map, Object, Path, Text, Whole
from connect_flows._model import FlowType

_NUMBERS = ("NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo")
_TEXTS = ("TextStartsWith", "TextEndsWith", "TextContains", "KeyExists")
_OF_QUEUE_OR_AGENT = {"QueueId": Whole(), "AgentId": Whole()}
_NOT_BOTH = (Group(("QueueId", "AgentId"), most=1),)
_OUTBOUND_WHISPER = frozenset({FlowType.OUTBOUND_WHISPER})
_EVENTS = ("CustomerReturned", "BotParticipantDisconnected")
_VOICE_ID: Mapping[object, tuple[str, ...]] = {
    "enrollmentStatus": ("Enrolled", "NotEnrolled", "OptedOut"),
    "voiceAuthentication": ("Authenticated", "NotAuthenticated", "Inconclusive", "NotEnrolled", "OptedOut"),
    "fraudDetection": ("HighRisk", "LowRisk", "Inconclusive"),
}


def _metric_conditions(parameters: Parameters) -> Conditions:
    if str(parameters.get("MetricType", "")).startswith("NumberOfAgents"):
        return Conditions(("NumberGreaterThan",), ("0",), needed=True)
    return Conditions(("Equals", *_NUMBERS), needed=True)


def _voice_id_conditions(parameters: Parameters) -> Conditions:
    option = parameters.get("CheckVoiceIdOption")
    operands = _VOICE_ID.get(option) if isinstance(option, str) else None
    return Conditions(operands=operands, every=operands is not None)


def _wait_events(parameters: Parameters) -> tuple[str, ...]:
    events = parameters.get("Events")
    return tuple(event for event in _EVENTS if event in events) if isinstance(events, list) else ()


def _wait_errors(parameters: Parameters) -> Errors:
    left = "BotParticipantDisconnected" in _wait_events(parameters)
    return Errors((NO_MATCH, "ParticipantNotFound") if left else (NO_MATCH,))


def _wait_conditions(parameters: Parameters) -> Conditions:
    further = ("Continue",) if "ContinueExecution" in parameters else _wait_events(parameters)
    return Conditions(operands=("WaitCompleted", *further), every=True)


FLOW_CONTROL: Mapping[str, ActionType] = {
    "CheckHoursOfOperation": ActionType(
        optional={"HoursOfOperationId": Whole()},
        conditions=equals("True", "False", every=True),
        flow_types=INTERACTIVE,
    ),
    "CheckMetricData": ActionType(
        required={
            "MetricType": Choice(
                (
                    "NumberOfAgentsAvailable",
                    "NumberOfAgentsStaffed",
                    "NumberOfAgentsOnline",
                    "OldestContactInQueueAgeSeconds",
                    "NumberOfContactsInQueue",
                )
            )
        },
        optional=_OF_QUEUE_OR_AGENT,
        groups=_NOT_BOTH,
        errors=errors(NO_MATCH, NO_CONDITION),
        conditions=_metric_conditions,
        flow_types=INTERACTIVE,
    ),
    "CheckOutboundCallStatus": ActionType(
        conditions=equals("CallAnswered", "VoicemailBeep", "VoicemailNoBeep", "NotDetected"),
    ),
    "CheckVoiceId": ActionType(
        required={"CheckVoiceIdOption": Choice(tuple(str(option) for option in _VOICE_ID))},
        conditions=_voice_id_conditions,
    ),
    "CheckSegmentMembership": ActionType(
        errors=errors(optional=(NO_MATCH, NO_CONDITION)), conditions=equals(), known=False
    ),
    "Compare": ActionType(
        required={"ComparisonValue": Path(leaf=True)},
        errors=errors(NO_CONDITION),
        conditions=lambda parameters: Conditions(("Equals", *_NUMBERS, *_TEXTS), needed=True),
    ),
    "DistributeByPercentage": ActionType(
        errors=errors(NO_CONDITION),
        conditions=lambda parameters: Conditions(("NumberLessThan",), needed=True),
        flow_types=INTERACTIVE | _OUTBOUND_WHISPER,
        doubtful=_OUTBOUND_WHISPER,
    ),
    "EndFlowExecution": ActionType(
        errors=errors(), next_action=Next.NONE, flow_types=WHISPERS | {FlowType.CUSTOMER_QUEUE, None}
    ),
    "GetMetricData": ActionType(
        optional={**_OF_QUEUE_OR_AGENT, "QueueChannel": Text(usual=("Voice", "Chat"))}, groups=_NOT_BOTH
    ),
    "Loop": ActionType(
        required={"LoopCount": Integer(0, 100)},
        errors=errors(optional=(NO_MATCH,)),
        conditions=equals("ContinueLooping", "DoneLooping", every=True),
    ),
    "StartVoiceIdStream": ActionType(flow_types=EVERYWHERE - HOLDS),
    "TransferToFlow": ActionType(required={"ContactFlowId": Whole()}, flow_types=INBOUND | TRANSFERS),
    "UpdateFlowAttributes": ActionType(
        required={"FlowAttributes": Map(Object({"Value": Text()}, {"Type": Choice(("String",))}), forbidden="$.")}
    ),
    "UpdateFlowLoggingBehavior": ActionType(
        required={"FlowLoggingBehavior": Choice(("Enabled", "Disabled"))}, errors=errors()
    ),
    "Wait": ActionType(
        required={"TimeLimitSeconds": Integer(1, 604_800)},
        optional={
            "Events": List(_EVENTS),
            "ContinueExecution": Choice(("True",)),
            "MinimumWaitTimeSeconds": Integer(0),
        },
        errors=_wait_errors,
        conditions=_wait_conditions,
    ),
}
