"""The dev environment on the local AWS: all there, as the template asks, and quiet when nothing changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import boto3
import pytest

from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import STACK
from tests.e2e.connect_names import NAMES, listed_names
from tests.e2e.deployed_stack import DeployedStack
from tests.e2e.local_server import Cdk

if TYPE_CHECKING:
    from mypy_boto3_connect import ConnectClient

PREFIX = "aicc-"


@pytest.fixture(scope="module")
def template(assembly: Path) -> CloudAssembly:
    return CloudAssembly(assembly)


@pytest.fixture(scope="module")
def connect(session: boto3.Session) -> ConnectClient:
    return session.client("connect")


@pytest.fixture(scope="module")
def stack(deployed: dict[str, str], session: boto3.Session) -> DeployedStack:
    return DeployedStack(session.client("cloudformation"), STACK)


def test_makes_every_resource_of_both_templates(stack: DeployedStack, template: CloudAssembly) -> None:
    made = stack.resources()

    assert {name: each["ResourceStatus"] for name, each in made.items()} == dict.fromkeys(
        template.resources(), "CREATE_COMPLETE"
    )


def test_the_instance_has_the_alias_that_was_asked_for(
    deployed: dict[str, str], connect: ConnectClient, template: CloudAssembly
) -> None:
    [asked] = template.of_type("AWS::Connect::Instance").values()

    [instance] = connect.list_instances()["InstanceSummaryList"]

    assert instance["Arn"] == deployed["InstanceArn"]
    assert instance["InstanceAlias"] == asked["Properties"]["InstanceAlias"]


@pytest.mark.parametrize("resource_type", NAMES)
def test_connect_lists_what_was_asked_for(
    deployed: dict[str, str], connect: ConnectClient, template: CloudAssembly, resource_type: str
) -> None:
    asked = {each["Properties"][NAMES[resource_type]] for each in template.of_type(resource_type).values()}

    names = listed_names(connect, deployed["InstanceArn"], resource_type)

    assert asked
    assert asked <= set(names)
    assert len(names) == len(set(names))
    # The rest is what every new instance has.
    assert not [name for name in set(names) - asked if name.startswith(PREFIX)]


def test_a_flow_holds_the_arns_of_this_deployment(
    deployed: dict[str, str], connect: ConnectClient, stack: DeployedStack, template: CloudAssembly
) -> None:
    inbound = stack.physical_id(template.logical_id("AWS::Connect::ContactFlow", Name="aicc-inbound"))
    module = stack.physical_id(template.logical_id("AWS::Connect::ContactFlowModule", Name="aicc-authenticate"))

    flow = connect.describe_contact_flow(InstanceId=deployed["InstanceArn"], ContactFlowId=inbound)["ContactFlow"]

    assert module in flow["Content"]
    assert "${" not in flow["Content"].replace("${aws:", "")


def test_every_queue_offers_its_quick_connects(
    deployed: dict[str, str], connect: ConnectClient, stack: DeployedStack, template: CloudAssembly
) -> None:
    asked = {
        stack.physical_id(tie["Properties"]["QueueId"]["Fn::GetAtt"][0]): {
            stack.physical_id(each["Fn::GetAtt"][0]) for each in tie["Properties"]["QuickConnectIds"]
        }
        for tie in template.of_type("Custom::QueueQuickConnects").values()
    }

    offered = {
        queue: {
            each["Arn"]
            for each in connect.list_queue_quick_connects(InstanceId=deployed["InstanceArn"], QueueId=queue)[
                "QuickConnectSummaryList"
            ]
        }
        for queue in asked
    }

    assert offered == asked


def test_an_update_without_a_change_changes_nothing(cdk: Cdk, stack: DeployedStack, assembly: Path) -> None:
    with stack.new_events() as events:
        second = cdk.deploy(assembly)

    assert f"{STACK} (no changes)" in second.stderr + second.stdout
    assert events == []


def test_there_is_no_difference_to_what_was_deployed(cdk: Cdk, stack: DeployedStack, assembly: Path) -> None:
    difference = cdk("diff", "--fail", "--app", str(assembly))

    assert "Number of stacks with differences: 0" in difference.stderr + difference.stdout
