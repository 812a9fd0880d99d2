import json
from typing import Any

import pytest

from connect_flows import PLACEHOLDER_KINDS


def test_finds_a_placeholder_of_another_kind(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": "${flow.general}"}))) == [
        "to: Parameters.QueueId ${flow.general} is no queue; use ${queue.<name>}"
    ]


@pytest.mark.parametrize(
    ("kind", "action_type", "parameters"),
    [
        ("queue", "UpdateContactTargetQueue", {"QueueId": "${}"}),
        ("hours", "CheckHoursOfOperation", {"HoursOfOperationId": "${}"}),
        ("function", "InvokeLambdaFunction", {"LambdaFunctionARN": "${}"}),
        ("bot", "ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${}"}}),
        ("flow", "TransferToFlow", {"ContactFlowId": "${}"}),
        ("flow", "UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": "${}"}}),
        ("module", "InvokeFlowModule", {"FlowModuleId": "${}"}),
        ("prompt", "MessageParticipant", {"PromptId": "${}"}),
        ("prompt", "MessageParticipantIteratively", {"Messages": [{"PromptId": "${}"}]}),
    ],
)
def test_each_parameter_names_one_kind(
    block: Any, flow_of: Any, found: Any, kind: str, action_type: str, parameters: dict[str, object]
) -> None:
    for other in PLACEHOLDER_KINDS:
        filled = json.loads(json.dumps(parameters).replace("${}", f"${{{other}.name}}"))

        assert len(found(flow_of(block("go", action_type, filled)))) == (other != kind), other


def test_any_kind_may_stand_in_a_text(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "${queue.general} ${text.company_name}"}))) == []


INSTANCE = "arn:aws:connect:ap-northeast-2:111122223333:instance/aaaaaaaa"
ARNS = {
    "queue": f"{INSTANCE}/queue/one",
    "hours": f"{INSTANCE}/operating-hours/one",
    "function": "arn:aws:lambda:ap-northeast-2:111122223333:function:ask",
    "bot": "arn:aws:lex:ap-northeast-2:111122223333:bot-alias/ONE/TWO",
    "flow": f"{INSTANCE}/contact-flow/one",
    "module": f"{INSTANCE}/flow-module/one",
    "prompt": f"{INSTANCE}/prompt/one",
}


@pytest.mark.parametrize("kind", ARNS)
def test_an_arn_is_of_one_kind_too(block: Any, flow_of: Any, found: Any, kind: str) -> None:
    action_type, parameters = {
        "queue": ("UpdateContactTargetQueue", {"QueueId": ARNS[kind]}),
        "hours": ("CheckHoursOfOperation", {"HoursOfOperationId": ARNS[kind]}),
        "function": ("InvokeLambdaFunction", {"LambdaFunctionARN": ARNS[kind]}),
        "bot": ("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": ARNS[kind]}}),
        "flow": ("TransferToFlow", {"ContactFlowId": ARNS[kind]}),
        "module": ("InvokeFlowModule", {"FlowModuleId": ARNS[kind]}),
        "prompt": ("MessageParticipant", {"PromptId": ARNS[kind]}),
    }[kind]

    for other, arn in ARNS.items():
        filled = json.loads(json.dumps(parameters).replace(ARNS[kind], arn))

        assert len(found(flow_of(block("go", action_type, filled)))) == (other != kind), other


@pytest.mark.parametrize("arn", ["arn:aws:s3:::prompts/hello.wav", "arn:aws:connect", "arn:"])
def test_finds_what_is_the_arn_of_nothing_that_flows_name(block: Any, flow_of: Any, found: Any, arn: str) -> None:
    (finding,) = found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": arn})))

    assert finding == f"to: Parameters.QueueId {arn!r} is the ARN of no queue; use one, or ${{queue.<name>}}"


def test_an_arn_may_be_made_of_what_the_contact_has(block: Any, flow_of: Any, found: Any) -> None:
    ask = block("ask", "InvokeLambdaFunction", {"LambdaFunctionARN": "arn:aws:lambda:$.Attributes.region:1:x"})

    assert found(flow_of(ask)) == []
