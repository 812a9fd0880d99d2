from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Aws, Stack

from aicc_constructs import ExistingInstance, SecurityProfile

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

PROFILE = "AWS::Connect::SecurityProfile"


def test_permissions_are_written_in_order(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    SecurityProfile(
        stack,
        "Agent",
        instance=instance,
        name="Aicc agent",
        permissions=["OutboundCallAccess", "BasicAgentAccess"],
        description="상담사",
    )

    assert properties(PROFILE) == {
        "InstanceArn": instance.instance_arn,
        "SecurityProfileName": "Aicc agent",
        "Description": "상담사",
        "Permissions": ["BasicAgentAccess", "OutboundCallAccess"],
    }


def test_it_may_permit_nothing(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    SecurityProfile(stack, "None", instance=instance, name="None", permissions=[])

    assert properties(PROFILE)["Permissions"] == []


def test_users_name_it_by_its_arn(stack: Stack, instance: ExistingInstance, resources: Resources) -> None:
    profile = SecurityProfile(stack, "Agent", instance=instance, name="Agent", permissions=["BasicAgentAccess"])

    [logical_id] = resources(PROFILE)
    assert profile.name == "Agent"
    assert stack.resolve(profile.security_profile_arn) == {"Fn::GetAtt": [logical_id, "SecurityProfileArn"]}


def test_profiles_are_created_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    for name in ("One", "Two"):
        SecurityProfile(stack, name, instance=instance, name=name, permissions=[])

    one, two = resources(PROFILE)
    assert resources(PROFILE)[two]["DependsOn"] == [one]


def test_a_name_known_only_at_deploy_passes(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    SecurityProfile(stack, "Agent", instance=instance, name=Aws.STACK_NAME, permissions=[])

    assert properties(PROFILE)["SecurityProfileName"] == {"Ref": "AWS::StackName"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"name": "상담사"},
            "security profile '상담사': name: '상담사' is not allowed; use 1 to 127 letters, digits, spaces, _ @ -",
        ),
        (
            {"name": "Agent\n"},
            "security profile 'Agent\\n': name: 'Agent\\n' is not allowed; use 1 to 127 letters, digits, spaces, _ @ -",
        ),
        ({"description": ""}, "security profile 'Agent': description: '' has 0 characters; use 1 to 250"),
        (
            {"permissions": ["BasicAgentAcess"]},
            "security profile 'Agent': permission: 'BasicAgentAcess' is not known; did you mean 'BasicAgentAccess'?",
        ),
        (
            {"permissions": ["Users.View", "BasicAgentAccess", "Users.View"]},
            "security profile 'Agent': permission: 'Users.View' is named twice; name each once",
        ),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    given = {"instance": instance, "name": "Agent", "permissions": ["BasicAgentAccess"], **options}

    assert refusal(lambda: SecurityProfile(stack, "Agent", **given)) == message
