from typing import Any

import pytest


def asking(block: Any, action_type: str, parameters: dict[str, object], *operands: str) -> dict[str, Any]:
    made: dict[str, Any] = block(
        "ask", action_type, parameters, conditions=[("Equals", operand, "bye") for operand in operands]
    )
    return made


def test_says_which_operands_there_are(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    loop = asking(block, "Loop", {}, "ContinueLooping", "Done")

    assert found(flow_of(loop, bye)) == [
        "ask: Transitions.Conditions[1].Condition.Operands is 'Done'; Loop has ContinueLooping, DoneLooping here"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters", "well", "wrong"),
    [
        ("GetParticipantInput", {"Text": "x"}, "0 9 * #", "10 a A"),
        ("CheckHoursOfOperation", {}, "True False", "true Closed"),
        ("CheckVoiceId", {"CheckVoiceIdOption": "enrollmentStatus"}, "Enrolled NotEnrolled", "Authenticated HighRisk"),
        (
            "CheckVoiceId",
            {"CheckVoiceIdOption": "voiceAuthentication"},
            "NotEnrolled Inconclusive",
            "HighRisk Enrolled",
        ),
        ("CheckVoiceId", {"CheckVoiceIdOption": "fraudDetection"}, "HighRisk LowRisk Inconclusive", "OptedOut"),
        ("CheckOutboundCallStatus", {}, "CallAnswered NotDetected", "Voicemail"),
        ("MessageParticipantIteratively", {"InterruptFrequencySeconds": "20"}, "MessagesInterrupted", "Interrupted"),
        ("Wait", {}, "WaitCompleted", "CustomerReturned Continue"),
        ("Wait", {"Events": ["CustomerReturned"]}, "WaitCompleted CustomerReturned", "BotParticipantDisconnected"),
        ("Wait", {"ContinueExecution": "True"}, "WaitCompleted Continue", "CustomerReturned"),
        ("AuthenticateParticipant", {}, "OptedOut", "optedOut"),
    ],
)
def test_each_mode_has_its_operands(
    block: Any,
    bye: Any,
    flow_of: Any,
    found: Any,
    action_type: str,
    parameters: dict[str, object],
    well: str,
    wrong: str,
) -> None:
    assert found(flow_of(asking(block, action_type, parameters, *well.split()), bye)) == []
    for operand in wrong.split():
        assert len(found(flow_of(asking(block, action_type, parameters, operand), bye))) == 1, operand


def test_agents_are_compared_with_nought(block: Any, bye: Any, flow_of: Any, found: Any) -> None:
    def looking(metric: str, operand: str) -> Any:
        return block(
            "look", "CheckMetricData", {"MetricType": metric}, conditions=[("NumberGreaterThan", operand, "bye")]
        )

    assert found(flow_of(looking("NumberOfAgentsOnline", "0"), bye)) == []
    assert len(found(flow_of(looking("NumberOfAgentsOnline", "1"), bye))) == 1
    assert found(flow_of(looking("OldestContactInQueueAgeSeconds", "300000"), bye)) == []


@pytest.mark.parametrize("action_type", ["Compare", "ConnectParticipantWithLexBot", "ShowView", "InvokeFlowModule"])
def test_some_types_take_any_text(block: Any, bye: Any, flow_of: Any, found: Any, action_type: str) -> None:
    assert found(flow_of(asking(block, action_type, {}, "주문 배송"), bye)) == []
