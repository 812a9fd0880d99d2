from typing import Any

import pytest

LIMITS = [
    ("InvokeLambdaFunction", "InvocationTimeLimitSeconds", 1, 8),
    ("GetParticipantInput", "InputTimeLimitSeconds", 1, 180),
    ("Loop", "LoopCount", 0, 100),
    ("Wait", "TimeLimitSeconds", 1, 604_800),
    ("CreateTask", "DelaySeconds", 1, 518_400),
    ("CreateCallbackContact", "InitialCallDelaySeconds", 1, 259_200),
    ("CreateCallbackContact", "RetryDelaySeconds", 1, 259_200),
    ("CompleteOutboundCall", "ConnectionTimeLimitSeconds", 1, 600),
    ("TransferParticipantToThirdParty", "ThirdPartyConnectionTimeLimitSeconds", 0, 600),
    ("UpdateContactRoutingBehavior", "QueuePriority", 1, 9_223_372_036_854_775_807),
    ("UpdateContactData", "VoiceAuthenticationResponseTime", 5, 10),
]


@pytest.mark.parametrize(("action_type", "name", "least", "most"), LIMITS)
def test_takes_everything_up_to_the_limits_and_nothing_beyond(
    block: Any, flow_of: Any, found: Any, action_type: str, name: str, least: int, most: int
) -> None:
    for number in (least, most):
        assert found(flow_of(block("go", action_type, {name: str(number)}))) == []
        assert found(flow_of(block("go", action_type, {name: number}))) == []
    for number in (least - 1, most + 1):
        assert len(found(flow_of(block("go", action_type, {name: str(number)})))) == 1
        assert len(found(flow_of(block("go", action_type, {name: number})))) == 1


def test_says_the_limits(block: Any, flow_of: Any, found: Any) -> None:
    call = block("call", "InvokeLambdaFunction", {"LambdaFunctionARN": "x", "InvocationTimeLimitSeconds": "9"})

    assert found(flow_of(call)) == [
        "call: Parameters.InvocationTimeLimitSeconds is 9; write a whole number from 1 to 8"
    ]


def test_says_the_one_limit_that_there_is(block: Any, flow_of: Any, found: Any) -> None:
    listen = block("listen", "MessageParticipantIteratively", {"InterruptFrequencySeconds": "0"})

    assert found(flow_of(listen)) == [
        "listen: Parameters.InterruptFrequencySeconds is 0; write a whole number of at least 1"
    ]


@pytest.mark.parametrize("value", ["-60", "0", "600", -60])
def test_a_number_without_limits_may_be_negative(block: Any, flow_of: Any, found: Any, value: object) -> None:
    assert found(flow_of(block("go", "UpdateContactRoutingBehavior", {"QueueTimeAdjustmentSeconds": value}))) == []


@pytest.mark.parametrize("value", ["five", "1.5", "1e2", " 5", "5\n", "٣", "+5", 1.5, "9" * 5000])
def test_refuses_what_is_no_whole_number(block: Any, flow_of: Any, found: Any, value: object) -> None:
    (line,) = found(flow_of(block("go", "UpdateContactRoutingBehavior", {"QueueTimeAdjustmentSeconds": value})))

    assert line.endswith(" is no whole number; write a whole number")
    assert len(line) < 250


@pytest.mark.parametrize("value", ["$.Attributes.tries", "${text.tries}"])
def test_does_not_judge_what_is_not_known_yet(block: Any, flow_of: Any, found: Any, value: str) -> None:
    assert found(flow_of(block("again", "Loop", {"LoopCount": value}))) == []
