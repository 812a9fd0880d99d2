from typing import Any

import pytest


def test_finds_what_only_looks_like_a_placeholder(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("call", "InvokeLambdaFunction", {"LambdaFunctionARN": "${function}"}))) == [
        "call: Parameters.LambdaFunctionARN '${function}' is no placeholder; write ${kind.name}, "
        "the kind one of queue, hours, function, bot, flow, module, prompt, text, the name like a_name1"
    ]


@pytest.mark.parametrize("wrong", ["${Queue.x}", "${queue.x", "${skill.x}", "${queue.}", "${queue.A}", "${}", "${"])
def test_finds_every_misspelling(block: Any, flow_of: Any, found: Any, wrong: str) -> None:
    assert len(found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": wrong})))) == 1


@pytest.mark.parametrize("value", ["${queue.general}", "$.Attributes.queue", "arn:aws:connect", "{queue.general}"])
def test_takes_placeholders_references_and_ids(block: Any, flow_of: Any, found: Any, value: str) -> None:
    assert found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": value}))) == []


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("UpdateContactEventHooks", {"EventHooks": {"CustomerQueue": "${x}"}}),
        ("MessageParticipantIteratively", {"Messages": [{"PromptId": "${x}"}]}),
        ("ConnectParticipantWithLexBot", {"LexV2Bot": {"AliasArn": "${x}"}}),
        ("UpdateContactMediaProcessing", {"ChatProcessor": {"LambdaProcessorARN": "${x}"}}),
    ],
)
def test_looks_wherever_a_resource_is_named(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert len(found(flow_of(block("go", action_type, parameters)))) == 1


def test_leaves_texts_alone(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "${x}"}))) == []
