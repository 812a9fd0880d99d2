"""What holds for every type: made, found by its Ref, changed, deleted; and no type of the templates is missing."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import regex

from aicc_local.connect.instance_defaults import ARN_PARTS
from aicc_local.registry_schemas import registry_schema
from tests.unit.local.connect.centre import TYPES, Centre, refused

REPOSITORY = Path(__file__).parents[4]
CLASSES = re.compile(r"from aws_cdk\.aws_connect import (?:\(([^)]*)\)|([^\n]*))|\baws_connect\.(Cfn\w+)")

# A property of each type that changes in place, and a new value for it.
CHANGES: dict[str, tuple[str, Any]] = {
    "Instance": ("Attributes", {"InboundCalls": True, "OutboundCalls": False}),
    "HoursOfOperation": ("TimeZone", "Asia/Tokyo"),
    "Queue": ("MaxContacts", 7),
    "ContactFlow": ("Description", "changed"),
    "ContactFlowModule": ("Description", "changed"),
    "ContactFlowModuleAlias": ("Description", "changed"),
    "RoutingProfile": ("Description", "changed"),
    "SecurityProfile": ("Permissions", ["BasicAgentAccess"]),
    "AgentStatus": ("State", "DISABLED"),
    "User": ("Username", "minji.lee"),
    "QuickConnect": ("Description", "changed"),
    "Prompt": ("Description", "changed"),
    "PhoneNumber": ("Tags", [{"Key": "team", "Value": "general"}]),
    "InstanceStorageConfig": ("S3Config", {"BucketName": "recordings", "BucketPrefix": "moved"}),
    "IntegrationAssociation": ("Tags", [{"Key": "team", "Value": "general"}]),
    "TestCase": ("Description", "changed"),
}
KINDS = sorted(TYPES)


def cdk_classes() -> set[str]:
    """Names such as "Queue" of the L1 classes of Connect that the constructs and stacks use."""
    names: set[str] = set()
    for folder in ("constructs", "stacks"):
        for file in (REPOSITORY / folder).rglob("*.py"):
            for found in CLASSES.finditer(file.read_text("utf-8")):
                names |= set(re.findall(r"\bCfn(\w+)", found.group()))
    return names


def test_every_type_that_the_templates_use_is_there() -> None:
    used = cdk_classes()

    assert len(used) >= 15
    assert used <= set(TYPES)


@pytest.mark.parametrize("kind", KINDS)
def test_is_found_by_what_ref_answers(centre: Centre, kind: str) -> None:
    record = centre.make(kind)

    assert TYPES[kind].found(centre.aws, TYPES[kind].ref(centre.aws, record)) is record


@pytest.mark.parametrize("kind", KINDS)
def test_every_read_only_property_has_a_value(centre: Centre, kind: str) -> None:
    record = centre.make(kind)

    values = TYPES[kind].all_attributes(centre.aws, record)

    assert {name for name in registry_schema(record.kind).read_only if values.get(name) in (None, "")} == set()


@pytest.mark.parametrize("kind", KINDS)
def test_what_getatt_answers_is_what_the_schema_allows(centre: Centre, kind: str) -> None:
    record = centre.make(kind)
    schema = registry_schema(record.kind)

    values = TYPES[kind].all_attributes(centre.aws, record)
    answered = {name: values[name] for name in schema.read_only}

    document = {"definitions": schema.document.get("definitions", {}), "properties": schema.document["properties"]}
    assert problems_of(document, answered) == []


def problems_of(document: dict[str, Any], values: dict[str, Any]) -> list[str]:
    def pattern(_validator: Any, wanted: str, value: Any, _schema: Any) -> Any:
        if not regex.search(wanted, value):
            yield jsonschema.ValidationError(f"{value!r} does not match {wanted}")

    validator = jsonschema.validators.extend(jsonschema.Draft7Validator, {"pattern": pattern})
    return [error.message for error in validator(document).iter_errors(values)]


@pytest.mark.parametrize("kind", sorted(CHANGES))
def test_changes_in_place(centre: Centre, kind: str) -> None:
    record = centre.make(kind)
    name, value = CHANGES[kind]
    centre.aws.now.pass_time(60)

    centre.update(record, **{name: value})

    assert record.properties[name] == value
    assert record.changed == record.made + 60
    assert name not in registry_schema(record.kind).create_only


def test_only_an_origin_and_a_version_have_nothing_to_change() -> None:
    schemas = {kind: registry_schema(f"AWS::Connect::{kind}") for kind in TYPES}

    unchangeable = {
        kind
        for kind, schema in schemas.items()
        if set(schema.document["properties"]) - schema.read_only == schema.create_only
    }

    assert unchangeable == set(TYPES) - set(CHANGES) == {"ApprovedOrigin", "ContactFlowModuleVersion"}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "AgentStatus"])
def test_is_gone_once_deleted_and_its_name_is_free(centre: Centre, kind: str) -> None:
    record = centre.make(kind)
    physical_id = TYPES[kind].ref(centre.aws, record)

    centre.delete(record)
    gone = TYPES[kind].found(centre.aws, physical_id)
    again = centre.make(kind)

    assert gone is None
    assert again.id != record.id


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith(("Instance", "ContactFlowModule"))])
def test_needs_an_instance_that_is_there(centre: Centre, kind: str) -> None:
    properties = centre.properties(kind)
    gone = centre.aws.arn("connect", "instance/00000000-0000-0000-0000-000000000000")
    [owner] = [name for name in ("InstanceArn", "InstanceId", "TargetArn") if name in properties]

    with refused("ResourceNotFoundException", gone):
        TYPES[kind].create(centre.aws, {**properties, owner: gone})


def test_the_defaults_of_an_instance_have_arns_like_those_that_are_made_later() -> None:
    assert {kind: TYPES[kind].arn_part for kind in ARN_PARTS} == ARN_PARTS
