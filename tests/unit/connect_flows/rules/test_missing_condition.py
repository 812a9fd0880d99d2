from typing import Any

import pytest


def test_finds_each_answer_without_a_branch(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("again", "Loop", conditions=[("Equals", "DoneLooping", "bye")]), bye)) == [
        "again: Transitions.Conditions has no branch for ContinueLooping; Loop needs it: add one"
    ]
    assert len(found(flow_of(block("again", "Loop")))) == 2


def test_finds_an_action_that_compares_nothing(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("if", "Compare"))) == ["if: Transitions.Conditions is empty; Compare needs a condition"]


@pytest.mark.parametrize(
    ("action_type", "parameters", "needed"),
    [
        ("CheckHoursOfOperation", {}, "True False"),
        ("CheckVoiceId", {"CheckVoiceIdOption": "enrollmentStatus"}, "Enrolled NotEnrolled OptedOut"),
        ("CheckVoiceId", {"CheckVoiceIdOption": "fraudDetection"}, "HighRisk LowRisk Inconclusive"),
        ("CheckVoiceId", {"CheckVoiceIdOption": "unheard"}, ""),
        ("MessageParticipantIteratively", {"InterruptFrequencySeconds": "20"}, "MessagesInterrupted"),
        ("MessageParticipantIteratively", {}, ""),
        ("Wait", {}, "WaitCompleted"),
        ("Wait", {"Events": ["CustomerReturned"]}, "WaitCompleted CustomerReturned"),
        ("Wait", {"ContinueExecution": "True"}, "WaitCompleted Continue"),
        ("GetParticipantInput", {"Text": "x"}, ""),
        ("CheckOutboundCallStatus", {}, ""),
        ("ConnectParticipantWithLexBot", {}, ""),
    ],
)
def test_each_mode_needs_its_branches(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], needed: str
) -> None:
    lines = found(flow_of(block("go", action_type, parameters)))

    assert [line.split(";")[0].split()[-1] for line in lines] == needed.split()


@pytest.mark.parametrize("action_type", ["Compare", "DistributeByPercentage", "CheckMetricData"])
def test_some_types_need_one_condition_at_least(
    block: Any, bye: Any, flow_of: Any, found: Any, action_type: str
) -> None:
    assert len(found(flow_of(block("go", action_type)))) == 1
    assert found(flow_of(block("go", action_type, conditions=[("Equals", "x", "bye")]), bye)) == []
