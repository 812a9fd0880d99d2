"""A bot that is associated with an instance of Connect, and a policy of the user's own that stands in the way."""

import pytest

from aicc_local.connect.integration_association import ASSOCIATION
from aicc_local.errors import ServiceError
from aicc_local.lex.resource_policy import create_policy, delete_policy, policy_of
from aicc_local.store import Record
from tests.unit.local.connect.centre import Centre
from tests.unit.local.fakes import FakeAws


def statement(alias: Record, sid: str) -> dict[str, object]:
    service = {"Service": "connect.amazonaws.com"}
    allow = {"Sid": sid, "Effect": "Allow", "Principal": service, "Action": "lex:*", "Resource": alias.arn}
    return {"Version": "2012-10-17", "Statement": [allow]}


def test_an_association_that_cannot_write_its_statement_is_not_there(aws: FakeAws, alias: Record) -> None:
    centre = Centre(aws)
    sid = f"connect-ap-northeast-2-{centre.instance.id}"
    create_policy(aws, alias.arn, statement(alias, sid))

    with pytest.raises(ServiceError, match=f"already has a statement with the ID {sid}"):
        centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias.arn)

    assert not list(aws.store.of(ASSOCIATION))


def test_an_association_is_made_once_nothing_is_in_its_way(aws: FakeAws, alias: Record) -> None:
    centre = Centre(aws)
    sid = f"connect-ap-northeast-2-{centre.instance.id}"
    create_policy(aws, alias.arn, statement(alias, sid))
    with pytest.raises(ServiceError):
        centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias.arn)
    delete_policy(aws, alias.arn)

    centre.make("IntegrationAssociation", IntegrationType="LEX_BOT", IntegrationArn=alias.arn)

    assert [each["Sid"] for each in policy_of(aws, alias.arn)["Statement"]] == [sid]
