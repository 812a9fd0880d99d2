from typing import Any

import pytest


def test_finds_an_error_that_the_action_never_has(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    say = block("say", "MessageParticipant", {"Text": "네."}, errors={"NoMatchingError": "bye", "Busy": "bye"})

    assert found(flow_of(say, bye)) == [
        "say: Transitions.Errors[1].ErrorType is 'Busy'; MessageParticipant takes NoMatchingError here"
    ]


def test_says_that_there_are_none(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    log = block("log", "UpdateFlowLoggingBehavior", errors={"NoMatchingError": "bye"})

    assert found(flow_of(log, bye)) == [
        "log: Transitions.Errors[0].ErrorType is 'NoMatchingError'; UpdateFlowLoggingBehavior takes no errors here"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters", "refused"),
    [
        ("GetParticipantInput", {"Text": "x", "StoreInput": "True"}, "InputTimeLimitExceeded"),
        ("GetParticipantInput", {"Text": "x", "StoreInput": "True"}, "InvalidPhoneNumber"),
        ("GetParticipantInput", {"Text": "x"}, "InvalidPhoneNumber"),
        ("GetParticipantInput", {"EnableDTMFBuffer": "True"}, "NoMatchingCondition"),
        ("Compare", {}, "NoMatchingError"),
        ("CheckHoursOfOperation", {}, "NoMatchingCondition"),
        ("CheckVoiceId", {}, "NoMatchingCondition"),
        ("InvokeLambdaFunction", {}, "TimeLimitExceeded"),
        ("UpdateContactCallbackNumber", {}, "NoMatchingError"),
        ("TransferParticipantToThirdParty", {"ContinueFlowExecution": "False"}, "CallFailed"),
        ("UpdateContactRecordingAndAnalyticsBehavior", {"VoiceBehavior": {}}, "InFlightRedactionConfigurationFailed"),
        ("UpdateContactRoutingBehavior", {"QueuePriority": "1"}, "NoMatchingError"),
        ("Wait", {"Events": ["CustomerReturned"]}, "ParticipantNotFound"),
        ("CreateCase", {"LinkContactToCase": "false"}, "ContactNotLinked"),
        ("GetCase", {}, "NoneFoundError"),
        ("GetCustomerProfile", {}, "NoneFound"),
        ("Loop", {}, "nomatchingerror"),
    ],
)
def test_each_mode_refuses_errors_of_others(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], refused: str
) -> None:
    assert len(found(flow_of(block("go", action_type, parameters, errors={refused: "bye"}), bye))) == 1


@pytest.mark.parametrize(
    ("action_type", "optional"),
    [
        ("Loop", "NoMatchingError"),
        ("UpdateContactRecordingBehavior", "NoMatchingError"),
        ("ConnectParticipantWithLexBot", "InputTimeLimitExceeded"),
        ("InvokeFlowModule", "NoMatchingCondition"),
        ("GetCase", "MultipleFound"),
        ("CheckSegmentMembership", "Anything"),
    ],
)
def test_takes_errors_that_may_be_there(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str, optional: str
) -> None:
    assert found(flow_of(block("go", action_type, errors={optional: "bye"}), bye)) == []


def test_leaves_the_end_of_a_flow_to_another_rule(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("end", "DisconnectParticipant", errors={"x": "bye"}), bye)) == []
