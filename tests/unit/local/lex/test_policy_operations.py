"""The API of lexv2-models for resource policies and tags, in the shapes of its model."""

import json
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.store import Record
from tests.unit.local.fakes import FakeAws
from tests.unit.local.lex.models_api import call

STATEMENT = {
    "statementId": "AllowConnect",
    "effect": "Allow",
    "principal": [{"service": "connect.amazonaws.com"}],
    "action": ["lex:RecognizeText"],
    "condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnEquals": {"aws:SourceArn": "arn:aws:connect:::x"}},
}


def test_a_statement_makes_a_policy_and_the_last_one_takes_it_away(aws: FakeAws, alias: Record) -> None:
    made = call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **STATEMENT)
    described = call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)

    call(aws, "DeleteResourcePolicyStatement", resourceArn=alias.arn, statementId="AllowConnect")

    [statement] = json.loads(described["policy"])["Statement"]
    assert (made["revisionId"], statement["Sid"]) == ("1", "AllowConnect")
    assert statement["Principal"] == {"Service": "connect.amazonaws.com"}
    with pytest.raises(ServiceError, match="No resource policy is attached"):
        call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"condition": {"StringEquals": {"aws:SourceAccount": "1"}}}, "needs a condition on aws:SourceArn"),
        ({"condition": {}}, "needs a condition on aws:SourceAccount"),
        ({"principal": [{}]}, "either a service or an arn"),
        ({"principal": [{"service": "a", "arn": "b"}]}, "either a service or an arn"),
    ],
    ids=["no source", "no account", "nobody", "both"],
)
def test_a_statement_names_whom_it_is_for(aws: FakeAws, alias: Record, change: dict[str, Any], told: str) -> None:
    with pytest.raises(ServiceError, match=told):
        call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **{**STATEMENT, **change})


def test_a_statement_for_a_role_needs_no_condition(aws: FakeAws, alias: Record) -> None:
    role = {**STATEMENT, "principal": [{"arn": "arn:aws:iam::123456789012:role/app"}]}
    del role["condition"]

    call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **role)

    document = json.loads(call(aws, "DescribeResourcePolicy", resourceArn=alias.arn)["policy"])
    assert document["Statement"][0]["Principal"] == {"AWS": "arn:aws:iam::123456789012:role/app"}


def test_an_unknown_statement_cannot_be_deleted(aws: FakeAws, alias: Record) -> None:
    call(aws, "CreateResourcePolicyStatement", resourceArn=alias.arn, **STATEMENT)

    with pytest.raises(ServiceError, match="has no statement with the ID Other"):
        call(aws, "DeleteResourcePolicyStatement", resourceArn=alias.arn, statementId="Other")


def test_a_policy_is_created_replaced_and_deleted(aws: FakeAws, alias: Record) -> None:
    policy = {"Effect": "Deny", "Principal": "*", "Action": "lex:*", "Resource": alias.arn}
    document = json.dumps({"Version": "2012-10-17", "Statement": [policy]})

    created = call(aws, "CreateResourcePolicy", resourceArn=alias.arn, policy=document)
    updated = call(aws, "UpdateResourcePolicy", resourceArn=alias.arn, policy=document, expectedRevisionId="1")
    deleted = call(aws, "DeleteResourcePolicy", resourceArn=alias.arn)

    assert [each["revisionId"] for each in (created, updated, deleted)] == ["1", "2", "2"]


def test_tags_are_added_and_taken_away(aws: FakeAws, alias: Record) -> None:
    call(aws, "TagResource", resourceARN=alias.arn, tags={"a": "1", "b": "2"})
    call(aws, "UntagResource", resourceARN=alias.arn, tagKeys=["a"])

    assert call(aws, "ListTagsForResource", resourceARN=alias.arn)["tags"] == {"b": "2"}
    with pytest.raises(ServiceError, match="at most 200 tags"):
        call(aws, "TagResource", resourceARN=alias.arn, tags={str(number): "" for number in range(200)})
    with pytest.raises(ServiceError, match="There is no bot or bot alias"):
        call(aws, "ListTagsForResource", resourceARN=alias.arn + "X")
