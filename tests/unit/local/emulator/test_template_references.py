"""Templates that refer to what they do not define."""

import re
from typing import Any

import pytest

from aicc_local.emulator.template_references import UnresolvedReferences, check_references

QUEUE: dict[str, Any] = {"Type": "AWS::SQS::Queue"}


def _queue(value: Any, **attributes: Any) -> dict[str, Any]:
    return {**QUEUE, "Properties": {"QueueName": value}, **attributes}


@pytest.mark.parametrize(
    "value",
    [
        {"Ref": "Other"},
        {"Ref": "Parameter"},
        {"Ref": "AWS::StackId"},
        {"Fn::GetAtt": ["Other", "Arn"]},
        {"Fn::GetAtt": ["Other", {"Ref": "Parameter"}]},
        {"Fn::GetAtt": "Other.Arn"},
        {"Fn::Sub": "${Other} ${Other.Arn} ${Parameter} ${AWS::Region} ${!Literal}"},
        {"Fn::Sub": ["${local} ${Other}", {"local": {"Ref": "Other"}}]},
        {"Fn::Sub": ["${local.with.dots}", {"local.with.dots": "x"}]},
        {"Fn::If": ["Wanted", {"Ref": "Other"}, {"Ref": "AWS::NoValue"}]},
        {"Statement": [{"Effect": "Allow", "Condition": {"StringEquals": {"a": "b"}}}]},
        {"Condition": "a text of a property"},
        "${Nobody} is no variable here",
    ],
)
def test_what_is_defined_may_be_referred_to(value: Any) -> None:
    check_references(
        {
            "Parameters": {"Parameter": {"Type": "String"}},
            "Conditions": {
                "Base": {"Fn::Equals": [{"Ref": "Parameter"}, {"Ref": "AWS::Region"}]},
                "Wanted": {"Fn::Not": [{"Condition": "Base"}]},
            },
            "Resources": {
                "Other": {**QUEUE, "Condition": "Wanted"},
                "Queue": _queue(value, DependsOn=["Other"]),
                "Last": _queue("x", DependsOn="Queue"),
            },
            "Outputs": {"Output": {"Value": {"Fn::GetAtt": ["Queue", "Arn"]}, "Condition": "Base"}},
        }
    )


UNRESOLVED = "Template format error: Unresolved resource dependencies [{}] in the {} block of the template"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ({}, "Template format error: At least one Resources member must be defined."),
        ({"Resources": {}}, "Template format error: At least one Resources member must be defined."),
        ({"Resources": {"A": _queue({"Ref": "ZZ"})}}, UNRESOLVED.format("ZZ", "Resources")),
        (
            {"Resources": {"A": _queue([{"Ref": "Z"}, {"Ref": "Y"}, {"Ref": "Z"}])}},
            UNRESOLVED.format("Z, Y", "Resources"),
        ),
        ({"Resources": {"A": _queue({"Ref": "AWS::Nothing"})}}, UNRESOLVED.format("AWS::Nothing", "Resources")),
        ({"Resources": {"A": _queue({"Fn::Sub": "a ${ZZ}"})}}, UNRESOLVED.format("ZZ", "Resources")),
        ({"Resources": {"A": _queue({"Fn::Sub": ["${ZZ}", {"b": "c"}]})}}, UNRESOLVED.format("ZZ", "Resources")),
        (
            {"Resources": {"A": _queue({"Fn::Sub": ["${b}", {"b": {"Ref": "ZZ"}}]})}},
            UNRESOLVED.format("ZZ", "Resources"),
        ),
        ({"Resources": {"A": _queue("x", DependsOn="ZZ")}}, UNRESOLVED.format("ZZ", "Resources")),
        ({"Resources": {"A": _queue("x", DependsOn=["A", "ZZ"])}}, UNRESOLVED.format("ZZ", "Resources")),
        ({"Resources": {"A": QUEUE}, "Outputs": {"O": {"Value": {"Ref": "ZZ"}}}}, UNRESOLVED.format("ZZ", "Outputs")),
        (
            {"Resources": {"A": QUEUE}, "Outputs": {"O": {"Value": "x", "Export": {"Name": {"Ref": "ZZ"}}}}},
            UNRESOLVED.format("ZZ", "Outputs"),
        ),
        (
            {"Resources": {"A": _queue({"Fn::GetAtt": ["ZZ", "Arn"]})}},
            "Template error: instance of Fn::GetAtt references undefined resource ZZ",
        ),
        (
            {"Resources": {"A": QUEUE}, "Outputs": {"O": {"Value": {"Fn::GetAtt": "ZZ.Arn"}}}},
            "Template error: instance of Fn::GetAtt references undefined resource ZZ",
        ),
        (
            {"Resources": {"A": _queue({"Fn::Sub": "${ZZ.Arn}"})}},
            "Template error: instance of Fn::Sub references invalid resource attribute ZZ.Arn",
        ),
        (
            {"Resources": {"A": _queue({"Fn::If": ["ZZ", "a", "b"]})}},
            "Template error: unresolved condition dependency ZZ in Fn::If",
        ),
        (
            {"Resources": {"A": {**QUEUE, "Condition": "ZZ"}}},
            "Template format error: Unresolved condition dependency ZZ in the Resources block of the template",
        ),
        (
            {"Resources": {"A": QUEUE}, "Outputs": {"O": {"Value": "x", "Condition": "ZZ"}}},
            "Template format error: Unresolved condition dependency ZZ in the Outputs block of the template",
        ),
        (
            {"Resources": {"A": QUEUE}, "Conditions": {"C": {"Fn::Not": [{"Condition": "ZZ"}]}}},
            "Template format error: Unresolved condition dependency ZZ in the Conditions block of the template",
        ),
        (
            {"Resources": {"A": QUEUE}, "Conditions": {"C": {"Fn::Equals": [{"Ref": "A"}, "x"]}}},
            "Template format error: Unresolved dependencies [A]. "
            "Cannot reference resources in the Conditions block of the template",
        ),
    ],
)
def test_what_is_not_defined_is_refused(template: dict[str, Any], words: str) -> None:
    with pytest.raises(UnresolvedReferences, match=f"^{re.escape(words)}$"):
        check_references(template)
