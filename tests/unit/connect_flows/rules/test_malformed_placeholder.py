from typing import Any

import pytest


def test_finds_what_only_looks_like_a_placeholder(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("call", "InvokeLambdaFunction", {"LambdaFunctionARN": "${Function.ask}"}))) == [
        "call: Parameters.LambdaFunctionARN '${Function.ask}' is no placeholder; write ${kind.name}, "
        "the kind one of queue, hours, function, bot, flow, module, prompt, text, the name like a_name1"
    ]


@pytest.mark.parametrize("wrong", ["${Queue.x}", "${queue.x", "${queues.x}", "${queue.}", "${queue.A}", "${queu.a}"])
def test_finds_every_misspelling(block: Any, flow_of: Any, found: Any, wrong: str) -> None:
    assert len(found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": wrong})))) == 1


@pytest.mark.parametrize("value", ["${queue.general}", "$.Attributes.queue", "arn:aws:connect", "{queue.general}"])
def test_takes_placeholders_references_and_ids(block: Any, flow_of: Any, found: Any, value: str) -> None:
    assert found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": value}))) == []


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": "${flow.X}"}}),
        ("MessageParticipantIteratively", {"Messages": [{"PromptId": "${flow.X}"}]}),
        ("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${flow.X}"}}),
        ("UpdateContactMediaProcessing", {"ChatProcessor": {"LambdaProcessorARN": "${flow.X}"}}),
    ],
)
def test_looks_wherever_a_resource_is_named(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert len(found(flow_of(block("go", action_type, parameters)))) == 1


@pytest.mark.parametrize("other", ["${queue_arn}", "${SalesQueue.Arn}", "${AWS::StackName}", "${var.queue}", "${"])
def test_leaves_what_other_tools_fill_in(block: Any, flow_of: Any, found: Any, other: str) -> None:
    assert found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": other}))) == []


def test_leaves_texts_alone(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "${flow.X}"}))) == []
