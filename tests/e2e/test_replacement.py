"""What a change replaces in types of the emulator's own: what their registry schemas say, and nothing else."""

import uuid
from collections.abc import Iterator
from typing import Any

import boto3
import pytest

from tests.e2e.stacks import SmallStack, small_stack
from tests.e2e.templates import function

SOURCE = "def handler(event, context):\n    return 'done'\n"


@pytest.fixture
def stack(session: boto3.Session) -> Iterator[SmallStack]:
    with small_stack(session, f"small-{uuid.uuid4().hex[:8]}") as stack:
        yield stack


def resources(**changes: dict[str, Any]) -> dict[str, Any]:
    """A function with all that belongs to it, and a bucket; `changes` are of properties, by resource."""
    named = {"Ref": "Function"}
    made: dict[str, Any] = {
        **function(SOURCE),
        "Version": {"Type": "AWS::Lambda::Version", "Properties": {"FunctionName": named}},
        "Alias": {
            "Type": "AWS::Lambda::Alias",
            "Properties": {"FunctionName": named, "FunctionVersion": "$LATEST", "Name": "live"},
        },
        "Permission": {
            "Type": "AWS::Lambda::Permission",
            "Properties": {
                "FunctionName": named,
                "Action": "lambda:InvokeFunction",
                "Principal": "connect.amazonaws.com",
            },
        },
        "Bucket": {"Type": "AWS::S3::Bucket", "Properties": {}},
        "BucketPolicy": {
            "Type": "AWS::S3::BucketPolicy",
            "Properties": {
                "Bucket": {"Ref": "Bucket"},
                "PolicyDocument": {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Deny",
                            "Principal": "*",
                            "Action": "s3:DeleteBucket",
                            "Resource": {"Fn::GetAtt": ["Bucket", "Arn"]},
                            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
                        }
                    ],
                },
            },
        },
    }
    for logical_id, properties in changes.items():
        made[logical_id]["Properties"] = {**made[logical_id]["Properties"], **properties}
    return made


@pytest.mark.parametrize(
    ("logical_id", "properties", "replacement"),
    [
        ("Log", {"LogGroupName": "/tests/{unique}"}, "True"),
        ("Log", {"RetentionInDays": 7}, "False"),
        ("Alias", {"Name": "prod"}, "True"),
        ("Alias", {"Description": "another"}, "False"),
        ("Permission", {"Principal": "lex.amazonaws.com"}, "True"),
        ("Function", {"Description": "another"}, "False"),
        ("Function", {"FunctionName": "named-{unique}"}, "True"),
        ("Bucket", {"BucketName": "named-{unique}"}, "True"),
        ("Bucket", {"VersioningConfiguration": {"Status": "Enabled"}}, "False"),
    ],
)
def test_a_change_replaces_what_the_schema_says(
    stack: SmallStack, logical_id: str, properties: dict[str, Any], replacement: str
) -> None:
    unique = uuid.uuid4().hex[:8]
    given = {key: value.format(unique=unique) if isinstance(value, str) else value for key, value in properties.items()}
    assert stack.create(resources()) == "CREATE_COMPLETE"
    before = stack.physical_id(logical_id)

    changed = resources(**{logical_id: given})
    assert stack.replacements(changed)[logical_id] == replacement
    assert stack.update(changed) == "UPDATE_COMPLETE", stack.reasons()

    assert (stack.physical_id(logical_id) != before) == (replacement == "True")
