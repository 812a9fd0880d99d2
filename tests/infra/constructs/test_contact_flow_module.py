import json
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack

from aicc_constructs import ContactFlow, ContactFlowModule, ExistingInstance
from aicc_constructs.assets import asset
from connect_flows import Flow, UnknownPlaceholder, load, parse

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

MODULE = "AWS::Connect::ContactFlowModule"


def _module(text: str = "${text.greeting}", **metadata: str) -> Flow:
    document = {
        "Version": "2019-10-30",
        "StartAction": "greet",
        "Metadata": {"name": "greet", **metadata},
        "Settings": {"InputParameters": [], "OutputParameters": [], "Transitions": []},
        "Actions": [
            {
                "Identifier": "greet",
                "Type": "MessageParticipant",
                "Parameters": {"Text": text},
                "Transitions": {"NextAction": "end"},
            },
            {"Identifier": "end", "Type": "EndFlowModuleExecution", "Parameters": {}, "Transitions": {}},
        ],
    }
    return parse(json.dumps(document, indent=2), source="modules/greet.json")


def test_name_description_and_content_are_those_of_the_file(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    text = '"네"라고 \\ 말씀해 주세요'

    module = ContactFlowModule(
        stack,
        "Greet",
        instance=instance,
        flow=_module(description="인사"),
        values={"text.greeting": text},
        name_prefix="aicc-",
    )

    made = properties(MODULE)
    assert (made["InstanceArn"], made["Name"], made["Description"]) == (instance.instance_arn, "aicc-greet", "인사")
    assert json.loads(made["Content"])["Actions"][0]["Parameters"]["Text"] == text
    assert "\n" not in made["Content"]
    assert module.name == "aicc-greet"


def test_a_module_without_a_description_has_none(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    ContactFlowModule(stack, "Greet", instance=instance, flow=_module("네"))

    assert "Description" not in properties(MODULE)


def test_flows_name_it_by_its_arn_and_are_created_after_it(
    stack: Stack, instance: ExistingInstance, resources: Resources, resource: Resource
) -> None:
    module = ContactFlowModule(stack, "Greet", instance=instance, flow=_module("네"))
    ContactFlow(stack, "Hold", instance=instance, flow=asset("flows/customer_hold.json"))

    [logical_id] = resources(MODULE)
    assert (module.placeholder_kind, module.placeholder_value) == ("module", module.contact_flow_module_arn)
    assert stack.resolve(module.placeholder_value) == {"Fn::GetAtt": [logical_id, "ContactFlowModuleArn"]}
    assert resource("AWS::Connect::ContactFlow")["DependsOn"] == [logical_id]


def test_placeholders_left_over_are_refused(stack: Stack, instance: ExistingInstance) -> None:
    with pytest.raises(UnknownPlaceholder) as refused:
        ContactFlowModule(stack, "Greet", instance=instance, flow=_module(), values={"text.other": "네"})

    assert str(refused.value) == (
        "modules/greet.json: action 'greet' (Actions[0]): Parameters.Text ${text.greeting} has no value; "
        "of kind text there is ${text.other} [E003]"
    )


def test_a_flow_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    file = asset("flows/customer_hold.json")

    message = refusal(lambda: ContactFlowModule(stack, "Greet", instance=instance, flow=file))

    assert message == f"{load(file).source}: has no Settings, so it is no module; use ContactFlow"


def test_a_prefix_that_would_silence_the_metrics_is_refused(
    stack: Stack, instance: ExistingInstance, refusal: Refusal
) -> None:
    flow = _module("네")

    message = refusal(lambda: ContactFlowModule(stack, "Flow", instance=instance, flow=flow, name_prefix="한빛-"))

    assert message == (
        "modules/greet.json: name: '한빛-greet' holds characters whose metrics CloudWatch drops: '한빛'; "
        "use ASCII letters, digits, space and .,-_/#:$@|&{}+?%; and put Korean into the description"
    )


def test_a_description_too_long_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    flow = _module("네", description="d" * 501)

    message = refusal(lambda: ContactFlowModule(stack, "Flow", instance=instance, flow=flow))

    assert message == f"modules/greet.json: description: {'d' * 501!r} has 501 characters; use 1 to 500"
