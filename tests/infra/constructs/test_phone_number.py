from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Aws, Fn, Stack
from aws_cdk.aws_iam import Role, ServicePrincipal

from aicc_constructs import ExistingInstance, PhoneNumber

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

NUMBER = "AWS::Connect::PhoneNumber"
ARN = "arn:aws:connect:ap-northeast-2:111122223333:phone-number/7a8b"


@pytest.fixture
def role(stack: Stack) -> Role:
    return Role(stack, "Dialer", assumed_by=ServicePrincipal("lambda.amazonaws.com"))


def test_it_is_a_korean_number_of_the_instance(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    PhoneNumber(stack, "Main", instance=instance)

    assert properties(NUMBER) == {"TargetArn": instance.instance_arn, "CountryCode": "KR", "Type": "DID"}


def test_country_type_and_description_are_chosen(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    PhoneNumber(stack, "Main", instance=instance, country_code="JP", number_type="TOLL_FREE", description="대표 번호")

    assert properties(NUMBER)["CountryCode"] == "JP"
    assert properties(NUMBER)["Type"] == "TOLL_FREE"
    assert properties(NUMBER)["Description"] == "대표 번호"


def test_it_is_kept_whatever_happens_to_the_stack(stack: Stack, instance: ExistingInstance, resource: Resource) -> None:
    PhoneNumber(stack, "Main", instance=instance)

    assert resource(NUMBER)["DeletionPolicy"] == "RetainExceptOnCreate"
    assert resource(NUMBER)["UpdateReplacePolicy"] == "Retain"


def test_arn_and_address_are_those_of_the_resource(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    number = PhoneNumber(stack, "Main", instance=instance)

    [logical_id] = resources(NUMBER)
    assert stack.resolve(number.phone_number_arn) == {"Fn::GetAtt": [logical_id, "PhoneNumberArn"]}
    assert stack.resolve(number.address) == {"Fn::GetAtt": [logical_id, "Address"]}


def test_numbers_are_claimed_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    for construct_id in ("One", "Two"):
        PhoneNumber(stack, construct_id, instance=instance)

    one, two = resources(NUMBER)
    assert resources(NUMBER)[two]["DependsOn"] == [one]


def test_calls_from_it_are_granted_for_it_alone(
    stack: Stack, instance: ExistingInstance, role: Role, properties: Resource
) -> None:
    number = PhoneNumber(stack, "Main", instance=instance)

    number.grant_call_from(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {
            "Action": "connect:StartOutboundVoiceContact",
            "Effect": "Allow",
            "Resource": stack.resolve(number.phone_number_arn),
        }
    ]


def test_calls_from_an_existing_number_are_granted_too(role: Role, properties: Resource) -> None:
    PhoneNumber.from_arn(ARN).grant_call_from(role)

    assert properties("AWS::IAM::Policy")["PolicyDocument"]["Statement"] == [
        {"Action": "connect:StartOutboundVoiceContact", "Effect": "Allow", "Resource": ARN}
    ]


def test_an_existing_number_makes_nothing(resources: Resources) -> None:
    number = PhoneNumber.from_arn(ARN)

    assert number.phone_number_arn == ARN
    assert resources(NUMBER) == {}


def test_an_arn_known_only_at_deploy_passes(stack: Stack) -> None:
    number = PhoneNumber.from_arn(Fn.import_value("NumberArn"))

    assert stack.resolve(number.phone_number_arn) == {"Fn::ImportValue": "NumberArn"}


@pytest.mark.parametrize("arn", ["", "+82215880000", ARN.replace("phone-number", "instance"), ARN + "/x", ARN + "\n"])
def test_what_is_no_arn_of_a_number_is_refused(arn: str, refusal: Refusal) -> None:
    assert refusal(lambda: PhoneNumber.from_arn(arn)) == (
        f"phone number: phone_number_arn: {arn!r} is not the ARN of a number; "
        "copy it from the list of numbers: arn:aws:connect:REGION:ACCOUNT:phone-number/ID"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"number_type": "TOLLFREE"},
            "phone number 'Main': number_type: 'TOLLFREE' is not known; did you mean 'TOLL_FREE'?",
        ),
        (
            {"country_code": "kr"},
            "phone number 'Main': country_code: 'kr' is not a code; use two capitals such as KR",
        ),
        (
            {"country_code": "KOR"},
            "phone number 'Main': country_code: 'KOR' is not a code; use two capitals such as KR",
        ),
        ({"description": ""}, "phone number 'Main': description: '' has 0 characters; use 1 to 500"),
        (
            {"description": "d" * 501},
            f"phone number 'Main': description: {'d' * 501!r} has 501 characters; use 1 to 500",
        ),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    assert refusal(lambda: PhoneNumber(stack, "Main", instance=instance, **options)) == message


def test_a_country_known_only_at_deploy_passes(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    PhoneNumber(stack, "Main", instance=instance, country_code=Aws.REGION)

    assert properties(NUMBER)["CountryCode"] == {"Ref": "AWS::Region"}
