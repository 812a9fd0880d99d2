"""Actions that decide where a flow goes on."""

from collections.abc import Mapping

from tests.unit.connect_flows.examples.example import (
    FLOW,
    HOURS,
    NO_CONDITION,
    QUEUE,
    Examples,
    example,
    last,
    only,
    pair,
    without_no_match,
)

FLOW_CONTROL: Mapping[str, Examples] = {
    "CheckHoursOfOperation": pair(
        example(equals="True False"), example({"HoursOfOperationId": HOURS}, equals="False True")
    ),
    "CheckMetricData": pair(
        example({"MetricType": "NumberOfContactsInQueue"}, NO_CONDITION, conditions=(("NumberGreaterThan", "10"),)),
        example(
            {"MetricType": "OldestContactInQueueAgeSeconds", "QueueId": QUEUE},
            NO_CONDITION,
            conditions=(("NumberGreaterOrEqualTo", "300000"), ("NumberLessThan", "60000"), ("Equals", "0")),
        ),
        example(
            {"MetricType": "NumberOfAgentsAvailable", "AgentId": "agent"},
            NO_CONDITION,
            conditions=(("NumberGreaterThan", "0"),),
        ),
    ),
    "CheckOutboundCallStatus": pair(
        example(), example(equals="CallAnswered VoicemailBeep VoicemailNoBeep NotDetected")
    ),
    "CheckVoiceId": only(
        example({"CheckVoiceIdOption": "enrollmentStatus"}, equals="Enrolled NotEnrolled OptedOut"),
        example(
            {"CheckVoiceIdOption": "voiceAuthentication"},
            equals="Authenticated NotAuthenticated Inconclusive NotEnrolled OptedOut",
        ),
        example({"CheckVoiceIdOption": "fraudDetection"}, equals="HighRisk LowRisk Inconclusive"),
    ),
    "CheckSegmentMembership": only(without_no_match(example()), example({}, NO_CONDITION, equals="Member")),
    "Compare": pair(
        without_no_match(example({"ComparisonValue": "$.Channel"}, NO_CONDITION, equals="VOICE")),
        without_no_match(
            example(
                {"ComparisonValue": "$.Lex.Slots.Amount"},
                NO_CONDITION,
                conditions=tuple(
                    (operator, "1")
                    for operator in (
                        "Equals",
                        "NumberGreaterThan",
                        "NumberGreaterOrEqualTo",
                        "NumberLessThan",
                        "NumberLessOrEqualTo",
                        "TextStartsWith",
                        "TextEndsWith",
                        "TextContains",
                        "KeyExists",
                    )
                ),
            )
        ),
    ),
    "DistributeByPercentage": pair(
        without_no_match(example({}, NO_CONDITION, conditions=(("NumberLessThan", "51"),))),
        without_no_match(
            example(
                {},
                NO_CONDITION,
                conditions=(("NumberLessThan", "2"), ("NumberLessThan", "31"), ("NumberLessThan", "100")),
            )
        ),
    ),
    "EndFlowExecution": only(last()),
    "GetMetricData": pair(
        example(),
        example({"QueueId": QUEUE, "QueueChannel": "Voice"}),
        example({"AgentId": "$.Attributes.agent"}),
    ),
    "Loop": pair(
        without_no_match(example({"LoopCount": "0"}, equals="ContinueLooping DoneLooping")),
        example({"LoopCount": "$.Attributes.tries"}, equals="DoneLooping ContinueLooping"),
        example({"LoopCount": "3"}, equals="DoneLooping ContinueLooping"),
    ),
    "StartVoiceIdStream": only(example()),
    "TransferToFlow": only(example({"ContactFlowId": FLOW})),
    "UpdateFlowAttributes": pair(
        example({"FlowAttributes": {"tries": {"Value": "1"}}}),
        example({"FlowAttributes": {"tries": {"Value": "$.External.tries", "Type": "String"}}}),
    ),
    "UpdateFlowLoggingBehavior": only(without_no_match(example({"FlowLoggingBehavior": "Enabled"}))),
    "Wait": pair(
        example({"TimeLimitSeconds": "60"}, equals="WaitCompleted"),
        example(
            {"TimeLimitSeconds": "604800", "Events": ["CustomerReturned", "BotParticipantDisconnected"]},
            "ParticipantNotFound",
            equals="WaitCompleted CustomerReturned BotParticipantDisconnected",
        ),
        example(
            {"TimeLimitSeconds": "60", "ContinueExecution": "True", "MinimumWaitTimeSeconds": "5"},
            equals="Continue WaitCompleted",
        ),
        example({"TimeLimitSeconds": "60", "Events": ["CustomerReturned"]}, equals="CustomerReturned WaitCompleted"),
    ),
}
