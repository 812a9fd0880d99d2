"""AWS::DynamoDB::Table and GlobalTable: their time to live, backups, encryption, protection and tags made true.

ministack's CloudFormation drops most of these, and an update of a global table without a name of its own would make a
new and empty one. What a property means is from the schemas and from
https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/AWS_DynamoDB.html
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ministack.core.responses import get_region
from ministack.services import dynamodb, kms
from ministack.services.cloudformation import provisioners

from aicc_local.registry_schemas import registry_schema

TABLE = "AWS::DynamoDB::Table"
GLOBAL_TABLE = "AWS::DynamoDB::GlobalTable"

Properties = Mapping[str, Any]
Made = tuple[str, dict[str, Any]]


class TableRefused(Exception):
    """DynamoDB refuses; the text is what the stack's events show."""

    def __init__(self, said: str) -> None:
        super().__init__(f'Resource handler returned message: "{said}" (HandlerErrorCode: InvalidRequest)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the properties of either type say of the table in this Region.

    Attributes:
        ttl: Attribute and whether it counts; None when nothing is said.
        recovery: Whether it can be restored to a point in time.
        encryption: As CreateTable takes it; None for a key of DynamoDB's own.
        protected: Whether it cannot be deleted.
        table_class: Empty when nothing is said.
        tags: Key to value.
    """

    ttl: Properties | None = None
    recovery: bool = False
    encryption: dict[str, Any] | None = None
    protected: bool = False
    table_class: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)


def register() -> None:
    """Put these handlers round ministack's."""
    # A table whose keys change is another table. The schema says so on conditions that no template of one Region meets.
    provisioners._REPLACING_PROPERTIES[GLOBAL_TABLE] = ("KeySchema", "LocalSecondaryIndexes", "TableName")
    provisioners._CUSTOM_NAME_REPLACEMENT[GLOBAL_TABLE] = {"name": "TableName"}
    provisioners._RESOURCE_HANDLERS[GLOBAL_TABLE]["update"] = update_global_table
    for resource_type in (TABLE, GLOBAL_TABLE):
        handlers = provisioners._RESOURCE_HANDLERS[resource_type]
        handlers.update(
            create=_creating(resource_type, handlers["create"]),
            update=_updating(resource_type, handlers["update"]),
            delete=_deleting(handlers["delete"]),
        )


def settings_of(resource_type: str, properties: Properties, region: str) -> Settings:
    """Read the properties; those of a global table are partly its replica's.

    >>> settings_of(TABLE, {"DeletionProtectionEnabled": "true"}, "ap-northeast-2").protected
    True
    """
    given = registry_schema(resource_type).coerce(properties)
    here = given
    if resource_type == GLOBAL_TABLE:
        here = next((each for each in given["Replicas"] if each["Region"] == region), {})
    specification = {**(given.get("SSESpecification") or {}), **(here.get("SSESpecification") or {})}
    recovery = here.get("PointInTimeRecoverySpecification") or {}
    return Settings(
        ttl=given.get("TimeToLiveSpecification"),
        recovery=bool(recovery.get("PointInTimeRecoveryEnabled")),
        encryption=_encryption(specification),
        protected=bool(here.get("DeletionProtectionEnabled")),
        table_class=here.get("TableClass") or "",
        tags={tag["Key"]: tag["Value"] for tag in here.get("Tags") or ()},
    )


def update_global_table(physical_id: str, old: Properties, new: Properties, stack: str) -> Made:
    """Change a global table in place; the name that CloudFormation gave stays."""
    changed: Made = provisioners._ddb_global_table_update(
        physical_id, {**old, "TableName": physical_id}, {**new, "TableName": physical_id}, stack
    )
    return changed


def _encryption(specification: Properties) -> dict[str, Any] | None:
    if not specification.get("SSEEnabled"):
        return None
    key = specification.get("KMSMasterKeyId")
    return {"Enabled": True, "SSEType": "KMS", **({"KMSMasterKeyId": _key_arn(key)} if key else {})}


def _key_arn(key: str) -> str:
    if key.endswith("alias/aws/dynamodb"):
        return key
    found = kms._resolve_key(key)
    if found is None:
        raise TableRefused(f"One or more parameter values were invalid: KMS key {key} does not exist")
    return str(found["Arn"])


def _creating(resource_type: str, create: Callable[..., Made]) -> Callable[..., Made]:
    def created(logical_id: str, properties: Properties, stack: str) -> Made:
        settings = settings_of(resource_type, properties, get_region())
        name, attributes = create(logical_id, properties, stack)
        _apply(name, settings)
        return name, _with_ids(name, attributes)

    return created


def _updating(resource_type: str, update: Callable[..., Made]) -> Callable[..., Made]:
    def updated(physical_id: str, old: Properties, new: Properties, *rest: Any) -> Made:
        settings = settings_of(resource_type, new, get_region())
        _check_ttl(settings_of(resource_type, old, get_region()).ttl, settings.ttl)
        name, attributes = update(physical_id, old, new, *rest)
        _apply(name, settings)
        return name, _with_ids(name, attributes)

    return updated


def _deleting(delete: Callable[..., None]) -> Callable[..., None]:
    def deleted(physical_id: str, properties: Properties) -> None:
        table = dynamodb._tables.get(physical_id)
        if table and table["DeletionProtectionEnabled"]:
            raise TableRefused(
                "Resource cannot be deleted as it is currently protected against deletion. "
                "Disable deletion protection first."
            )
        delete(physical_id, properties)
        dynamodb._ttl_settings.pop(physical_id, None)
        dynamodb._pitr_settings.pop(physical_id, None)

    return deleted


def _check_ttl(old: Properties | None, new: Properties | None) -> None:
    # "To update this property, you must first disable TTL and then enable TTL with the new attribute name."
    if old and new and old["Enabled"] and new["Enabled"] and old.get("AttributeName") != new.get("AttributeName"):
        raise TableRefused(
            f"TimeToLive is active on a different AttributeName: current AttributeName is {old.get('AttributeName')}"
        )


def _apply(name: str, settings: Settings) -> None:
    table = dynamodb._tables[name]
    # Without the property an update turns off what there was.
    ttl = settings.ttl or {**dynamodb._ttl_settings.get(name, {}), "Enabled": False}
    if ttl.get("AttributeName"):
        _done(dynamodb._update_ttl({"TableName": name, "TimeToLiveSpecification": dict(ttl)}))
    _done(
        dynamodb._update_continuous_backups(
            {
                "TableName": name,
                "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": settings.recovery},
            }
        )
    )
    table["SSEDescription"] = dynamodb._sse_description_from_spec(settings.encryption)
    table["DeletionProtectionEnabled"] = settings.protected
    if settings.table_class:
        table["TableClassSummary"] = {"TableClass": settings.table_class}
    dynamodb._tags[table["TableArn"]] = [{"Key": key, "Value": value} for key, value in settings.tags.items()]


def _with_ids(name: str, attributes: dict[str, Any]) -> dict[str, Any]:
    return {**attributes, "TableId": dynamodb._tables[name]["TableId"]}


def _done(answer: tuple[int, dict[str, str], bytes]) -> None:
    status, _, body = answer
    if status >= 400:
        raise TableRefused(json.loads(body)["message"])
