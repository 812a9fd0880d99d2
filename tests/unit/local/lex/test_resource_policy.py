"""A bot or an alias has one policy; Connect's statement lives in it beside those of the user."""

import json
from typing import Any

import pytest

from aicc_local.errors import ServiceError
from aicc_local.lex.policy_document import parsed
from aicc_local.lex.resource_policy import (
    allow_connect,
    create_policy,
    delete_policy,
    disallow_connect,
    existing_policy,
    find_policy,
    policy_of,
    revision,
    update_policy,
)
from aicc_local.lex.types import BOT_ALIAS_TYPE, RESOURCE_POLICY_TYPE
from tests.unit.local.fakes import ACCOUNT, FakeAws
from tests.unit.local.lex.bots import make

INSTANCE = f"arn:aws:connect:ap-northeast-2:{ACCOUNT}:instance/11111111-2222-3333-4444-555555555555"


def document(arn: str, sid: str = "Own") -> dict[str, Any]:
    statement = {
        "Sid": sid,
        "Effect": "Allow",
        "Principal": {"Service": "connect.amazonaws.com"},
        "Action": "lex:RecognizeText",
        "Resource": arn,
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def may_talk(aws: FakeAws, alias_arn: str, instance_arn: str) -> bool:
    return aws.policies.allow(
        policy_of(aws, alias_arn),
        service="connect.amazonaws.com",
        action="lex:RecognizeText",
        resource=alias_arn,
        source_arn=instance_arn,
        source_account=ACCOUNT,
    )


def test_an_associated_instance_may_talk_and_no_other(aws: FakeAws) -> None:
    alias = make(aws)

    allow_connect(aws, alias.arn, INSTANCE)

    assert may_talk(aws, alias.arn, INSTANCE)
    assert not may_talk(aws, alias.arn, INSTANCE.replace("1111", "9999"))


def test_connect_writes_the_statement_that_it_documents(aws: FakeAws) -> None:
    alias = make(aws)

    allow_connect(aws, alias.arn, INSTANCE)

    [statement] = policy_of(aws, alias.arn)["Statement"]
    assert statement["Sid"] == "connect-ap-northeast-2-11111111-2222-3333-4444-555555555555"
    assert statement["Action"] == ["lex:RecognizeText", "lex:StartConversation"]
    assert statement["Condition"] == {
        "StringEquals": {"AWS:SourceAccount": ACCOUNT},
        "ArnEquals": {"AWS:SourceArn": INSTANCE},
    }


def test_disassociating_takes_the_statement_and_an_empty_policy_goes(aws: FakeAws) -> None:
    alias = make(aws)
    allow_connect(aws, alias.arn, INSTANCE)

    disallow_connect(aws, alias.arn, INSTANCE)
    disallow_connect(aws, alias.arn, INSTANCE)

    assert find_policy(aws, alias.arn) is None


def test_the_statements_of_the_user_stay(aws: FakeAws) -> None:
    alias = make(aws)
    create_policy(aws, alias.arn, document(alias.arn))

    allow_connect(aws, alias.arn, INSTANCE)
    disallow_connect(aws, alias.arn, INSTANCE)

    assert [each["Sid"] for each in policy_of(aws, alias.arn)["Statement"]] == ["Own"]
    assert revision(existing_policy(aws, alias.arn)) == "3"


def test_a_statement_of_the_user_with_the_same_name_conflicts(aws: FakeAws) -> None:
    alias = make(aws)
    sid = "connect-ap-northeast-2-11111111-2222-3333-4444-555555555555"
    create_policy(aws, alias.arn, document(alias.arn, sid))

    with pytest.raises(ServiceError, match="already has a statement with the ID connect-ap") as refused:
        allow_connect(aws, alias.arn, INSTANCE)

    assert refused.value.code == "ConflictException"


def test_a_policy_of_the_template_conflicts_with_that_of_an_association(aws: FakeAws) -> None:
    alias = make(aws)
    allow_connect(aws, alias.arn, INSTANCE)

    with pytest.raises(ServiceError, match="A resource policy already exists"):
        RESOURCE_POLICY_TYPE.create(aws, {"ResourceArn": alias.arn, "Policy": document(alias.arn)})


def test_a_policy_of_a_template_is_changed_in_place(aws: FakeAws) -> None:
    alias = make(aws)
    record = RESOURCE_POLICY_TYPE.create(aws, {"ResourceArn": alias.arn, "Policy": document(alias.arn)})

    RESOURCE_POLICY_TYPE.update(aws, record, {"ResourceArn": alias.arn, "Policy": json.dumps(document(alias.arn, "B"))})

    assert RESOURCE_POLICY_TYPE.all_attributes(aws, record)["RevisionId"] == "2"
    assert policy_of(aws, alias.arn)["Statement"][0]["Sid"] == "B"
    assert RESOURCE_POLICY_TYPE.ref(aws, record) == record.id


def test_the_policy_goes_with_its_alias(aws: FakeAws) -> None:
    alias = make(aws)
    allow_connect(aws, alias.arn, INSTANCE)

    BOT_ALIAS_TYPE.delete(aws, alias)

    assert find_policy(aws, alias.arn) is None


def test_there_is_no_policy_without_a_bot_or_an_alias(aws: FakeAws) -> None:
    with pytest.raises(ServiceError, match="There is no bot or bot alias") as refused:
        allow_connect(aws, "arn:aws:lex:ap-northeast-2:1:bot-alias/A/B", INSTANCE)

    assert refused.value.code == "ResourceNotFoundException"


def test_another_revision_than_expected_is_refused(aws: FakeAws) -> None:
    alias = make(aws)
    create_policy(aws, alias.arn, document(alias.arn))
    update_policy(aws, alias.arn, document(alias.arn), expected="1")

    with pytest.raises(ServiceError, match="does not match the current revision 2") as refused:
        delete_policy(aws, alias.arn, expected="1")

    assert refused.value.code == "PreconditionFailedException"


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ("{", "it is not JSON"),
        ({"Version": "2020"}, "Version must be 2012-10-17"),
        ({"Version": "2012-10-17"}, "it has no Statement"),
        ({"Version": "2012-10-17", "Statement": ["x"]}, "Statement[0] is not an object"),
        ({"Version": "2012-10-17", "Statement": {"Effect": "Allow"}}, "Statement[0] has no Principal"),
        (
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Maybe", "Principal": "*", "Action": "lex:*", "Resource": "*"}],
            },
            "Effect is 'Maybe'",
        ),
        (
            {
                "Version": "2012-10-17",
                "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"], "Resource": "*"}],
            },
            "Action 's3:GetObject' is not one of Amazon Lex",
        ),
    ],
    ids=["no JSON", "version", "no statement", "no object", "no principal", "effect", "action"],
)
def test_what_is_no_policy_is_refused(policy: Any, told: str) -> None:
    with pytest.raises(ServiceError) as refused:
        parsed(policy)

    assert (refused.value.code, told in refused.value.message) == ("ValidationException", True)
