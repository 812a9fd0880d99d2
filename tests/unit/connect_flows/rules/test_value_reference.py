from typing import Any

import pytest


@pytest.mark.parametrize(
    ("action_type", "parameters", "line"),
    [
        (
            "Compare",
            {"ComparisonValue": "VOICE"},
            "Parameters.ComparisonValue 'VOICE' is no JSONPath of one value; write one such as $.Attributes.intent",
        ),
        (
            "UpdateContactTargetQueue",
            {"QueueId": "queue-$.Attributes.queue"},
            "Parameters.QueueId 'queue-$.Attributes.queue' is neither a value nor one JSONPath; "
            "write the one or the other, such as $.Attributes.queue",
        ),
        (
            "CreateTask",
            {"Name": "x", "TaskTemplateId": "$.Attributes.template"},
            "Parameters.TaskTemplateId is the JSONPath '$.Attributes.template'; write a fixed value",
        ),
        (
            "InvokeLambdaFunction",
            {"InvocationTimeLimitSeconds": "$.Attributes.seconds"},
            "Parameters.InvocationTimeLimitSeconds is the JSONPath '$.Attributes.seconds'; write a fixed number",
        ),
    ],
    ids=["path", "whole", "static", "number"],
)
def test_finds_a_jsonpath_where_none_may_be_and_none_where_one_must(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], line: str
) -> None:
    assert found(flow_of(block("go", action_type, parameters))) == [f"go: {line}"]


@pytest.mark.parametrize(
    "path",
    [
        "$.Channel",
        "$.ContactId",
        "$.StoredCustomerInput",
        "$.Attributes.intent",
        "$.Attributes['고객 번호']",
        "$['Attributes']['intent']",
        "$.Lex.Slots.Amount",
        "$.Views.ViewResultData.x",
    ],
)
def test_compares_any_one_value(block: Any, flow_of: Any, found: Any, path: str) -> None:
    assert found(flow_of(block("if", "Compare", {"ComparisonValue": path}))) == []


@pytest.mark.parametrize(
    "path",
    [
        "$",
        "$.",
        "$.External",
        "$.Attributes",
        "Attributes.intent",
        "$.Attributes.",
        "$.Attributes. intent",
        "$.a.b x",
        5,
    ],
)
def test_compares_nothing_else(block: Any, flow_of: Any, found: Any, path: object) -> None:
    assert len(found(flow_of(block("if", "Compare", {"ComparisonValue": path})))) == 1


def test_a_jsonpath_may_stand_within_a_text(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("say", "MessageParticipant", {"Text": "$.Attributes.customer_name 고객님,"}))) == []


@pytest.mark.parametrize("value", ["$.Attributes.queue", "${queue.general}", "arn:aws:connect:queue", "US$5"])
def test_a_resource_is_a_value_or_one_jsonpath(block: Any, flow_of: Any, found: Any, value: str) -> None:
    assert found(flow_of(block("to", "UpdateContactTargetQueue", {"QueueId": value}))) == []


def test_a_whole_group_may_be_called_back(block: Any, flow_of: Any, found: Any) -> None:
    # Only Compare was seen to want a leaf.
    assert found(flow_of(block("back", "UpdateContactCallbackNumber", {"CallbackNumber": "$.External"}))) == []
    assert len(found(flow_of(block("back", "UpdateContactCallbackNumber", {"CallbackNumber": "+8210"})))) == 1
