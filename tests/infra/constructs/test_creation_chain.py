from collections.abc import Callable, Mapping
from typing import Any

from aws_cdk import App, NestedStack, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_connect import CfnApprovedOrigin
from constructs import Construct

from aicc_constructs.creation_chain import CreationChain

Resources = Callable[[str], dict[str, dict[str, Any]]]

TYPE = "AWS::Connect::ApprovedOrigin"


def _origin(scope: Construct, host: str) -> CfnApprovedOrigin:
    return CfnApprovedOrigin(scope, host, instance_id="arn", origin=f"https://{host}")


def _order(resources: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    return {logical_id: each.get("DependsOn", []) for logical_id, each in resources.items()}


def test_each_resource_waits_for_the_one_before(stack: Stack, resources: Resources) -> None:
    chain = CreationChain()

    for host in ("one", "two", "three"):
        chain.append(_origin(stack, host))

    assert _order(resources(TYPE)) == {"one": [], "two": ["one"], "three": ["two"]}
    assert len(chain) == 3


def test_two_instances_do_not_wait_for_each_other(stack: Stack, resources: Resources) -> None:
    CreationChain().append(_origin(stack, "one"))
    CreationChain().append(_origin(stack, "two"))

    assert _order(resources(TYPE)) == {"one": [], "two": []}


def test_a_nested_stack_begins_after_what_its_parent_had(stack: Stack, resources: Resources) -> None:
    chain, nested = CreationChain(), NestedStack(stack, "Flows")

    chain.append(_origin(stack, "one"))
    chain.append(_origin(nested, "two"))
    chain.append(_origin(nested, "three"))

    [nested_resource] = resources("AWS::CloudFormation::Stack").values()
    assert nested_resource["DependsOn"] == ["one"]
    assert _order(Template.from_stack(nested).find_resources(TYPE)) == {"two": [], "three": ["two"]}


def test_a_parent_never_waits_for_its_nested_stack(stack: Stack, resources: Resources) -> None:
    chain, nested = CreationChain(), NestedStack(stack, "Flows")

    chain.append(_origin(stack, "one"))
    chain.append(_origin(nested, "two"))
    chain.append(_origin(stack, "three"))
    chain.append(_origin(nested, "four"))

    assert _order(resources(TYPE)) == {"one": [], "three": ["one"]}
    assert _order(resources("AWS::CloudFormation::Stack")).popitem()[1] == ["one"]
    assert _order(Template.from_stack(nested).find_resources(TYPE)) == {"two": [], "four": ["two"]}


def test_a_stack_nested_twice_begins_after_the_nearest_that_has_something(stack: Stack, resources: Resources) -> None:
    chain, outer = CreationChain(), NestedStack(stack, "Outer")

    chain.append(_origin(stack, "one"))
    chain.append(_origin(NestedStack(outer, "Inner"), "two"))

    assert _order(resources("AWS::CloudFormation::Stack")).popitem()[1] == ["one"]


def test_two_top_level_stacks_do_not_wait_for_each_other(stack: Stack, resources: Resources) -> None:
    chain, other = CreationChain(), Stack(App.of(stack), "Other")

    chain.append(_origin(stack, "one"))
    chain.append(_origin(other, "two"))

    assert _order(resources(TYPE)) == {"one": []}
    assert other.dependencies == []
