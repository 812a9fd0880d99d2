from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack

from aicc_constructs import ConnectInstance, ExistingInstance, SamlAccess

Resource = Callable[[str], dict[str, Any]]
Refusal = Callable[[Callable[[], object]], str]

METADATA = f"<EntityDescriptor>{'x' * 1000}</EntityDescriptor>"


def test_the_provider_has_the_metadata(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    SamlAccess(stack, "Saml", instance=instance, metadata=METADATA)

    assert properties("AWS::IAM::SAMLProvider") == {"SamlMetadataDocument": METADATA}


def test_only_people_whom_the_provider_signs_in_take_the_role(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    access = SamlAccess(stack, "Saml", instance=instance, metadata=METADATA)

    [statement] = properties("AWS::IAM::Role")["AssumeRolePolicyDocument"]["Statement"]
    assert statement == {
        "Effect": "Allow",
        "Action": "sts:AssumeRoleWithSAML",
        "Principal": {"Federated": stack.resolve(access.provider.saml_provider_arn)},
        "Condition": {"StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}},
    }


def test_each_may_only_become_themselves_in_this_instance(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    access = SamlAccess(stack, "Saml", instance=instance, metadata=METADATA)

    policy = properties("AWS::IAM::Policy")
    assert policy["Roles"] == [stack.resolve(access.role.role_name)]
    assert policy["PolicyDocument"]["Statement"] == [
        {
            "Effect": "Allow",
            "Action": "connect:GetFederationToken",
            "Resource": f"{instance.instance_arn}/user/${{aws:userid}}",
        }
    ]


def test_an_instance_made_here_is_named_too(stack: Stack, properties: Resource) -> None:
    instance = ConnectInstance(stack, "Made", alias="hanbit", identity="SAML")

    SamlAccess(stack, "Saml", instance=instance, metadata=METADATA)

    [statement] = properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"]
    assert statement["Resource"] == {"Fn::Join": ["", [stack.resolve(instance.instance_arn), "/user/${aws:userid}"]]}


def test_the_role_is_kept_since_every_user_would_be_stranded(
    stack: Stack, instance: ExistingInstance, resource: Resource
) -> None:
    SamlAccess(stack, "Saml", instance=instance, metadata=METADATA)

    assert resource("AWS::IAM::Role")["DeletionPolicy"] == "RetainExceptOnCreate"
    assert resource("AWS::IAM::Role")["UpdateReplacePolicy"] == "Retain"


@pytest.mark.parametrize("length", [0, 999, 10_000_001])
def test_metadata_of_a_length_that_iam_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, length: int, refusal: Refusal
) -> None:
    message = refusal(lambda: SamlAccess(stack, "Saml", instance=instance, metadata="x" * length))

    assert message == (f"Test/Saml: length of metadata: {length} is outside 1000 to 10000000; choose a value inside")
