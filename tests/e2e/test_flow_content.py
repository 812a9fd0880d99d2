"""Contents of flows over the API and by CloudFormation: what Connect refuses changes nothing."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import boto3
import pytest
from botocore.exceptions import ClientError, WaiterError
from mypy_boto3_cloudformation import CloudFormationClient
from mypy_boto3_connect import ConnectClient

UNKNOWN_TYPE = {"message": "Invalid Action type. Type: Say, Path: Actions[0].Type"}
MODULE_PARTS: dict[str, list[str]] = {"InputParameters": [], "OutputParameters": [], "Transitions": []}


@pytest.fixture
def connect(session: boto3.Session, deployed: dict[str, str]) -> ConnectClient:
    return session.client("connect")


@pytest.fixture
def cloudformation(session: boto3.Session, deployed: dict[str, str]) -> CloudFormationClient:
    return session.client("cloudformation")


@pytest.fixture
def instance_id(deployed: dict[str, str]) -> str:
    return deployed["InstanceArn"].rpartition("/")[2]


@pytest.fixture
def flow(connect: ConnectClient, instance_id: str) -> Iterator[dict[str, Any]]:
    """A flow of the environment, as it was before; it is put back."""
    listed = connect.list_contact_flows(InstanceId=instance_id, ContactFlowTypes=["CONTACT_FLOW"])
    [summary] = [each for each in listed["ContactFlowSummaryList"] if each["Name"].endswith("inbound")]
    names = {"InstanceId": instance_id, "ContactFlowId": summary["Id"]}
    before = connect.describe_contact_flow(**names)["ContactFlow"]
    yield {**names, "Content": before["Content"]}
    connect.update_contact_flow_content(**names, Content=before["Content"])


def changed(content: str, **members: Any) -> str:
    """The content with other members of its first action."""
    document = json.loads(content)
    document["Actions"][0].update(members)
    return json.dumps(document, ensure_ascii=False)


def described(connect: ConnectClient, flow: dict[str, Any], qualifier: str = "") -> Any:
    asked = f"{flow['ContactFlowId']}{qualifier}"
    return connect.describe_contact_flow(InstanceId=flow["InstanceId"], ContactFlowId=asked)["ContactFlow"]


def test_a_broken_content_is_refused_with_its_problems(connect: ConnectClient, flow: dict[str, Any]) -> None:
    broken = changed(flow["Content"], Type="Say", Transitions={})

    with pytest.raises(connect.exceptions.InvalidContactFlowException) as refusal:
        connect.update_contact_flow_content(**{**flow, "Content": broken})

    response: Any = refusal.value.response
    assert response["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert response["Error"]["Message"] == ""
    assert response["problems"] == [UNKNOWN_TYPE]
    assert described(connect, flow)["Content"] == flow["Content"]


def test_a_content_that_names_what_is_not_there_is_refused(connect: ConnectClient, flow: dict[str, Any]) -> None:
    elsewhere = flow["Content"].replace("/contact-flow/", "/contact-flow/0")

    with pytest.raises(connect.exceptions.InvalidContactFlowException) as refusal:
        connect.update_contact_flow_content(**{**flow, "Content": elsewhere})

    response: Any = refusal.value.response
    places = {problem["message"].rpartition(".")[2] for problem in response["problems"]}
    assert {"AgentWhisper", "CustomerHold", "CustomerQueue"} <= places
    assert described(connect, flow)["Content"] == flow["Content"]


def test_a_good_content_is_published(connect: ConnectClient, flow: dict[str, Any]) -> None:
    content = json.dumps({**json.loads(flow["Content"]), "Metadata": {"note": "새로"}}, ensure_ascii=False)

    connect.update_contact_flow_content(**{**flow, "Content": content})

    told = described(connect, flow)
    assert (told["Content"], told["Status"]) == (content, "PUBLISHED")
    assert described(connect, {**flow, "ContactFlowId": told["Arn"]})["Content"] == content


def test_a_draft_is_not_judged_and_changes_nothing(connect: ConnectClient, flow: dict[str, Any]) -> None:
    saved = {**flow, "ContactFlowId": f"{flow['ContactFlowId']}:$SAVED", "Content": "{}"}

    connect.update_contact_flow_content(**saved)

    assert described(connect, flow)["Content"] == flow["Content"]
    assert described(connect, flow, ":$SAVED")["Content"] == "{}"


def test_lists_every_flow_page_by_page(connect: ConnectClient, instance_id: str) -> None:
    together = connect.list_contact_flows(InstanceId=instance_id)["ContactFlowSummaryList"]
    pages = connect.get_paginator("list_contact_flows").paginate(
        InstanceId=instance_id, PaginationConfig={"PageSize": 3}
    )

    one_by_one = [each for page in pages for each in page["ContactFlowSummaryList"]]

    assert one_by_one == together
    assert len(together) > 3


def test_a_broken_module_is_refused_with_its_problems(connect: ConnectClient, instance_id: str) -> None:
    with pytest.raises(connect.exceptions.InvalidContactFlowModuleException) as refusal:
        connect.create_contact_flow_module(InstanceId=instance_id, Name="broken", Content=broken_content(module=True))

    response: Any = refusal.value.response
    assert response["Problems"] == [UNKNOWN_TYPE]
    modules = connect.list_contact_flow_modules(InstanceId=instance_id)["ContactFlowModulesSummaryList"]
    assert "broken" not in [each["Name"] for each in modules]


def test_a_module_without_settings_is_an_invalid_request(connect: ConnectClient, instance_id: str) -> None:
    with pytest.raises(ClientError, match="JSON field is missing or null for field name: settings"):
        connect.create_contact_flow_module(InstanceId=instance_id, Name="broken", Content=broken_content())


@pytest.mark.parametrize("kind", ["ContactFlow", "ContactFlowModule"])
def test_the_events_of_a_stack_tell_the_problems(
    cloudformation: CloudFormationClient, deployed: dict[str, str], kind: str
) -> None:
    properties = {
        "InstanceArn": deployed["InstanceArn"],
        "Name": "broken",
        "Content": broken_content(module=kind == "ContactFlowModule"),
        **({"Type": "CONTACT_FLOW"} if kind == "ContactFlow" else {}),
    }
    template = {"Resources": {"Broken": {"Type": f"AWS::Connect::{kind}", "Properties": properties}}}
    name = f"broken-{uuid4().hex[:8]}"

    cloudformation.create_stack(StackName=name, TemplateBody=json.dumps(template))
    events = ended(cloudformation, name)
    cloudformation.delete_stack(StackName=name)

    [reason] = [each for each in events if UNKNOWN_TYPE["message"] in each]
    assert "HandlerErrorCode: InvalidRequest" in reason


def broken_content(*, module: bool = False) -> str:
    """A content whose action does not exist."""
    action = {"Identifier": "say", "Type": "Say", "Parameters": {}, "Transitions": {}}
    document = {"Version": "2019-10-30", "StartAction": "say", "Actions": [action]}
    return json.dumps({**document, **({"Settings": MODULE_PARTS} if module else {})})


def ended(cloudformation: CloudFormationClient, stack: str) -> list[str]:
    """Why resources of a stack failed that could not be created."""
    created = cloudformation.get_waiter("stack_create_complete")
    with pytest.raises(WaiterError):
        created.wait(StackName=stack, WaiterConfig={"Delay": 1, "MaxAttempts": 30})
    events = cloudformation.describe_stack_events(StackName=stack)["StackEvents"]
    return [each["ResourceStatusReason"] for each in events if each["ResourceStatus"] == "CREATE_FAILED"]
