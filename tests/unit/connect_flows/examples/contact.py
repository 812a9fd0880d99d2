"""Actions on the contact itself."""

from collections.abc import Mapping

from tests.unit.connect_flows.examples.example import (
    FLOW,
    FUNCTION,
    MODULE,
    NO_CONDITION,
    QUEUE,
    Examples,
    example,
    last,
    only,
    pair,
    without_no_match,
)

CONTACT: Mapping[str, Examples] = {
    "CompleteOutboundCall": pair(
        without_no_match(example()),
        without_no_match(
            example(
                {
                    "CallerId": {"Number": "$.SystemEndpoint.Address"},
                    "VoiceConnector": {
                        "VoiceConnectorType": "ChimeConnector",
                        "VoiceConnectorArn": "arn:aws:chime:us-east-1:123456789012:vc/abc",
                        "FromUser": "sip:from",
                        "ToUser": "sip:to",
                        "UserToUserInformation": "$.Attributes.header",
                    },
                    "ConnectionTimeLimitSeconds": "30",
                }
            )
        ),
    ),
    "CreateCase": pair(
        example({"LinkContactToCase": "false", "CaseTemplateId": "template"}),
        example(
            {
                "LinkContactToCase": "true",
                "CaseTemplateId": "template",
                "CaseRequestFields": {"title": "배송 지연"},
                "ContactToLink": "Current",
            },
            "ContactNotLinked",
        ),
    ),
    "CreateContact": pair(example({"Channel": "EMAIL"}), example({"Channel": "EMAIL", "RelatedContact": "CURRENT"})),
    "StartOutboundEmailContact": only(
        example(
            {
                "FromEmailAddress": {"EmailAddress": "help@example.com"},
                "DestinationEmailAddress": {"EmailAddress": "$.CustomerEndpoint.Address"},
                "EmailMessage": {"MessageSourceType": "RAW"},
            }
        )
    ),
    "RenderMessageTemplate": only(
        example(
            {"WisdomKnowledgeBaseArn": "arn:base", "WisdomMessageTemplateArn": "arn:template"},
            "TemplateRenderingError",
        )
    ),
    "CreateTask": pair(
        example({"Name": "회신"}),
        example(
            {
                "ContactFlowId": FLOW,
                "Name": "회신",
                "Description": "$.Attributes.intent",
                "Attributes": {"intent": "orders"},
                "References": {"order": {"Type": "URL", "Value": "https://example.com"}},
                "DelaySeconds": "60",
                "TaskTemplateId": "template",
            }
        ),
        example({"Name": "회신", "ScheduledTime": "$.Attributes.when"}),
    ),
    "CreateWisdomSession": only(example({"WisdomAssistantArn": "arn:assistant"})),
    "DequeueContactAndTransferToQueue": pair(
        example({}, "QueueAtCapacity"),
        example({"QueueId": QUEUE}, "QueueAtCapacity"),
        example({"AgentId": "$.Attributes.agent"}, "QueueAtCapacity"),
    ),
    "EndFlowModuleExecution": pair(last(), last({"Result": "Matched", "ResultData": {"outcome": "matched"}})),
    "GetCase": pair(
        example({"LinkContactToCase": "false", "GetLastUpdatedCase": "true"}, "NoneFound"),
        example(
            {
                "LinkContactToCase": "true",
                "GetLastUpdatedCase": "false",
                "CustomerId": "$.Customer.ProfileARN",
                "CaseRequestFields": {"status": "open"},
                "CaseResponseFields": ["status"],
            },
            "NoneFound",
            "ContactNotLinked",
            "MultipleFound",
        ),
    ),
    "InvokeFlowModule": pair(
        example({"FlowModuleId": MODULE}),
        example({"FlowModuleId": MODULE, "Input": {"tries": 3}}, NO_CONDITION, equals="Matched"),
    ),
    "StartOutboundChatContact": pair(
        example(
            {
                "SourceEndpoint": {"Address": "arn:number", "Type": "CONNECT_PHONENUMBER_ARN"},
                "DestinationEndpoint": {"Address": "$.CustomerEndpoint.Address", "Type": "TELEPHONE_NUMBER"},
                "ContactFlowArn": FLOW,
                "ContactSubtype": "connect:SMS",
            }
        ),
        example(
            {
                "SourceEndpoint": {"Address": "arn:number", "Type": "CONNECT_PHONENUMBER_ARN"},
                "DestinationEndpoint": {"Address": "+821012345678", "Type": "TELEPHONE_NUMBER"},
                "ContactFlowArn": FLOW,
                "ContactSubtype": "connect:SMS",
                "InitialSystemMessage": {"Content": "안녕하십니까."},
                "RelatedContact": "CURRENT",
            }
        ),
    ),
    "TagContact": only(example({"Tags": {"intent": "$.Attributes.intent"}})),
    "UntagContact": only(example({"TagKeys": ["intent"]})),
    "TransferContactToAgent": only(last()),
    "TransferContactToQueue": only(example({}, "QueueAtCapacity")),
    "UpdateCase": pair(
        example({"LinkContactToCase": "false", "CaseId": "$.Case.case_id"}),
        example(
            {"LinkContactToCase": "true", "CaseId": "case", "CaseRequestFields": {"status": "closed"}},
            "ContactNotLinked",
        ),
    ),
    "UpdateContactAttributes": pair(
        example({"Attributes": {"intent": "orders"}}),
        example({"Attributes": {"intent": "$.External.intent", "고객": " "}, "TargetContact": "Related"}),
    ),
    "UpdateContactCallbackNumber": only(
        without_no_match(
            example({"CallbackNumber": "$.StoredCustomerInput"}, "InvalidCallbackNumber", "CallbackNumberNotDialable")
        )
    ),
    "UpdateContactData": pair(
        example({"LanguageCode": "ko-KR"}),
        example(
            {
                "Name": "상담",
                "Description": "$.Attributes.intent",
                "LanguageCode": "ko-KR",
                "CustomerId": "$.Customer.ProfileId",
                "IsVoiceIdStreamingEnabled": "TRUE",
                "IsVoiceAuthenticationEnabled": "true",
                "IsFraudDetectionEnabled": "FALSE",
                "VoiceAuthenticationThreshold": "90",
                "VoiceAuthenticationResponseTime": "10",
                "FraudDetectionThreshold": "50",
                "WatchlistId": "watchlist",
                "WisdomSessionArn": "$.Wisdom.SessionArn",
                "TargetContact": "Current",
            }
        ),
    ),
    "UpdateContactEventHooks": pair(
        example({"EventHooks": {"CustomerQueue": FLOW}}),
        example(
            {
                "EventHooks": {"AgentWhisper": "$.Attributes.whisper"},
                "EventHooksConfiguration": {"AgentWhisper": {"DisableExecution": "false"}},
            }
        ),
    ),
    "UpdateContactMediaProcessing": only(
        example(
            {
                "ChatProcessor": {
                    "ProcessingEnabled": "True",
                    "LambdaProcessorARN": FUNCTION,
                    "ChatProcessorSettings": {"DeliverUnprocessedMessages": "False"},
                }
            },
            "ChannelMismatch",
        )
    ),
    "UpdateContactMediaStreamingBehavior": only(
        example(
            {
                "MediaStreamingState": "Enabled",
                "Participants": [{"ParticipantType": "Customer", "MediaDirections": ["To", "From"]}],
                "MediaStreamType": "Audio",
            }
        )
    ),
    "UpdateContactRecordingAndAnalyticsBehavior": pair(
        example({"VoiceBehavior": {}}, "ChannelMismatch"),
        example(
            {"ChatBehavior": {"InFlightChatRedactionConfiguration": {}}},
            "ChannelMismatch",
            "InFlightRedactionConfigurationFailed",
        ),
        example({"ScreenRecordingBehavior": {"ScreenRecordedParticipants": ["Agent"]}}, "ChannelMismatch"),
    ),
    "UpdateContactRecordingBehavior": pair(
        without_no_match(example({"RecordingBehavior": {"RecordedParticipants": []}})),
        example(
            {
                "RecordingBehavior": {
                    "RecordedParticipants": ["Agent", "Customer"],
                    "ScreenRecordedParticipants": ["Agent"],
                    "IVRRecordingBehavior": "Enabled",
                },
                "AnalyticsBehavior": {
                    "Enabled": "True",
                    "AnalyticsLanguage": "ko-KR",
                    "AnalyticsMode": "PostContact",
                    "AnalyticsRedactionBehavior": "Disabled",
                    "AnalyticsRedactionResults": "RedactedAndOriginal",
                    "AnalyticsRedactionMaskMode": "EntityType",
                    "AnalyticsRedactionEntities": ["NAME"],
                    "ChannelConfiguration": {"Chat": {"AnalyticsModes": []}},
                    "SummaryConfiguration": {"SummaryModes": ["PostContact"]},
                    "SentimentConfiguration": {"Enabled": "True"},
                },
            }
        ),
    ),
    "ResumeContact": only(example()),
    "UpdateContactRoutingBehavior": pair(
        without_no_match(example({"QueuePriority": "1"})),
        example({"RoutingProficiencies": {"Steps": []}}),
        without_no_match(example({"QueueTimeAdjustmentSeconds": "-60"})),
    ),
    "UpdateContactRoutingCriteria": only(
        example({"RoutingCriteria": {"Steps": [{"Expression": {"AttributeCondition": {"Name": "Language"}}}]}})
    ),
    "UpdateContactTargetQueue": pair(
        example({"QueueId": QUEUE}), example({"QueueId": "$.Attributes.queue"}), example({"AgentId": "agent"})
    ),
    "UpdateContactTextToSpeechVoice": pair(
        without_no_match(example({"TextToSpeechVoice": "Seoyeon"})),
        example(
            {"TextToSpeechVoice": "Seoyeon", "TextToSpeechEngine": "Neural", "TextToSpeechStyle": "None"},
        ),
    ),
    "UpdatePreviousContactParticipantState": only(example({"PreviousContactParticipantState": "OffHold"})),
    "RouteContactToAgent": only(without_no_match(example())),
}
