"""Flows and modules as resources: what a template makes, changes and deletes."""

import json
from typing import Any

import pytest

from aicc_local.connect.contact_flow import ContactFlow
from aicc_local.connect.flow_module import ContactFlowModule
from aicc_local.connect.flow_module_version import ContactFlowModuleAlias, ContactFlowModuleVersion
from aicc_local.connect.flow_published import published_flow, published_module
from aicc_local.errors import ServiceError
from connect_flows import FlowType
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import action, content_of

MODULE_PARTS: dict[str, list[str]] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
WELL = content_of(action("MessageParticipant", {"Text": "안녕하세요"}))
BROKEN = content_of(action("Say"))
NO_SAY = [{"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}]


def module_content(text: str = "안녕하세요", *more: dict[str, Any], **end: Any) -> str:
    last = {"Type": "EndFlowModuleExecution", "Parameters": end, "Transitions": {}, "Identifier": "1"}
    return content_of(action("MessageParticipant", {"Text": text}), last, *more, Settings=MODULE_PARTS)


def flow(account: Account, **properties: Any) -> dict[str, Any]:
    return {
        "InstanceArn": account.instance_arn,
        "Name": "inbound",
        "Type": "CONTACT_FLOW",
        "Content": WELL,
        **properties,
    }


def module(account: Account, **properties: Any) -> dict[str, Any]:
    return {"InstanceArn": account.instance_arn, "Name": "greet", "Content": module_content(), **properties}


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


def test_keeps_a_module(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))

    values = ContactFlowModule().all_attributes(account.aws, made)
    assert values["ContactFlowModuleArn"] == made.arn
    assert values["Status"] == "published"
    assert published_module(account.aws, made.arn).name == "greet"


def test_refuses_a_module_with_problems_that_begin_with_a_capital(account: Account) -> None:
    content = content_of(action("Say"), Settings=MODULE_PARTS, StartAction="0")

    with pytest.raises(ServiceError) as refusal:
        ContactFlowModule().create(account.aws, module(account, Content=content))

    assert refusal.value.code == "InvalidContactFlowModuleException"
    assert refusal.value.members == {"Problems": NO_SAY}


@pytest.mark.parametrize("content", [BROKEN, json.dumps({**json.loads(BROKEN), "Settings": None})])
def test_asks_for_the_settings_of_a_module_before_anything_else(account: Account, content: str) -> None:
    with pytest.raises(ServiceError) as refusal:
        ContactFlowModule().create(account.aws, module(account, Content=content))

    assert refusal.value.code == "InvalidRequestException"
    assert refusal.value.message == "JSON field is missing or null for field name: settings"


def test_a_module_that_is_no_json_has_an_invalid_format(account: Account) -> None:
    with pytest.raises(ServiceError) as refusal:
        ContactFlowModule().create(account.aws, module(account, Content="settings"))

    assert refusal.value.members == {"Problems": [{"message": "Invalid contact flow format"}]}


def test_a_version_stays_as_the_module_was(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))
    first = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})
    ContactFlowModule().update(account.aws, made, module(account, Content=module_content("어서 오세요")))
    second = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})

    assert [first.arn, second.arn] == [f"{made.arn}:1", f"{made.arn}:2"]
    assert published_module(account.aws, first.arn).actions[0].parameters == {"Text": "안녕하세요"}
    assert published_module(account.aws, second.arn).actions[0].parameters == {"Text": "어서 오세요"}
    assert ContactFlowModuleVersion().all_attributes(account.aws, second)["Version"] == 2


def test_numbers_of_versions_are_not_used_again(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))
    first = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})
    ContactFlowModuleVersion().delete(account.aws, first)

    second = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})

    assert second.arn == f"{made.arn}:2"


def test_an_alias_leads_to_a_version(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))
    version = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})
    properties = {"ContactFlowModuleId": made.arn, "ContactFlowModuleVersion": 1, "Name": "live"}
    alias = ContactFlowModuleAlias().create(account.aws, properties)
    ContactFlowModule().update(account.aws, made, module(account, Content=module_content("어서 오세요")))

    assert published_module(account.aws, f"{made.arn}:live") is published_module(account.aws, version.arn)
    assert published_module(account.aws, alias.arn) is published_module(account.aws, version.arn)
    assert ContactFlowModuleAlias().ref(account.aws, alias) == alias.arn


def test_an_alias_needs_its_version(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))
    properties = {"ContactFlowModuleId": made.arn, "ContactFlowModuleVersion": 1, "Name": "live"}

    with pytest.raises(ServiceError, match="ResourceNotFoundException"):
        ContactFlowModuleAlias().create(account.aws, properties)


def test_a_version_stays_while_an_alias_leads_to_it(account: Account) -> None:
    made = ContactFlowModule().create(account.aws, module(account))
    version = ContactFlowModuleVersion().create(account.aws, {"ContactFlowModuleId": made.arn})
    properties = {"ContactFlowModuleId": made.arn, "ContactFlowModuleVersion": 1, "Name": "live"}
    ContactFlowModuleAlias().create(account.aws, properties)

    with pytest.raises(ServiceError, match="InvalidRequestException"):
        ContactFlowModuleVersion().delete(account.aws, version)


def test_there_is_no_run_time_view_of_what_is_gone(account: Account) -> None:
    made = ContactFlow().create(account.aws, flow(account))
    ContactFlow().delete(account.aws, made)

    with pytest.raises(ServiceError, match="ResourceNotFoundException"):
        published_flow(account.aws, made.arn)
