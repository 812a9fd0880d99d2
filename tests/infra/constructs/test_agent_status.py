from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack

from aicc_constructs import AgentStatus, ExistingInstance

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

STATUS = "AWS::Connect::AgentStatus"


def test_agents_can_choose_it(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    AgentStatus(stack, "Lunch", instance=instance, name="점심")

    assert properties(STATUS) == {"InstanceArn": instance.instance_arn, "Name": "점심", "State": "ENABLED"}


def test_state_place_and_description_are_chosen(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    AgentStatus(
        stack, "Lunch", instance=instance, name="점심", enabled=False, display_order=50, description="식사 시간"
    )

    assert properties(STATUS) == {
        "InstanceArn": instance.instance_arn,
        "Name": "점심",
        "State": "DISABLED",
        "DisplayOrder": 50,
        "Description": "식사 시간",
    }


def test_statuses_are_created_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    lunch = AgentStatus(stack, "Lunch", instance=instance, name="점심")
    AgentStatus(stack, "Training", instance=instance, name="교육")

    first, second = resources(STATUS)
    assert stack.resolve(lunch.agent_status_arn) == {"Fn::GetAtt": [first, "AgentStatusArn"]}
    assert resources(STATUS)[second]["DependsOn"] == [first]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"name": ""}, "agent status '': name: '' has 0 characters; use 1 to 127"),
        ({"name": "n" * 128}, f"agent status {'n' * 128!r}: name: {'n' * 128!r} has 128 characters; use 1 to 127"),
        ({"description": ""}, "agent status '점심': description: '' has 0 characters; use 1 to 250"),
        ({"display_order": 0}, "agent status '점심': display_order: 0 is outside 1 to 50; choose a value inside"),
        ({"display_order": 51}, "agent status '점심': display_order: 51 is outside 1 to 50; choose a value inside"),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    given = {"instance": instance, "name": "점심", **options}

    assert refusal(lambda: AgentStatus(stack, "Lunch", **given)) == message
