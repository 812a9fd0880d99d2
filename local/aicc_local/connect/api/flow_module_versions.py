"""Operations on the versions and aliases of modules."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.flow_requests import given, named_record
from aicc_local.connect.api.reading import Operation, paged
from aicc_local.connect.flow_content import content_sha256
from aicc_local.connect.flow_module_version import ContactFlowModuleAlias, ContactFlowModuleVersion
from aicc_local.connect.flow_references import MODULE
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_VERSION = ContactFlowModuleVersion.type_name
_ALIAS = ContactFlowModuleAlias.type_name


def create_version(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """CreateContactFlowModuleVersion; refused if the content is not the one whose checksum is given."""
    module = _module(aws, parameters)
    wanted = parameters.get("FlowModuleContentSha256")
    if wanted not in (None, content_sha256(module.properties["Content"])):
        raise invalid_request("FlowModuleContentSha256 is not that of the published content")
    properties = {"ContactFlowModuleId": module.arn, **given(parameters, "Description")}
    version = ContactFlowModuleVersion().create(aws, properties)
    return {"ContactFlowModuleArn": version.arn, "Version": int(version.id)}


def list_versions(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListContactFlowModuleVersions."""
    summaries = [
        {
            "Arn": each.arn,
            "Version": int(each.id),
            "VersionDescription": each.properties.get("Description"),
        }
        for each in aws.store.of(_VERSION, _module(aws, parameters).arn)
    ]
    return paged("ListContactFlowModuleVersions", summaries, parameters)


def delete_version(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteContactFlowModuleVersion."""
    arn = f"{_module(aws, parameters).arn}:{parameters['ContactFlowModuleVersion']}"
    version = aws.store.get(arn)
    if version is None:
        raise not_found(f"{arn} does not exist")
    ContactFlowModuleVersion().delete(aws, version)
    return {}


def create_alias(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """CreateContactFlowModuleAlias."""
    module = _module(aws, parameters)
    properties = {
        "ContactFlowModuleId": module.arn,
        "Name": parameters["AliasName"],
        **given(parameters, "ContactFlowModuleVersion", "Description"),
    }
    alias = ContactFlowModuleAlias().create(aws, properties)
    return {"ContactFlowModuleArn": module.arn, "Id": alias.id}


def describe_alias(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeContactFlowModuleAlias."""
    module, alias = _alias(aws, parameters)
    told = {
        "ContactFlowModuleId": module.id,
        "ContactFlowModuleArn": module.arn,
        "AliasId": alias.id,
        "Version": alias.properties["ContactFlowModuleVersion"],
        "Name": alias.name,
        "Description": alias.properties.get("Description"),
        "LastModifiedRegion": aws.region,
        "LastModifiedTime": alias.changed,
    }
    return {"ContactFlowModuleAlias": told}


def list_aliases(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListContactFlowModuleAliases."""
    summaries = [
        {
            "Arn": each.arn,
            "AliasId": each.id,
            "Version": each.properties["ContactFlowModuleVersion"],
            "AliasName": each.name,
            "AliasDescription": each.properties.get("Description"),
            "LastModifiedTime": each.changed,
        }
        for each in aws.store.of(_ALIAS, _module(aws, parameters).arn)
    ]
    return paged("ListContactFlowModuleAliases", summaries, parameters)


def update_alias(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowModuleAlias."""
    _, alias = _alias(aws, parameters)
    changes = given(parameters, "Name", "Description", "ContactFlowModuleVersion")
    ContactFlowModuleAlias().update(aws, alias, {**alias.properties, **changes})
    return {}


def delete_alias(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteContactFlowModuleAlias; the version stays."""
    _, alias = _alias(aws, parameters)
    ContactFlowModuleAlias().delete(aws, alias)
    return {}


def _module(aws: LocalAws, parameters: Mapping[str, Any]) -> Record:
    return named_record(aws, parameters, "ContactFlowModuleId", MODULE)[0]


def _alias(aws: LocalAws, parameters: Mapping[str, Any]) -> tuple[Record, Record]:
    module = _module(aws, parameters)
    for alias in aws.store.of(_ALIAS, module.arn):
        if parameters["AliasId"] in (alias.id, alias.arn):
            return module, alias
    raise not_found(f"{module.arn}:{parameters['AliasId']} does not exist")


FLOW_MODULE_VERSIONS: dict[str, Operation] = {
    "CreateContactFlowModuleAlias": create_alias,
    "CreateContactFlowModuleVersion": create_version,
    "DeleteContactFlowModuleAlias": delete_alias,
    "DeleteContactFlowModuleVersion": delete_version,
    "DescribeContactFlowModuleAlias": describe_alias,
    "ListContactFlowModuleAliases": list_aliases,
    "ListContactFlowModuleVersions": list_versions,
    "UpdateContactFlowModuleAlias": update_alias,
}
