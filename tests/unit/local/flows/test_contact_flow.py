"""Flows as resources: what a template makes, changes and deletes."""

from typing import Any

import pytest

from aicc_local.connect.contact_flow import ContactFlow
from aicc_local.connect.flow_published import published_flow
from aicc_local.errors import ServiceError
from connect_flows import FlowType
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import action, content_of

WELL = content_of(action("MessageParticipant", {"Text": "안녕하세요"}))
BROKEN = content_of(action("Say"))
NO_SAY = [{"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}]


def flow(account: Account, **properties: Any) -> dict[str, Any]:
    return {
        "InstanceArn": account.instance_arn,
        "Name": "inbound",
        "Type": "CONTACT_FLOW",
        "Content": WELL,
        **properties,
    }


def test_keeps_a_flow_that_connect_would_publish(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account))

    read = published_flow(account.aws, made.arn)
    assert ContactFlow().ref(account.aws, made) == made.arn
    assert (read.name, read.type) == ("inbound", FlowType.CONTACT_FLOW)
    assert read.actions[0].parameters == {"Text": "안녕하세요"}


def test_reads_a_content_once(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account))

    assert published_flow(account.aws, made.arn) is published_flow(account.aws, made.arn)


def test_refuses_a_flow_with_the_problems_and_no_message(account: Account) -> None:
    with pytest.raises(ServiceError) as refusal:
        ContactFlow().create(account.aws, flow(account, Content=BROKEN))

    assert refusal.value.code == "InvalidContactFlowException"
    assert refusal.value.message == ""
    assert refusal.value.members == {"problems": NO_SAY}
    assert list(account.aws.store.of(ContactFlow.type_name)) == []


def test_refuses_an_update_and_keeps_the_old_content(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account))

    with pytest.raises(ServiceError) as refusal:
        ContactFlow().update(account.aws, made, flow(account, Content=BROKEN))

    assert refusal.value.members["problems"] == NO_SAY
    assert made.properties["Content"] == WELL


def test_judges_a_content_by_the_type_of_its_flow(account: Account) -> None:
    with pytest.raises(ServiceError) as refusal:
        ContactFlow().create(account.aws, flow(account, Type="CUSTOMER_WHISPER"))

    assert refusal.value.members["problems"] == [
        {"message": "Invalid Action type. Type: DisconnectParticipant, Path: Actions[1].Type"}
    ]


def test_only_another_type_makes_another_flow() -> None:
    assert ContactFlow().schema.create_only == {"Type"}


def test_takes_a_korean_name(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account, Name="대표번호"))

    assert made.name == "대표번호"


def test_refuses_a_name_that_is_taken(account: Account) -> None:
    ContactFlow().create(account.aws, flow(account))

    with pytest.raises(ServiceError, match="DuplicateResourceException"):
        ContactFlow().create(account.aws, flow(account))


def test_refuses_a_content_that_is_too_long(account: Account) -> None:
    long = content_of(Metadata={"note": "가" * 256_000})

    with pytest.raises(ServiceError, match="InvalidRequestException"):
        ContactFlow().create(account.aws, flow(account, Content=long))


def test_deletes_a_flow_that_another_transfers_to(account: Account) -> None:
    last = ContactFlow().create(account.aws, flow(account, Name="last"))
    transfer = action("TransferToFlow", {"ContactFlowId": last.arn}, Errors=("NoMatchingError",))
    ContactFlow().create(account.aws, flow(account, Content=content_of(transfer)))

    ContactFlow().delete(account.aws, last)

    assert account.aws.store.get(last.arn) is None


def test_there_is_no_run_time_view_of_what_is_gone(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account))
    ContactFlow().delete(account.aws, made)

    with pytest.raises(ServiceError, match="ResourceNotFoundException"):
        published_flow(account.aws, made.arn)
