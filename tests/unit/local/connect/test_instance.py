"""An instance: what AWS puts into it, its alias, how many there may be, and what goes with it."""

from typing import Any

import pytest

from aicc_local.connect.belonging import FLOW
from aicc_local.connect.default_flows import FLOW_TYPES
from aicc_local.connect.flow_problems import problems
from aicc_local.connect.instance_defaults import PROMPTS
from connect_flows import FlowType
from tests.unit.local.connect.centre import TYPES, Centre, refused
from tests.unit.local.fakes import FakeAws

SAML = {"IdentityManagementType": "SAML"}
DIRECTORY = {"IdentityManagementType": "EXISTING_DIRECTORY", "DirectoryId": "d-0123456789", "InstanceAlias": None}


def names(centre: Centre, kind: str) -> set[str]:
    return {record.name for record in centre.aws.store.of(f"AWS::Connect::{kind}", centre.instance.arn)}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("SecurityProfile", {"Admin", "Agent", "CallCenterManager", "QualityAnalyst"}),
        ("Queue", {"BasicQueue"}),
        ("HoursOfOperation", {"Basic Hours"}),
        ("RoutingProfile", {"Basic Routing Profile"}),
        ("AgentStatus", {"Available", "Offline"}),
        ("Prompt", set(PROMPTS)),
        ("ContactFlow", set(FLOW_TYPES)),
    ],
)
def test_a_new_instance_has_what_aws_puts_there(centre: Centre, kind: str, expected: set[str]) -> None:
    assert names(centre, kind) == expected


def test_default_flows_are_flows_that_connect_accepts(centre: Centre) -> None:
    for flow in centre.aws.store.of(FLOW, centre.instance.arn):
        kind = FlowType(flow.properties["Type"])

        assert problems(centre.aws, centre.instance.arn, flow.properties["Content"], kind) == []


@pytest.mark.parametrize(
    ("kind", "name", "taken"),
    [
        ("SecurityProfile", "SecurityProfileName", "Admin"),
        ("Queue", "Name", "BasicQueue"),
        ("HoursOfOperation", "Name", "Basic Hours"),
        ("RoutingProfile", "Name", "Basic Routing Profile"),
        ("AgentStatus", "Name", "Available"),
        ("Prompt", "Name", "Beep.wav"),
        ("ContactFlow", "Name", "Default customer queue"),
    ],
)
def test_names_of_aws_are_taken(centre: Centre, kind: str, name: str, taken: str) -> None:
    with refused("DuplicateResourceException", "already exists", taken):
        centre.make(kind, **{name: taken})


def test_deleting_an_instance_deletes_all_that_is_in_it(centre: Centre) -> None:
    centre.make("User")

    centre.delete(centre.instance)

    assert centre.aws.store.dump() == []


@pytest.mark.parametrize("alias", ["hanbit", "HANBIT"])
def test_an_alias_is_taken_whatever_its_case(centre: Centre, alias: str) -> None:
    with refused("DuplicateResourceException", alias):
        Centre(centre.aws, alias)


@pytest.mark.parametrize("alias", ["d-hanbit", "-hanbit", "hanbit-", "한빛", "han_bit", "h" * 46])
def test_refuses_an_alias_that_is_no_name_in_the_web(aws: FakeAws, alias: str) -> None:
    with refused("InvalidRequestException", "InstanceAlias"):
        Centre(aws, alias)


def test_a_region_has_two_instances(centre: Centre) -> None:
    Centre(centre.aws, "second")

    with refused("ServiceQuotaExceededException", "Connect Customer instances per Region", "2"):
        Centre(centre.aws, "third")


@pytest.mark.parametrize(
    "properties",
    [
        {"InstanceAlias": None},
        {**SAML, "InstanceAlias": None},
        {"IdentityManagementType": "EXISTING_DIRECTORY"},
        {"DirectoryId": "d-0123456789"},
    ],
    ids=["no alias", "no alias with SAML", "no directory", "a directory that is not used"],
)
def test_an_instance_has_an_alias_or_a_directory(centre: Centre, properties: dict[str, Any]) -> None:
    with refused("InvalidRequestException"):
        centre.make("Instance", **properties)


def test_an_existing_directory_needs_no_alias(centre: Centre) -> None:
    record = centre.make("Instance", **DIRECTORY)

    assert TYPES["Instance"].ref(centre.aws, record) == record.arn
