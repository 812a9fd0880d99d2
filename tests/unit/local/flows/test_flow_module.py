"""Modules as resources, with their versions and aliases."""

import json
from typing import Any

import pytest

from aicc_local.connect.flow_module import ContactFlowModule
from aicc_local.connect.flow_module_version import ContactFlowModuleAlias, ContactFlowModuleVersion
from aicc_local.connect.flow_published import published_module
from aicc_local.errors import ServiceError
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.contents import action, content_of

MODULE_PARTS: dict[str, list[str]] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
BROKEN = content_of(action("Say"))
NO_SAY = [{"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}]


def module_content(text: str = "안녕하세요", *more: dict[str, Any], **end: Any) -> str:
    last = {"Type": "EndFlowModuleExecution", "Parameters": end, "Transitions": {}, "Identifier": "1"}
    return content_of(action("MessageParticipant", {"Text": text}), last, *more, Settings=MODULE_PARTS)


def module(account: Account, **properties: Any) -> dict[str, Any]:
    return {"InstanceArn": account.instance_arn, "Name": "greet", "Content": module_content(), **properties}


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
