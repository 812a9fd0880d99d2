"""AWS::Connect::ContactFlowModuleVersion and ContactFlowModuleAlias: what a module was, and names for it."""

from typing import Any

from aicc_local.connect.flow_content import content_sha256
from aicc_local.errors import ServiceError, invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record

_LAST = "last_version"


class ContactFlowModuleVersion(ResourceType):
    """A published state of a module, which nothing changes any more. Numbers are never used again."""

    type_name = "AWS::Connect::ContactFlowModuleVersion"
    arn_part = ""

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return aws.store.find("AWS::Connect::ContactFlowModule", properties["ContactFlowModuleId"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        module = aws.store.find("AWS::Connect::ContactFlowModule", owner)
        return f"{owner}:{module.links.get(_LAST, 0) + 1}"

    def made(self, aws: LocalAws, record: Record) -> None:
        module = aws.store.find("AWS::Connect::ContactFlowModule", record.owner)
        number = int(record.arn.rpartition(":")[2])
        module.links[_LAST] = number
        record.id = str(number)
        record.links = {"content": module.properties["Content"], "settings": module.properties.get("Settings", "{}")}

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        for alias in aws.store.of(ContactFlowModuleAlias.type_name, record.owner):
            if alias.properties["ContactFlowModuleVersion"] == int(record.id):
                raise invalid_request(f"Version {record.id} is what the alias {alias.name} stands for")

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {
            "ContactFlowModuleVersionARN": record.arn,
            "Version": int(record.id),
            "FlowModuleContentSha256": content_sha256(record.links["content"]),
        }


class ContactFlowModuleAlias(ResourceType):
    """A name for a version of a module."""

    type_name = "AWS::Connect::ContactFlowModuleAlias"
    arn_part = ""
    unique = "Name"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return aws.store.find("AWS::Connect::ContactFlowModule", properties["ContactFlowModuleId"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return f"{owner}:{resource_id}"

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        version = f"{self.owner(aws, properties)}:{properties['ContactFlowModuleVersion']}"
        if aws.store.get(version) is None:
            raise ServiceError("ResourceNotFoundException", f"{version} does not exist", status=404)

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"ContactFlowModuleAliasARN": record.arn}


def version_named(aws: LocalAws, module: Record, qualifier: str) -> Record:
    """The version of a module that a number, or the name or id of an alias, stands for.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for alias in aws.store.of(ContactFlowModuleAlias.type_name, module.arn):
        if qualifier in (alias.name, alias.id):
            qualifier = str(alias.properties["ContactFlowModuleVersion"])
    version = aws.store.get(f"{module.arn}:{qualifier}")
    if version is None or version.kind != ContactFlowModuleVersion.type_name:
        raise not_found(f"{module.arn}:{qualifier} does not exist")
    return version
