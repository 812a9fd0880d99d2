from typing import Any

import pytest


def test_finds_each_error_that_is_not_there(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("to", "TransferContactToQueue", errors={"NoMatchingError": "bye"}), bye)) == [
        "to: Transitions.Errors has no QueueAtCapacity; TransferContactToQueue needs it: add a branch for it"
    ]
    assert len(found(flow_of(block("to", "TransferContactToQueue")))) == 2


@pytest.mark.parametrize(
    ("action_type", "parameters", "needed"),
    [
        ("TagContact", {}, "NoMatchingError"),
        ("UpdateFlowAttributes", {}, "NoMatchingError"),
        ("UpdateFlowLoggingBehavior", {}, ""),
        ("MessageParticipant", {"Text": "네."}, ""),
        ("UpdateContactTextToSpeechVoice", {}, ""),
        ("Compare", {}, "NoMatchingCondition"),
        ("GetParticipantInput", {"Text": "네."}, "NoMatchingError NoMatchingCondition InputTimeLimitExceeded"),
        ("GetParticipantInput", {"Text": "네.", "StoreInput": "True"}, "NoMatchingError"),
        (
            "GetParticipantInput",
            {"Text": "네.", "StoreInput": "True", "InputValidation": {"PhoneNumberValidation": {}}},
            "NoMatchingError InvalidPhoneNumber",
        ),
        ("GetParticipantInput", {"EnableDTMFBuffer": "True"}, "NoMatchingError"),
        ("ConnectParticipantWithLexBot", {"LexTimeoutSeconds": {}}, "NoMatchingError NoMatchingCondition"),
        ("UpdateContactRecordingAndAnalyticsBehavior", {"VoiceBehavior": {}}, "NoMatchingError ChannelMismatch"),
        (
            "UpdateContactRecordingAndAnalyticsBehavior",
            {"ChatBehavior": {}},
            "NoMatchingError ChannelMismatch InFlightRedactionConfigurationFailed",
        ),
        ("TransferParticipantToThirdParty", {"ContinueFlowExecution": "False"}, "NoMatchingError"),
        (
            "TransferParticipantToThirdParty",
            {"ContinueFlowExecution": "True"},
            "NoMatchingError CallFailed ConnectionTimeLimitExceeded",
        ),
        ("Wait", {"Events": ["CustomerReturned"]}, "NoMatchingError"),
        ("Wait", {"Events": ["BotParticipantDisconnected"]}, "NoMatchingError ParticipantNotFound"),
        ("UpdateContactRoutingBehavior", {"QueuePriority": "1"}, ""),
        ("UpdateContactRoutingBehavior", {"RoutingProficiencies": {}}, "NoMatchingError"),
        ("CreateCase", {"LinkContactToCase": "true"}, "NoMatchingError ContactNotLinked"),
        ("UpdateCase", {"LinkContactToCase": "true"}, "NoMatchingError ContactNotLinked"),
        ("GetCase", {"LinkContactToCase": "true"}, "NoMatchingError NoneFound ContactNotLinked"),
        ("GetCase", {"LinkContactToCase": "false"}, "NoMatchingError NoneFound"),
        ("GetCustomerProfile", {}, "NoMatchingError MultipleFoundError NoneFoundError"),
    ],
)
def test_each_mode_needs_its_errors(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], needed: str
) -> None:
    lines = found(flow_of(block("go", action_type, parameters), bye))

    assert sorted(line.split()[4].rstrip(";") for line in lines) == sorted(needed.split())


def test_takes_any_order(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    errors = {"QueueAtCapacity": "bye", "NoMatchingError": "bye"}

    assert found(flow_of(block("to", "TransferContactToQueue", errors=errors), bye)) == []
