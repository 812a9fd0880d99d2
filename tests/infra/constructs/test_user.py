import json
from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Aws, SecretValue, Stack
from aws_cdk.assertions import Template
from aws_cdk.aws_secretsmanager import Secret

from aicc_constructs import ExistingInstance, Queue, RoutingProfile, SecurityProfile, User

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]
MakeUser = Callable[..., User]

USER = "AWS::Connect::User"
QUEUE = Queue.from_arn("arn:aws:connect:ap-northeast-2:111122223333:instance/1a2b3c4d/queue/5e6f", "General")


@pytest.fixture
def routing_profile(stack: Stack, instance: ExistingInstance) -> RoutingProfile:
    return RoutingProfile(
        stack,
        "Routing",
        instance=instance,
        name="Agents",
        description="상담사",
        capacity={"VOICE": 1},
        default_outbound_queue=QUEUE,
    )


@pytest.fixture
def security_profile(stack: Stack, instance: ExistingInstance) -> SecurityProfile:
    return SecurityProfile(stack, "Security", instance=instance, name="Agent", permissions=["BasicAgentAccess"])


@pytest.fixture
def user(
    stack: Stack, instance: ExistingInstance, routing_profile: RoutingProfile, security_profile: SecurityProfile
) -> MakeUser:
    def make(**options: Any) -> User:
        given: dict[str, Any] = {
            "instance": instance,
            "username": "minji.kim",
            "first_name": "민지",
            "last_name": "김",
            "routing_profile": routing_profile,
            "security_profiles": [security_profile],
            **options,
        }
        return User(stack, "Kim", **given)

    return make


def test_a_user_has_a_name_and_profiles(
    stack: Stack,
    instance: ExistingInstance,
    user: MakeUser,
    routing_profile: RoutingProfile,
    security_profile: SecurityProfile,
    properties: Resource,
) -> None:
    user()

    assert properties(USER) == {
        "InstanceArn": instance.instance_arn,
        "Username": "minji.kim",
        "IdentityInfo": {"FirstName": "민지", "LastName": "김"},
        "PhoneConfig": {"PhoneType": "SOFT_PHONE", "AfterContactWorkTimeLimit": 0},
        "RoutingProfileArn": stack.resolve(routing_profile.routing_profile_arn),
        "SecurityProfileArns": [stack.resolve(security_profile.security_profile_arn)],
    }


def test_an_address_is_kept(user: MakeUser, properties: Resource) -> None:
    user(email="minji.kim@example.com")

    assert properties(USER)["IdentityInfo"]["Email"] == "minji.kim@example.com"


def test_a_password_is_read_from_secrets_manager_at_deploy(user: MakeUser, properties: Resource) -> None:
    user(password=SecretValue.secrets_manager("hanbit/minji", json_field="password"))

    assert properties(USER)["Password"] == "{{resolve:secretsmanager:hanbit/minji:SecretString:password::}}"


def test_a_secret_of_the_same_stack_is_named_and_not_copied(stack: Stack, user: MakeUser, properties: Resource) -> None:
    user(password=Secret(stack, "Password").secret_value)

    reference = json.dumps(properties(USER)["Password"])
    assert "{{resolve:secretsmanager:" in reference
    assert ":SecretString:::}}" in reference


def test_a_password_in_clear_is_refused_without_being_shown(user: MakeUser, refusal: Refusal) -> None:
    message = refusal(lambda: user(password=SecretValue.unsafe_plain_text("Hunter2-hunter2")))

    assert message == "user 'minji.kim': password: stands in clear; use SecretValue.secrets_manager(...)"


def test_no_template_holds_a_password(stack: Stack, user: MakeUser, refusal: Refusal) -> None:
    refusal(lambda: user(password=SecretValue.unsafe_plain_text("Hunter2-hunter2")))

    assert "Hunter2" not in json.dumps(Template.from_stack(stack).to_json())


def test_it_is_created_after_its_profiles(user: MakeUser, resource: Resource, resources: Resources) -> None:
    user()

    assert resource(USER)["DependsOn"] == list(resources("AWS::Connect::SecurityProfile"))


def test_its_arn_is_that_of_the_resource(stack: Stack, user: MakeUser, resources: Resources) -> None:
    made = user()

    [logical_id] = resources(USER)
    assert stack.resolve(made.user_arn) == {"Fn::GetAtt": [logical_id, "UserArn"]}


def test_a_name_known_only_at_deploy_passes(user: MakeUser, properties: Resource) -> None:
    user(username=Aws.STACK_NAME)

    assert properties(USER)["Username"] == {"Ref": "AWS::StackName"}


@pytest.mark.parametrize("username", ["", "김민지", "minji kim", "m" * 65, "minji\n"])
def test_a_name_that_connect_refuses_is_refused(user: MakeUser, username: str, refusal: Refusal) -> None:
    assert refusal(lambda: user(username=username)) == (
        f"user {username!r}: username: {username!r} is not allowed; use 1 to 64 letters, digits, _ - . @"
    )


@pytest.mark.parametrize("number", [0, 11])
def test_too_few_or_many_security_profiles_are_refused(
    user: MakeUser, security_profile: SecurityProfile, number: int, refusal: Refusal
) -> None:
    assert refusal(lambda: user(security_profiles=[security_profile] * number)) == (
        f"user 'minji.kim': security_profiles: there are {number}; give one to ten"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"first_name": ""}, "user 'minji.kim': first_name: '' has 0 characters; use 1 to 255"),
        ({"last_name": "김" * 301}, f"user 'minji.kim': last_name: {'김' * 301!r} has 301 characters; use 1 to 300"),
    ],
)
def test_a_person_without_a_usable_name_is_refused(
    user: MakeUser, options: dict[str, str], message: str, refusal: Refusal
) -> None:
    assert refusal(lambda: user(**options)) == message
