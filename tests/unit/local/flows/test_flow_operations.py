"""The API of flows."""

from typing import Any
from uuid import uuid4

import pytest

from aicc_local.connect.flow_content import content_sha256
from aicc_local.connect.flow_operations import FLOW_OPERATIONS
from aicc_local.connect.flow_published import published_flow
from aicc_local.errors import ServiceError
from tests.unit.local.flows.account import Account
from tests.unit.local.flows.conftest import Api
from tests.unit.local.flows.contents import action, content_of

BROKEN = content_of(action("Say"))
NO_SAY = [{"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}]


def saying(text: str) -> str:
    return content_of(action("MessageParticipant", {"Text": text}))


def create(api: Api, name: str = "inbound", **parameters: Any) -> str:
    made = api("CreateContactFlow", **{"Name": name, "Type": "CONTACT_FLOW", "Content": saying("하나"), **parameters})
    return str(made["ContactFlowId"])


def content(api: Api, flow_id: str) -> str:
    return str(api("DescribeContactFlow", ContactFlowId=flow_id)["ContactFlow"]["Content"])


def test_describes_what_was_created(account: Account, api: Api) -> None:
    made = api(
        "CreateContactFlow",
        Name="inbound",
        Type="CONTACT_FLOW",
        Description="대표번호",
        Content=saying("하나"),
        Tags={"team": "care"},
    )

    told = api("DescribeContactFlow", ContactFlowId=made["ContactFlowId"])["ContactFlow"]
    assert told == {
        "Arn": f"{account.instance_arn}/contact-flow/{made['ContactFlowId']}",
        "Id": made["ContactFlowId"],
        "Name": "inbound",
        "Type": "CONTACT_FLOW",
        "State": "ACTIVE",
        "Status": "PUBLISHED",
        "Description": "대표번호",
        "Content": saying("하나"),
        "Tags": {"team": "care"},
        "FlowContentSha256": content_sha256(saying("하나")),
        "LastModifiedTime": account.aws.now(),
        "LastModifiedRegion": "ap-northeast-2",
    }
    assert made["FlowContentSha256"] == told["FlowContentSha256"]
    assert made["ContactFlowArn"] == told["Arn"]


def test_names_a_flow_by_its_arn_too(account: Account, api: Api) -> None:
    arn = f"{account.instance_arn}/contact-flow/{create(api)}"

    assert content(api, arn) == content(api, f"{arn}:$SAVED") == saying("하나")


def test_publishes_a_new_content(account: Account, api: Api) -> None:
    flow = create(api)
    account.aws.now.pass_time(60)

    api("UpdateContactFlowContent", ContactFlowId=flow, Content=saying("둘"))

    told = api("DescribeContactFlow", ContactFlowId=flow)["ContactFlow"]
    assert told["Content"] == saying("둘")
    assert told["LastModifiedTime"] == account.aws.now()
    assert published_flow(account.aws, told["Arn"]).actions[0].parameters == {"Text": "둘"}


def test_refuses_a_broken_content_and_keeps_the_old_one(api: Api) -> None:
    flow = create(api)

    with pytest.raises(ServiceError) as refusal:
        api("UpdateContactFlowContent", ContactFlowId=flow, Content=BROKEN)

    assert refusal.value.code == "InvalidContactFlowException"
    assert refusal.value.members == {"problems": NO_SAY}
    assert content(api, flow) == saying("하나")


@pytest.mark.parametrize("text", ["", "x" * 256_001])
def test_refuses_a_content_of_no_possible_length(api: Api, text: str) -> None:
    flow = create(api)

    with pytest.raises(ServiceError, match="InvalidParameterException"):
        api("UpdateContactFlowContent", ContactFlowId=flow, Content=text)


def test_saves_beside_what_is_published_without_judging(api: Api) -> None:
    flow = create(api)

    api("UpdateContactFlowContent", ContactFlowId=f"{flow}:$SAVED", Content=BROKEN)

    saved = api("DescribeContactFlow", ContactFlowId=f"{flow}:$SAVED")["ContactFlow"]
    assert (saved["Content"], saved["Status"]) == (BROKEN, "SAVED")
    assert content(api, flow) == saying("하나")


def test_publishing_takes_the_place_of_what_was_saved(api: Api) -> None:
    flow = create(api)
    api("UpdateContactFlowContent", ContactFlowId=f"{flow}:$SAVED", Content=BROKEN)

    api("UpdateContactFlowContent", ContactFlowId=flow, Content=saying("둘"))

    saved = api("DescribeContactFlow", ContactFlowId=f"{flow}:$SAVED")["ContactFlow"]
    assert (saved["Content"], saved["Status"]) == (saying("둘"), "PUBLISHED")


def test_a_flow_that_is_only_saved_is_not_judged_and_cannot_be_run(account: Account, api: Api) -> None:
    flow = create(api, Status="SAVED", Content=BROKEN)

    for read in (
        lambda: api("DescribeContactFlow", ContactFlowId=flow),
        lambda: published_flow(account.aws, f"{account.instance_arn}/contact-flow/{flow}"),
    ):
        with pytest.raises(ServiceError, match="ContactFlowNotPublishedException"):
            read()
    assert content(api, f"{flow}:$SAVED") == BROKEN
    [summary] = api("ListContactFlows")["ContactFlowSummaryList"]
    assert summary["ContactFlowStatus"] == "SAVED"


def test_publishes_a_flow_that_was_only_saved(api: Api) -> None:
    flow = create(api, Status="SAVED", Content=BROKEN)
    api("UpdateContactFlowContent", ContactFlowId=f"{flow}:$SAVED", Content=saying("초안"))

    api("UpdateContactFlowContent", ContactFlowId=flow, Content=saying("둘"))

    told = api("DescribeContactFlow", ContactFlowId=flow)["ContactFlow"]
    assert (told["Content"], told["Status"]) == (saying("둘"), "PUBLISHED")


def test_changes_what_describes_a_flow(api: Api) -> None:
    flow = create(api, Status="SAVED", Content=BROKEN)

    api("UpdateContactFlowName", ContactFlowId=flow, Name="first")
    api("UpdateContactFlowMetadata", ContactFlowId=flow, Description="새로", ContactFlowState="ARCHIVED")

    told = api("DescribeContactFlow", ContactFlowId=f"{flow}:$SAVED")["ContactFlow"]
    assert (told["Name"], told["Description"], told["State"]) == ("first", "새로", "ARCHIVED")
    assert told["Status"] == "SAVED"


def test_does_not_give_a_flow_the_name_of_another(api: Api) -> None:
    create(api, "first")
    second = create(api, "second")

    with pytest.raises(ServiceError, match="DuplicateResourceException"):
        api("UpdateContactFlowName", ContactFlowId=second, Name="first")


def test_lists_flows_of_some_types_page_by_page(api: Api) -> None:
    ids = [create(api, f"flow{number}") for number in range(3)]
    queue = create(api, "queue", Type="CUSTOMER_QUEUE")

    first = api("ListContactFlows", ContactFlowTypes=["CONTACT_FLOW"], MaxResults=2)
    last = api("ListContactFlows", ContactFlowTypes=["CONTACT_FLOW"], MaxResults=2, NextToken=first["NextToken"])

    assert [each["Id"] for page in (first, last) for each in page["ContactFlowSummaryList"]] == ids
    assert "NextToken" not in last
    [summary] = api("ListContactFlows", ContactFlowTypes=["CUSTOMER_QUEUE"])["ContactFlowSummaryList"]
    assert {key: value for key, value in summary.items() if key != "Arn"} == {
        "Id": queue,
        "Name": "queue",
        "ContactFlowType": "CUSTOMER_QUEUE",
        "ContactFlowState": "ACTIVE",
        "ContactFlowStatus": "PUBLISHED",
    }


def test_deletes_a_flow(api: Api) -> None:
    flow = create(api)

    api("DeleteContactFlow", ContactFlowId=flow)

    with pytest.raises(ServiceError, match="ResourceNotFoundException"):
        api("DescribeContactFlow", ContactFlowId=flow)


@pytest.mark.parametrize("operation", sorted(FLOW_OPERATIONS))
def test_does_not_know_what_is_not_there(api: Api, operation: str) -> None:
    gone = str(uuid4())
    asked = {"ContactFlowId": gone, "ContactFlowModuleId": gone, "AliasId": gone, "ContactFlowModuleVersion": 1}
    instance = {} if "Create" not in operation and "List" not in operation else {"InstanceId": gone}

    with pytest.raises(ServiceError, match="ResourceNotFoundException"):
        api(operation, **asked, **instance, Content=saying("하나"), Name="a", AliasName="a", Type="CONTACT_FLOW")
