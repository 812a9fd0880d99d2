"""The API of modules, their versions and aliases."""

from typing import Any

import pytest

from aicc_local.connect.flow_content import content_sha256
from aicc_local.errors import ServiceError
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.conftest import Api
from tests.unit.local.flows.contents import action, content_of

MODULE_PARTS: dict[str, list[str]] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}
NO_SAY = {"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}


def module_saying(text: str) -> str:
    end = {"Type": "EndFlowModuleExecution", "Transitions": {}, "Identifier": "1"}
    return content_of(action("MessageParticipant", {"Text": text}), end, Settings=MODULE_PARTS)


def create_module(api: Api, name: str = "greet", **parameters: Any) -> str:
    return str(api("CreateContactFlowModule", **{"Name": name, "Content": module_saying("하나"), **parameters})["Id"])


def test_describes_a_module(account: Account, api: Api) -> None:
    module = create_module(api, Description="인사", Settings="{}", Tags={"team": "care"})

    told = api("DescribeContactFlowModule", ContactFlowModuleId=module)["ContactFlowModule"]
    assert told == {
        "Arn": f"{account.instance_arn}/flow-module/{module}",
        "Id": module,
        "Name": "greet",
        "Content": module_saying("하나"),
        "Description": "인사",
        "State": "ACTIVE",
        "Status": "published",
        "Tags": {"team": "care"},
        "FlowModuleContentSha256": content_sha256(module_saying("하나")),
        "Settings": "{}",
    }


def test_refuses_a_broken_module_and_keeps_the_old_one(api: Api) -> None:
    module = create_module(api)
    broken = content_of(action("Say"), Settings=MODULE_PARTS)

    with pytest.raises(ServiceError) as refusal:
        api("UpdateContactFlowModuleContent", ContactFlowModuleId=module, Content=broken)

    assert refusal.value.code == "InvalidContactFlowModuleException"
    assert NO_SAY in refusal.value.members["Problems"]
    told = api("DescribeContactFlowModule", ContactFlowModuleId=module)["ContactFlowModule"]
    assert told["Content"] == module_saying("하나")


def test_publishes_and_saves_contents_of_modules(api: Api) -> None:
    module = create_module(api)

    api("UpdateContactFlowModuleContent", ContactFlowModuleId=module, Content=module_saying("둘"))
    api("UpdateContactFlowModuleContent", ContactFlowModuleId=f"{module}:$SAVED", Content="초안")

    told = api("DescribeContactFlowModule", ContactFlowModuleId=module)["ContactFlowModule"]
    saved = api("DescribeContactFlowModule", ContactFlowModuleId=f"{module}:$SAVED")["ContactFlowModule"]
    assert (told["Content"], saved["Content"]) == (module_saying("둘"), "초안")


def test_a_repeated_token_makes_no_second_module(api: Api) -> None:
    first = create_module(api, ClientToken="t-1")

    assert create_module(api, ClientToken="t-1") == first
    with pytest.raises(ServiceError, match="IdempotencyException"):
        create_module(api, "another", ClientToken="t-1")
    assert len(api("ListContactFlowModules")["ContactFlowModulesSummaryList"]) == 1


def test_lists_modules_by_their_state(api: Api) -> None:
    used, archived = create_module(api, "used"), create_module(api, "archived")
    api("UpdateContactFlowModuleMetadata", ContactFlowModuleId=archived, State="ARCHIVED")

    def listed(**parameters: Any) -> list[str]:
        return [each["Id"] for each in api("ListContactFlowModules", **parameters)["ContactFlowModulesSummaryList"]]

    assert listed() == [used, archived]
    assert listed(ContactFlowModuleState="ARCHIVED") == [archived]


def test_describes_versions_of_a_module(api: Api) -> None:
    module = create_module(api)
    sha256 = content_sha256(module_saying("하나"))
    api(
        "CreateContactFlowModuleVersion", ContactFlowModuleId=module, Description="처음", FlowModuleContentSha256=sha256
    )
    api("UpdateContactFlowModuleContent", ContactFlowModuleId=module, Content=module_saying("둘"))

    told = api("DescribeContactFlowModule", ContactFlowModuleId=f"{module}:1")["ContactFlowModule"]
    [summary] = api("ListContactFlowModuleVersions", ContactFlowModuleId=module)["ContactFlowModuleVersionSummaryList"]
    assert (told["Content"], told["Version"], told["VersionDescription"]) == (module_saying("하나"), 1, "처음")
    assert summary == {"Arn": f"{told['Arn']}:1", "Version": 1, "VersionDescription": "처음"}


def test_makes_no_version_of_another_content(api: Api) -> None:
    module = create_module(api)

    with pytest.raises(ServiceError, match="InvalidRequestException"):
        api("CreateContactFlowModuleVersion", ContactFlowModuleId=module, FlowModuleContentSha256="0" * 64)


def test_moves_an_alias_from_version_to_version(api: Api) -> None:
    module = create_module(api)
    api("CreateContactFlowModuleVersion", ContactFlowModuleId=module)
    api("UpdateContactFlowModuleContent", ContactFlowModuleId=module, Content=module_saying("둘"))
    api("CreateContactFlowModuleVersion", ContactFlowModuleId=module)
    named = {"ContactFlowModuleId": module, "AliasName": "live", "ContactFlowModuleVersion": 1}
    alias = {"ContactFlowModuleId": module, "AliasId": api("CreateContactFlowModuleAlias", **named)["Id"]}

    api("UpdateContactFlowModuleAlias", **alias, ContactFlowModuleVersion=2)

    told = api("DescribeContactFlowModuleAlias", **alias)["ContactFlowModuleAlias"]
    live = api("DescribeContactFlowModule", ContactFlowModuleId=f"{module}:live")["ContactFlowModule"]
    [summary] = api("ListContactFlowModuleAliases", ContactFlowModuleId=module)["ContactFlowModuleAliasSummaryList"]
    assert (told["Name"], told["Version"]) == ("live", 2)
    assert (summary["AliasId"], summary["AliasName"], summary["Version"]) == (alias["AliasId"], "live", 2)
    assert live["Content"] == module_saying("둘")


def test_deletes_an_alias_and_then_its_version(api: Api) -> None:
    module = create_module(api)
    api("CreateContactFlowModuleVersion", ContactFlowModuleId=module)
    named = {"ContactFlowModuleId": module, "AliasName": "live", "ContactFlowModuleVersion": 1}
    alias = api("CreateContactFlowModuleAlias", **named)["Id"]

    api("DeleteContactFlowModuleAlias", ContactFlowModuleId=module, AliasId=alias)
    api("DeleteContactFlowModuleVersion", ContactFlowModuleId=module, ContactFlowModuleVersion=1)

    listed = api("ListContactFlowModuleVersions", ContactFlowModuleId=module)
    assert listed["ContactFlowModuleVersionSummaryList"] == []


def test_deletes_a_module_with_its_versions(api: Api, account: Account) -> None:
    module = create_module(api)
    api("CreateContactFlowModuleVersion", ContactFlowModuleId=module)

    api("DeleteContactFlowModule", ContactFlowModuleId=module)

    assert [each.kind for each in account.aws.store.of("AWS::Connect::ContactFlowModuleVersion")] == []
