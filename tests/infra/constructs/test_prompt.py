from collections.abc import Callable
from typing import Any

import pytest
from aws_cdk import Stack
from aws_cdk.aws_s3 import Bucket

from aicc_constructs import ExistingInstance, Prompt

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

PROMPT = "AWS::Connect::Prompt"


@pytest.mark.parametrize(
    "s3_uri",
    ["s3://hanbit/prompts/hold.wav", "https://hanbit.s3.ap-northeast-2.amazonaws.com/hold.wav"],
)
def test_it_is_read_from_s3(stack: Stack, instance: ExistingInstance, s3_uri: str, properties: Resource) -> None:
    Prompt(stack, "Music", instance=instance, name="대기 음악", s3_uri=s3_uri, description="기다리는 동안")

    assert properties(PROMPT) == {
        "InstanceArn": instance.instance_arn,
        "Name": "대기 음악",
        "S3Uri": s3_uri,
        "Description": "기다리는 동안",
    }


def test_an_address_known_only_at_deploy_passes(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    bucket = Bucket(stack, "Bucket")

    Prompt(stack, "Music", instance=instance, name="Music", s3_uri=bucket.s3_url_for_object("hold.wav"))

    assert properties(PROMPT)["S3Uri"] == stack.resolve(bucket.s3_url_for_object("hold.wav"))


def test_flows_name_it_by_its_arn(stack: Stack, instance: ExistingInstance, resources: Resources) -> None:
    prompt = Prompt(stack, "Music", instance=instance, name="Music", s3_uri="s3://hanbit/hold.wav")

    assert (prompt.placeholder_kind, prompt.placeholder_value) == ("prompt", prompt.prompt_arn)
    [logical_id] = resources(PROMPT)
    assert stack.resolve(prompt.prompt_arn) == {"Fn::GetAtt": [logical_id, "PromptArn"]}


def test_prompts_are_created_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    for name in ("One", "Two"):
        Prompt(stack, name, instance=instance, name=name, s3_uri="s3://hanbit/hold.wav")

    one, two = resources(PROMPT)
    assert resources(PROMPT)[two]["DependsOn"] == [one]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"name": ""}, "prompt '': name: '' has 0 characters; use 1 to 127"),
        ({"name": "n" * 128}, f"prompt {'n' * 128!r}: name: {'n' * 128!r} has 128 characters; use 1 to 127"),
        ({"description": ""}, "prompt 'Music': description: '' has 0 characters; use 1 to 250"),
        ({"s3_uri": "hold.wav"}, "prompt 'Music': s3_uri: 'hold.wav' is not in S3; write s3://bucket/key.wav"),
        ({"s3_uri": "s3://hanbit"}, "prompt 'Music': s3_uri: 's3://hanbit' is not in S3; write s3://bucket/key.wav"),
        (
            {"s3_uri": "https://hanbit.example.com/hold.wav"},
            "prompt 'Music': s3_uri: 'https://hanbit.example.com/hold.wav' is not in S3; write s3://bucket/key.wav",
        ),
    ],
)
def test_what_connect_refuses_is_refused(
    stack: Stack, instance: ExistingInstance, options: dict[str, Any], message: str, refusal: Refusal
) -> None:
    given = {"instance": instance, "name": "Music", "s3_uri": "s3://hanbit/hold.wav", **options}

    assert refusal(lambda: Prompt(stack, "Music", **given)) == message
