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
