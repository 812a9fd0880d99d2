"""Operations on modules."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.flow_requests import given, named_record, writable_record
from aicc_local.connect.api.reading import Operation, listing
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.flow_address import LATEST, SAVED
from aicc_local.connect.flow_content import content_sha256
from aicc_local.connect.flow_draft import published, save, saved_content
from aicc_local.connect.flow_module import STATUS, ContactFlowModule, refuse_module_problems
from aicc_local.connect.flow_module_version import version_named
from aicc_local.connect.flow_problems import refuse_long
from aicc_local.connect.flow_references import MODULE
from aicc_local.connect.instance import find_instance
from aicc_local.errors import ServiceError
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

_TOKEN = "client_token"


def create_contact_flow_module(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """CreateContactFlowModule; a repeated ClientToken answers with what it made before."""
    instance = find_instance(aws, parameters["InstanceId"])
    properties = given(
        parameters, "Name", "Description", "Content", "Settings", "ExternalInvocationConfiguration", "Tags"
    )
    module = _made_before(aws, instance.arn, parameters)
    if module is None:
        module = ContactFlowModule().create(aws, {"InstanceArn": instance.arn, "State": "ACTIVE", **properties})
        module.links[_TOKEN] = parameters.get("ClientToken", "")
    elif module.name != parameters["Name"]:
        raise ServiceError("IdempotencyException", "An entity with the same name already exists.", status=409)
    return {"Id": module.id, "Arn": module.arn}


def describe_contact_flow_module(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeContactFlowModule; with "$SAVED", a version or an alias, of that."""
    module, qualifier = named_record(aws, parameters, "ContactFlowModuleId", MODULE)
    known = _state_of(aws, module, qualifier)
    told = shaped(
        aws,
        module,
        "ContactFlowModule",
        **known,
        State=_state(module),
        FlowModuleContentSha256=content_sha256(known["Content"]),
    )
    return {"ContactFlowModule": told}


def update_contact_flow_module_content(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowModuleContent; what is refused leaves the old content as it was."""
    module, only_saves = writable_record(aws, parameters, "ContactFlowModuleId", MODULE)
    changed = {**module.properties, **given(parameters, "Content", "Settings")}
    refuse_long(changed["Content"])
    if only_saves:
        save(module, changed["Content"])
    else:
        refuse_module_problems(aws, module.owner, changed["Content"], changed.get("Settings", "{}"))
        module.properties = changed
        published(module)
    module.changed = aws.now()
    return {}


def update_contact_flow_module_metadata(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowModuleMetadata."""
    module, _ = named_record(aws, parameters, "ContactFlowModuleId", MODULE)
    ContactFlowModule().describe_anew(aws, module, given(parameters, "Name", "Description", "State"))
    return {}


def delete_contact_flow_module(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteContactFlowModule, with its versions and aliases."""
    module, _ = named_record(aws, parameters, "ContactFlowModuleId", MODULE)
    ContactFlowModule().delete(aws, module)
    return {}


def _made_before(aws: LocalAws, instance_arn: str, parameters: Mapping[str, Any]) -> Record | None:
    token = parameters.get("ClientToken")
    modules = aws.store.of(MODULE, instance_arn)
    return next((each for each in modules if token and each.links.get(_TOKEN) == token), None)


def _state_of(aws: LocalAws, module: Record, qualifier: str) -> dict[str, Any]:
    settings = module.properties.get("Settings", "{}")
    if qualifier == SAVED:
        return {"Status": "saved", "Content": saved_content(module), "Settings": settings}
    if qualifier == LATEST:
        return {"Status": STATUS, "Content": module.properties["Content"], "Settings": settings}
    version = version_named(aws, module, qualifier)
    return {
        "Status": STATUS,
        "Content": version.links["content"],
        "Settings": version.links["settings"],
        "Version": int(version.id),
        "VersionDescription": version.properties.get("Description"),
    }


def _state(module: Record) -> str:
    return str(module.properties.get("State", "ACTIVE"))


def _summary(aws: LocalAws, module: Record) -> Mapping[str, Any]:
    return {"State": _state(module)}


def _in_state(parameters: Mapping[str, Any], module: Record) -> bool:
    return parameters.get("ContactFlowModuleState") in (None, _state(module))


FLOW_MODULES: dict[str, Operation] = {
    "CreateContactFlowModule": create_contact_flow_module,
    "DeleteContactFlowModule": delete_contact_flow_module,
    "DescribeContactFlowModule": describe_contact_flow_module,
    "ListContactFlowModules": listing("ListContactFlowModules", MODULE, extras=_summary, wanted=_in_state),
    "UpdateContactFlowModuleContent": update_contact_flow_module_content,
    "UpdateContactFlowModuleMetadata": update_contact_flow_module_metadata,
}
