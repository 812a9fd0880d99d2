from typing import Any

import pytest


def test_finds_two_prompts(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "네.", "SSML": "<speak>네.</speak>"}))) == [
        "say: Parameters has Text and SSML; keep only one of them"
    ]


def test_finds_no_prompt(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant"))) == [
        "say: Parameters has none of PromptId, Text, SSML, Media; "
        "give MessageParticipant one of PromptId, Text, SSML, Media"
    ]


@pytest.mark.parametrize(
    ("action_type", "well", "broken"),
    [
        ("CreateTask", ["DelaySeconds", "", "ScheduledTime"], ["DelaySeconds ScheduledTime"]),
        ("UpdateContactTargetQueue", ["QueueId", "AgentId"], ["", "QueueId AgentId"]),
        ("GetMetricData", ["", "QueueId", "AgentId"], ["QueueId AgentId"]),
        ("CheckMetricData", ["", "QueueId", "AgentId"], ["QueueId AgentId"]),
        ("CreateCallbackContact", ["", "QueueId", "AgentId"], ["QueueId AgentId"]),
        ("DequeueContactAndTransferToQueue", ["", "QueueId", "AgentId"], ["QueueId AgentId"]),
        (
            "ConnectParticipantWithLexBot",
            ["LexBot Text", "LexV2Bot LexInitializationData", "LexV2Bot SSML LexInitializationData"],
            ["Text", "LexV2Bot", "LexBot LexV2Bot Text", "LexBot Text PromptId"],
        ),
        (
            "UpdateContactRecordingAndAnalyticsBehavior",
            ["VoiceBehavior", "ChatBehavior", "ScreenRecordingBehavior"],
            ["", "VoiceBehavior ChatBehavior", "VoiceBehavior ScreenRecordingBehavior"],
        ),
        (
            "UpdateContactRoutingBehavior",
            ["QueuePriority", "QueueTimeAdjustmentSeconds", "RoutingProficiencies"],
            ["", "QueuePriority QueueTimeAdjustmentSeconds"],
        ),
        (
            "UpdateContactData",
            ["Name", "WisdomSessionArn TargetContact", "LanguageCode CustomerId"],
            ["", "TargetContact"],
        ),
    ],
)
def test_counts_the_parameters_of_each_group(
    block: Any, flow_of: Any, found: Any, action_type: str, well: list[str], broken: list[str]
) -> None:
    for names in well:
        assert found(flow_of(block("go", action_type, dict.fromkeys(names.split(), "x")))) == [], names
    for names in broken:
        assert len(found(flow_of(block("go", action_type, dict.fromkeys(names.split(), "x"))))) == 1, names
