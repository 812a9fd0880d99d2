from typing import Any

import pytest


def test_finds_an_empty_value(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("go", "UpdateContactTargetQueue", {"QueueId": ""}))) == [
        "go: Parameters.QueueId is empty; give it a value or leave the parameter out"
    ]


def test_finds_an_empty_value_deep_inside(block: Any, flow_of: Any, found: Any) -> None:
    sent = {"LambdaFunctionARN": "x", "LambdaInvocationAttributes": {"a": {"b": ["c", ""]}}}

    assert found(flow_of(block("call", "InvokeLambdaFunction", sent))) == [
        "call: Parameters.LambdaInvocationAttributes.a.b[1] is empty; give it a value or leave the parameter out"
    ]


def test_finds_an_empty_name(block: Any, flow_of: Any, found: Any) -> None:
    assert found(flow_of(block("set", "UpdateContactAttributes", {"Attributes": {"": "x"}}))) == [
        "set: Parameters.Attributes[''] has an empty name; name it"
    ]


@pytest.mark.parametrize("value", [" ", "0", "\u200b"])
def test_what_looks_empty_is_taken(block: Any, flow_of: Any, found: Any, value: str) -> None:
    assert found(flow_of(block("set", "UpdateContactAttributes", {"Attributes": {"a": value}}))) == []
