"""What cannot be changed in place: shown as a replacement, stopped where it holds data, and replaced without a gap."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.cloud_assembly import CloudAssembly
from tests.e2e.conftest import STACK
from tests.e2e.deployed_stack import DeployedStack, reasons, told
from tests.e2e.local_account import LocalAccount, local_account
from tests.infra.environments.frozen import FOLDER, held

INSTANCE = "AWS::Connect::Instance"
TABLE = "AWS::DynamoDB::GlobalTable"
PROFILE = "AWS::Connect::SecurityProfile"
FLOW = "AWS::Connect::ContactFlow"
NUMBER = "AWS::Connect::PhoneNumber"

GOODBYE = json.dumps(
    {
        "Version": "2019-10-30",
        "StartAction": "end",
        "Metadata": {},
        "Actions": [{"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}],
    }
)
# Changes an assembly; answers the logical id and the property.
Change = Callable[[CloudAssembly], tuple[str, str]]

REPLACED = ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE", "DELETE_IN_PROGRESS", "DELETE_COMPLETE"]


@pytest.fixture(scope="module")
def account(tmp_path_factory: pytest.TempPathFactory, with_dev: Path) -> Iterator[LocalAccount]:
    with local_account(tmp_path_factory.mktemp("replacement"), begins_as=with_dev) as account:
        yield account


@pytest.fixture
def stack(account: LocalAccount, assembly: Path) -> DeployedStack:
    """The environment as shipped."""
    account.bring_back(STACK, assembly)
    return account.stack(STACK)


@pytest.fixture
def changed(account: LocalAccount, assembly: Path) -> CloudAssembly:
    return account.copy(assembly)


def profile(assembly: CloudAssembly, name: str) -> str:
    return assembly.logical_id(PROFILE, SecurityProfileName=name)


def table(assembly: CloudAssembly) -> str:
    return next(name for name in assembly.of_type(TABLE) if "Customers" in name)


def change_alias(assembly: CloudAssembly) -> tuple[str, str]:
    [instance] = assembly.of_type(INSTANCE)
    assembly.change(instance, InstanceAlias="another-alias")
    return instance, "InstanceAlias"


def change_table_keys(assembly: CloudAssembly) -> tuple[str, str]:
    name = table(assembly)
    before = json.dumps(assembly.resources()[name]["Properties"])
    after: dict[str, Any] = json.loads(before.replace('"sk"', '"sort_key"'))
    assembly.change(name, **after)
    return name, "KeySchema"


def change_profile_name(assembly: CloudAssembly) -> tuple[str, str]:
    name = profile(assembly, "aicc-Agent")
    assembly.change(name, SecurityProfileName="aicc-Agents")
    return name, "SecurityProfileName"


def change_flow_type(assembly: CloudAssembly) -> tuple[str, str]:
    name = assembly.logical_id(FLOW, Name="aicc-inbound")
    assembly.change(name, Type="AGENT_TRANSFER")
    return name, "Type"


# Apart, because what names a replaced instance may be replaced too.
@pytest.mark.parametrize(
    "changes",
    [
        pytest.param((change_alias,), id="alias"),
        pytest.param((change_table_keys, change_profile_name, change_flow_type), id="the rest"),
    ],
)
def test_the_difference_shows_what_would_be_replaced(
    account: LocalAccount, stack: DeployedStack, changed: CloudAssembly, changes: tuple[Change, ...]
) -> None:
    made = [change(changed) for change in changes]

    difference = account.cdk("diff", "--app", str(changed.folder)).stdout

    for name, property_name in made:
        [shown] = re.findall(rf"^\[~\] \S+ \S+ {name} replace\n((?: .*\n)*)", difference, re.MULTILINE)
        assert f"[~] {property_name} (requires replacement)" in shown


@pytest.mark.parametrize("change", [change_alias, change_table_keys, change_profile_name])
def test_what_holds_data_is_frozen(changed: CloudAssembly, change: Change) -> None:
    frozen = json.loads((FOLDER / "dev.json").read_text(encoding="utf-8"))
    assert held(changed.resources()) == frozen

    name, property_name = change(changed)

    now = held(changed.resources())
    assert {key for key in frozen if now[key] != frozen[key]} == {name}
    assert {key for key in frozen[name] if now[name][key] != frozen[name][key]} == {property_name}


def test_the_description_of_a_number_is_frozen() -> None:
    properties = {"CountryCode": "KR", "Type": "DID", "Description": "대표번호"}
    before = held({"Number": {"Type": NUMBER, "Properties": properties}})

    after = held({"Number": {"Type": NUMBER, "Properties": {**properties, "Description": "다른 설명"}}})

    assert {key for key in after["Number"] if after["Number"][key] != before["Number"][key]} == {"Description"}


def test_a_replacement_is_made_before_the_old_one_is_deleted(
    account: LocalAccount, stack: DeployedStack, changed: CloudAssembly
) -> None:
    name = profile(changed, "aicc-Administrator")
    user = stack.physical_id(changed.logical_id("AWS::Connect::User", Username="admin"))
    before = stack.physical_id(name)
    changed.change(name, SecurityProfileName="aicc-Administrators")

    with stack.new_events() as events:
        account.cdk.deploy(changed.folder)

    after = stack.physical_id(name)
    instance = after.partition("/security-profile/")[0]
    listed = account.connect.list_security_profiles(InstanceId=instance)["SecurityProfileSummaryList"]
    described = account.connect.describe_user(InstanceId=instance, UserId=user.rpartition("/")[2])["User"]
    assert after != before
    assert told(events, name) == REPLACED
    assert "requires the creation of a new physical resource" in reasons(events, "UPDATE_IN_PROGRESS")
    order = [f"{event['LogicalResourceId']} {event['ResourceStatus']}" for event in events]
    cleaning = order.index(f"{STACK} UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
    assert order.index(f"{name} UPDATE_COMPLETE") < cleaning < order.index(f"{name} DELETE_IN_PROGRESS")
    assert [each["Arn"] for each in listed if each["Name"].startswith("aicc-Administrator")] == [after]
    assert described["SecurityProfileIds"] == [after.rpartition("/")[2]]


def test_a_replacement_that_keeps_the_name_is_refused(
    account: LocalAccount, stack: DeployedStack, changed: CloudAssembly
) -> None:
    name = changed.logical_id(FLOW, Name="aicc-outbound")
    before = stack.physical_id(name)
    changed.change(name, Type="AGENT_TRANSFER", Content=GOODBYE)

    with stack.new_events() as events:
        refused = account.cdk.deploy(changed.folder, check=False)

    assert refused.returncode == 1
    assert "HandlerErrorCode: AlreadyExists" in reasons(events, "UPDATE_FAILED")
    assert stack.status == "UPDATE_ROLLBACK_COMPLETE"
    assert stack.physical_id(name) == before
    assert flow_type(account, before) == "OUTBOUND_WHISPER"


def test_a_replaced_flow_is_a_new_flow(account: LocalAccount, stack: DeployedStack, changed: CloudAssembly) -> None:
    name = changed.logical_id(FLOW, Name="aicc-inbound")
    before = stack.physical_id(name)
    changed.change(name, Name="aicc-welcome", Type="AGENT_TRANSFER", Content=GOODBYE)

    with stack.new_events() as events:
        account.cdk.deploy(changed.folder)

    after = stack.physical_id(name)
    assert after != before
    assert told(events, name) == REPLACED
    assert flows(account, after) >= {after}
    assert before not in flows(account, after)
    assert flow_type(account, after) == "AGENT_TRANSFER"


def test_what_was_replaced_stays_when_the_update_fails_later(
    account: LocalAccount, stack: DeployedStack, changed: CloudAssembly
) -> None:
    name, other = changed.logical_id(FLOW, Name="aicc-inbound"), profile(changed, "aicc-Agent")
    before, profile_before = stack.physical_id(name), stack.physical_id(other)
    content = described_flow(account, before)["Content"]
    there = flows(account, before)
    changed.change(name, Name="aicc-welcome", Type="AGENT_TRANSFER", Content=GOODBYE)
    changed.change(other, SecurityProfileName="aicc-Agents")
    changed.change(next(iter(changed.of_type("Custom::QueueQuickConnects"))), QuickConnectIds="no list")

    with stack.new_events() as events:
        refused = account.cdk.deploy(changed.folder, check=False)

    assert refused.returncode == 1
    assert told(events, name)[:2] == told(events, other)[:2] == ["UPDATE_IN_PROGRESS", "UPDATE_COMPLETE"]
    assert stack.status == "UPDATE_ROLLBACK_COMPLETE"
    assert stack.physical_id(name) == before
    assert stack.physical_id(other) == profile_before
    assert described_flow(account, before)["Content"] == content
    assert flows(account, before) == there


def described_flow(account: LocalAccount, flow: str) -> dict[str, Any]:
    instance = flow.partition("/contact-flow/")[0]
    return {**account.connect.describe_contact_flow(InstanceId=instance, ContactFlowId=flow)["ContactFlow"]}


def flow_type(account: LocalAccount, flow: str) -> str:
    return str(described_flow(account, flow)["Type"])


def flows(account: LocalAccount, flow: str) -> set[str]:
    """All flows of the instance of one of them."""
    instance = flow.partition("/contact-flow/")[0]
    pages = account.connect.get_paginator("list_contact_flows").paginate(InstanceId=instance)
    return {each["Arn"] for page in pages for each in page["ContactFlowSummaryList"]}
