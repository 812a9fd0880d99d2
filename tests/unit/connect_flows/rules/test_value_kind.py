from typing import Any

import pytest


def test_finds_a_boolean(block: Any, flow_of: Any, found: Any) -> None:
    ask = block("ask", "GetParticipantInput", {"DTMFConfiguration": {"DisableCancelKey": True}})

    assert found(flow_of(ask)) == [
        "ask: Parameters.DTMFConfiguration.DisableCancelKey is the JSON boolean true; write it as a string"
    ]


@pytest.mark.parametrize(
    ("action_type", "parameters", "line"),
    [
        ("MessageParticipant", {"Text": None}, "Parameters.Text is null; make it one string"),
        ("MessageParticipant", {"Text": ["네."]}, "Parameters.Text is a list; make it one string"),
        ("MessageParticipant", {"Text": {"ko": "네."}}, "Parameters.Text is an object; make it one string"),
        ("TagContact", {"Tags": ["a"]}, "Parameters.Tags is a list; make it an object"),
        ("TagContact", {"Tags": ""}, "Parameters.Tags is ''; make it an object"),
        ("UntagContact", {"TagKeys": "a"}, "Parameters.TagKeys is 'a'; make it a list"),
        (
            "UpdateFlowAttributes",
            {"FlowAttributes": {"a": "b"}},
            "Parameters.FlowAttributes.a is 'b'; make it an object",
        ),
        ("Wait", {"ContinueExecution": 1}, "Parameters.ContinueExecution is the JSON number 1; make it one string"),
        ("Loop", {"LoopCount": False}, "Parameters.LoopCount is the JSON boolean false; write it as a string"),
    ],
)
def test_finds_every_other_kind(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object], line: str
) -> None:
    assert found(flow_of(block("go", action_type, parameters))) == [f"go: {line}"]


@pytest.mark.parametrize(
    ("action_type", "parameters"),
    [
        ("Loop", {"LoopCount": 3}),
        ("GetParticipantInput", {"InputTimeLimitSeconds": 5}),
        ("InvokeFlowModule", {"Input": {"tries": 3, "known": True}}),
        ("UpdateContactAttributes", {"Attributes": {"age": 7}}),
    ],
)
def test_takes_numbers_as_they_are(
    block: Any, flow_of: Any, found: Any, action_type: str, parameters: dict[str, object]
) -> None:
    assert found(flow_of(block("go", action_type, parameters))) == []


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({"first": "1"}, "is an object; make it a string or a boolean or a number"),
        (["1"], "is a list; make it a string or a boolean or a number"),
        (None, "is null; make it a string or a boolean or a number"),
    ],
)
def test_the_input_of_a_module_is_flat(block: Any, flow_of: Any, found: Any, value: object, problem: str) -> None:
    module = block("go", "InvokeFlowModule", {"FlowModuleId": "${module.menu}", "Input": {"tries": value}})

    assert found(flow_of(module)) == [f"go: Parameters.Input.tries {problem}"]


@pytest.mark.parametrize("value", ["1", 1, 1.5, True])
def test_the_input_of_a_module_keeps_its_kind(block: Any, flow_of: Any, found: Any, value: object) -> None:
    module = block("go", "InvokeFlowModule", {"FlowModuleId": "${module.menu}", "Input": {"tries": value}})

    assert found(flow_of(module)) == []
