"""Actions on the contact itself.

Source: https://docs.aws.amazon.com/connect/latest/devguide/contact-actions.html, corrected by what CreateContactFlow
was seen to take and refuse.
"""

from collections.abc import Callable, Mapping

from connect_flows._action_types._action_type import (
    EVERYWHERE,
    INBOUND,
    INTERACTIVE,
    NO_CONDITION,
    NO_MATCH,
    TRANSFERS,
    WHISPERS,
    ActionType,
    Errors,
    Group,
    Next,
    Parameters,
    equals,
    errors,
)
from connect_flows._action_types._values import (
    ANYTHING,
    SCALAR,
    Choice,
    Integer,
    List,
    Map,
    Object,
    Path,
    Static,
    Text,
    Whole,
)
from connect_flows._model import FlowType

_BOOLEAN = Choice(("true", "false"))
_UPPER_OR_LOWER = Choice(("TRUE", "FALSE", "true", "false"))
_ON_OFF = Choice(("Enabled", "Disabled"))
_WHOSE = Choice(("Current", "Related"))
_DESTINATION = {"QueueId": Whole(), "AgentId": Whole()}
_HOOKS = (
    "AgentHold",
    "AgentWhisper",
    "CustomerHold",
    "CustomerQueue",
    "CustomerRemaining",
    "CustomerWhisper",
    "DefaultAgentUI",
    "DisconnectAgentUI",
    "PauseContact",
    "ResumeContact",
)


def _case_errors(*always: str, optional: tuple[str, ...] = ()) -> Callable[[Parameters], Errors]:
    plain, linked = Errors(always, optional), Errors((*always, "ContactNotLinked"), optional)
    return lambda parameters: linked if parameters.get("LinkContactToCase") == "true" else plain


def _analytics_errors(parameters: Parameters) -> Errors:
    chat = ("InFlightRedactionConfigurationFailed",) if "ChatBehavior" in parameters else ()
    return Errors((NO_MATCH, "ChannelMismatch", *chat))


def _routing_errors(parameters: Parameters) -> Errors:
    return Errors((NO_MATCH,)) if "RoutingProficiencies" in parameters else Errors()


CONTACT: Mapping[str, ActionType] = {
    "CompleteOutboundCall": ActionType(
        optional={
            "CallerId": Object({"Number": Whole()}),
            "VoiceConnector": Object(
                {
                    "VoiceConnectorType": Choice(("ChimeConnector",)),
                    "VoiceConnectorArn": Text(),
                    "FromUser": Text(),
                    "ToUser": Text(),
                },
                {"UserToUserInformation": Text()},
            ),
            "ConnectionTimeLimitSeconds": Integer(1, 600),
        },
        errors=errors(),
        flow_types=frozenset({FlowType.OUTBOUND_WHISPER, None}),
    ),
    "CreateCase": ActionType(
        required={"LinkContactToCase": _BOOLEAN, "CaseTemplateId": Text()},
        optional={"CaseRequestFields": Map(ANYTHING), "ContactToLink": _WHOSE},
        errors=_case_errors(NO_MATCH),
    ),
    "CreateContact": ActionType(required={"Channel": Text()}, optional={"RelatedContact": Text()}, known=False),
    "StartOutboundEmailContact": ActionType(
        required={
            "FromEmailAddress": Object({"EmailAddress": Text()}, open=True),
            "DestinationEmailAddress": Object(open=True),
            "EmailMessage": Object({"MessageSourceType": Text()}, open=True),
        },
        known=False,
    ),
    "RenderMessageTemplate": ActionType(
        required={"WisdomKnowledgeBaseArn": Text(), "WisdomMessageTemplateArn": Text()},
        errors=errors(NO_MATCH, "TemplateRenderingError"),
        known=False,
    ),
    "CreateTask": ActionType(
        required={"Name": Text(512)},
        optional={
            "ContactFlowId": Whole(),
            "Description": Text(),
            "Attributes": Map(),
            "References": Map(ANYTHING),
            "DelaySeconds": Integer(1, 518_400),
            "ScheduledTime": Text(),
            "TaskTemplateId": Static(),
        },
        groups=(Group(("DelaySeconds", "ScheduledTime"), most=1),),
    ),
    "CreateWisdomSession": ActionType(required={"WisdomAssistantArn": Text()}),
    "DequeueContactAndTransferToQueue": ActionType(
        optional=_DESTINATION,
        groups=(Group(("QueueId", "AgentId"), most=1),),
        errors=errors("QueueAtCapacity", NO_MATCH),
        flow_types=frozenset({FlowType.CUSTOMER_QUEUE, None}),
    ),
    "EndFlowModuleExecution": ActionType(
        optional={"Result": Text(), "ResultData": Map(ANYTHING)},
        errors=errors(),
        next_action=Next.NONE,
        flow_types=frozenset({None}),
    ),
    "GetCase": ActionType(
        required={"LinkContactToCase": _BOOLEAN, "GetLastUpdatedCase": _BOOLEAN},
        optional={"CustomerId": Text(), "CaseRequestFields": Map(ANYTHING), "CaseResponseFields": List()},
        errors=_case_errors(NO_MATCH, "NoneFound", optional=("MultipleFound",)),
    ),
    "InvokeFlowModule": ActionType(
        required={"FlowModuleId": Text()},
        optional={"Input": Map(SCALAR)},
        errors=errors(NO_MATCH, optional=(NO_CONDITION,)),
        conditions=equals(),
        doubtful=EVERYWHERE - INBOUND,
    ),
    "StartOutboundChatContact": ActionType(
        required={
            "SourceEndpoint": Object({"Address": Text(), "Type": Choice(("CONNECT_PHONENUMBER_ARN",))}),
            "DestinationEndpoint": Object({"Address": Text(), "Type": Choice(("TELEPHONE_NUMBER",))}),
            "ContactFlowArn": Text(),
            "ContactSubtype": Choice(("connect:SMS",)),
        },
        optional={"InitialSystemMessage": Object({"Content": Text()}), "RelatedContact": Choice(("CURRENT",))},
    ),
    "TagContact": ActionType(required={"Tags": Map(most=6)}),
    "UntagContact": ActionType(required={"TagKeys": List(items=Static(), fewest=1)}),
    "TransferContactToAgent": ActionType(errors=errors(), next_action=Next.NONE, flow_types=TRANSFERS | {None}),
    "TransferContactToQueue": ActionType(errors=errors("QueueAtCapacity", NO_MATCH), flow_types=INBOUND | TRANSFERS),
    "UpdateCase": ActionType(
        required={"LinkContactToCase": _BOOLEAN, "CaseId": Text()},
        optional={"CaseRequestFields": Map(ANYTHING)},
        errors=_case_errors(NO_MATCH),
    ),
    "UpdateContactAttributes": ActionType(required={"Attributes": Map()}, optional={"TargetContact": _WHOSE}),
    "UpdateContactCallbackNumber": ActionType(
        required={"CallbackNumber": Path()},
        errors=errors("InvalidCallbackNumber", "CallbackNumberNotDialable"),
        flow_types=INTERACTIVE,
    ),
    "UpdateContactData": ActionType(
        optional={
            "Name": Text(),
            "Description": Text(),
            "LanguageCode": Text(),
            "CustomerId": Text(),
            "IsVoiceIdStreamingEnabled": _UPPER_OR_LOWER,
            "IsVoiceAuthenticationEnabled": _UPPER_OR_LOWER,
            "IsFraudDetectionEnabled": _UPPER_OR_LOWER,
            "VoiceAuthenticationThreshold": Integer(0, 100),
            "VoiceAuthenticationResponseTime": Integer(5, 10),
            "FraudDetectionThreshold": Integer(0, 100),
            "WatchlistId": Text(),
            "WisdomSessionArn": Text(),
            "TargetContact": _WHOSE,
        },
        groups=(
            Group(
                ("Name", "Description", "LanguageCode", "CustomerId", "IsVoiceIdStreamingEnabled", "WisdomSessionArn"),
                fewest=1,
            ),
        ),
    ),
    "UpdateContactEventHooks": ActionType(
        required={"EventHooks": Map(Whole(), keys=_HOOKS)},
        optional={"EventHooksConfiguration": Map(ANYTHING, keys=_HOOKS)},
    ),
    "UpdateContactMediaProcessing": ActionType(
        required={
            "ChatProcessor": Object(
                {
                    "ProcessingEnabled": Choice(("True", "False")),
                    "LambdaProcessorARN": Static(),
                    "ChatProcessorSettings": Object({"DeliverUnprocessedMessages": Choice(("True", "False"))}),
                }
            )
        },
        errors=errors(NO_MATCH, "ChannelMismatch"),
    ),
    "UpdateContactMediaStreamingBehavior": ActionType(
        required={
            "MediaStreamingState": _ON_OFF,
            "Participants": List(
                items=Object({"ParticipantType": Choice(("Customer",)), "MediaDirections": List(("To", "From"))})
            ),
            "MediaStreamType": Choice(("Audio",)),
        },
        flow_types=INTERACTIVE | WHISPERS,
    ),
    "UpdateContactRecordingAndAnalyticsBehavior": ActionType(
        optional={
            "VoiceBehavior": Object(open=True),
            "ChatBehavior": Object(open=True),
            "ScreenRecordingBehavior": Object(open=True),
        },
        groups=(Group(("VoiceBehavior", "ChatBehavior", "ScreenRecordingBehavior"), fewest=1, most=1),),
        errors=_analytics_errors,
    ),
    "UpdateContactRecordingBehavior": ActionType(
        required={
            "RecordingBehavior": Object(
                {"RecordedParticipants": List(("Agent", "Customer"))},
                {"ScreenRecordedParticipants": List(("Agent",)), "IVRRecordingBehavior": _ON_OFF},
            )
        },
        optional={
            "AnalyticsBehavior": Object(
                {"Enabled": Choice(("True", "False"))},
                {
                    "AnalyticsLanguage": Static(),
                    "AnalyticsMode": Choice(("RealTime", "PostCall", "PostContact")),
                    "AnalyticsRedactionBehavior": _ON_OFF,
                    "AnalyticsRedactionResults": Choice(("RedactedAndOriginal", "RedactedOnly", "None")),
                    "AnalyticsRedactionMaskMode": Choice(("EntityType", "PII")),
                    "AnalyticsRedactionEntities": List(),
                    "ChannelConfiguration": Object(open=True),
                    "SummaryConfiguration": Object(open=True),
                    "SentimentConfiguration": Object(open=True),
                },
            )
        },
        errors=errors(optional=(NO_MATCH,)),
        flow_types=INTERACTIVE | {FlowType.OUTBOUND_WHISPER},
    ),
    "ResumeContact": ActionType(),
    "UpdateContactRoutingBehavior": ActionType(
        optional={
            "QueuePriority": Integer(1, 9_223_372_036_854_775_807),
            "QueueTimeAdjustmentSeconds": Integer(),
            "RoutingProficiencies": Object(open=True),
        },
        groups=(Group(("QueuePriority", "QueueTimeAdjustmentSeconds", "RoutingProficiencies"), fewest=1, most=1),),
        errors=_routing_errors,
        flow_types=INBOUND | TRANSFERS | {FlowType.CUSTOMER_QUEUE},
        doubtful=TRANSFERS | {FlowType.CUSTOMER_QUEUE},
    ),
    "UpdateContactRoutingCriteria": ActionType(
        required={"RoutingCriteria": Object({"Steps": List(items=Object(open=True))}, open=True)},
        flow_types=INTERACTIVE,
    ),
    "UpdateContactTargetQueue": ActionType(
        optional=_DESTINATION,
        groups=(Group(("QueueId", "AgentId"), fewest=1, most=1),),
        flow_types=INBOUND | TRANSFERS,
    ),
    "UpdateContactTextToSpeechVoice": ActionType(
        required={"TextToSpeechVoice": Text()},
        optional={
            "TextToSpeechEngine": Text(usual=("Standard", "Neural", "Generative", "Long-form")),
            "TextToSpeechStyle": Text(usual=("None", "Conversational", "Newscaster")),
        },
        errors=errors(optional=(NO_MATCH,)),
    ),
    "UpdatePreviousContactParticipantState": ActionType(
        required={"PreviousContactParticipantState": Choice(("AgentOnHold", "CustomerOnHold", "OffHold"))},
        flow_types=INBOUND | TRANSFERS,
    ),
    "RouteContactToAgent": ActionType(
        optional={},
        errors=errors(optional=(NO_MATCH,)),
        flow_types=frozenset({FlowType.CUSTOMER_QUEUE, None}),
        doubtful=frozenset({None}),
        known=False,
    ),
}
