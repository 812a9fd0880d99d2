from typing import Any

import pytest


def test_finds_a_value_that_there_is_not(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("log", "UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "On"}))) == [
        "log: Parameters.FlowLoggingBehavior is 'On'; use one of Enabled, Disabled"
    ]


def test_finds_one_in_a_list(block: Any, flow_of: Any, found: Any) -> None:
    heard = {"RecordingBehavior": {"RecordedParticipants": ["Agent", "Caller"]}}

    assert found(flow_of(block("record", "UpdateContactRecordingBehavior", heard))) == [
        "record: Parameters.RecordingBehavior.RecordedParticipants[1] is 'Caller'; use one of Agent, Customer"
    ]


def test_there_may_be_only_one_value(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("wait", "Wait", {"ContinueExecution": "False"}))) == [
        "wait: Parameters.ContinueExecution is 'False'; use True"
    ]


@pytest.mark.parametrize(
    ("action_type", "name", "taken", "refused"),
    [
        ("GetParticipantInput", "StoreInput", "True", "true"),
        ("MessageParticipant", "SkipWhenDTMFBufferEnabled", "true", "True"),
        ("UpdateContactData", "IsVoiceIdStreamingEnabled", "TRUE", "True"),
        ("CreateCase", "LinkContactToCase", "false", "False"),
        ("UpdateContactAttributes", "TargetContact", "Current", "CURRENT"),
    ],
)
def test_each_type_has_its_own_spelling(
    block: Any, flow_of: Any, found: Any, action_type: str, name: str, taken: str, refused: str
) -> None:
    assert found(flow_of(block("go", action_type, {name: taken}))) == []
    assert len(found(flow_of(block("go", action_type, {name: refused})))) == 1


def test_a_placeholder_may_stand_for_a_choice(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("log", "UpdateFlowLoggingBehavior", {"FlowLoggingBehavior": "${text.logging}"}))) == []
