"""Operations on flows.

UpdateContactFlowContent publishes, so that the content is judged; with "$SAVED" behind the flow's id it only saves. No
version of a flow is known here: ap-northeast-2 has no type for them.
"""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.flow_requests import given, named_record, writable_record
from aicc_local.connect.api.reading import Operation, listing
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.contact_flow import ContactFlow, SavedContactFlow, refuse_problems
from aicc_local.connect.flow_address import LATEST, SAVED
from aicc_local.connect.flow_content import content_sha256
from aicc_local.connect.flow_draft import is_published, published, save, saved_content, status
from aicc_local.connect.flow_problems import refuse_long
from aicc_local.connect.flow_references import FLOW
from aicc_local.connect.instance import find_instance
from aicc_local.errors import ServiceError, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record
from connect_flows import FlowType


def create_contact_flow(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """CreateContactFlow; published unless the status is SAVED."""
    refuse_long(parameters["Content"])
    instance = find_instance(aws, parameters["InstanceId"])
    flows = SavedContactFlow() if parameters.get("Status") == "SAVED" else ContactFlow()
    properties = given(parameters, "Name", "Type", "Description", "Content", "Tags")
    flow = flows.create(aws, {"InstanceArn": instance.arn, "State": "ACTIVE", **properties})
    sha256 = content_sha256(parameters["Content"])
    return {"ContactFlowId": flow.id, "ContactFlowArn": flow.arn, "FlowContentSha256": sha256}


def describe_contact_flow(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeContactFlow; of what was only saved, or saved since, with "$SAVED"."""
    flow, qualifier = named_record(aws, parameters, "ContactFlowId", FLOW)
    if qualifier not in (LATEST, SAVED):
        raise not_found(f"{flow.arn}:{qualifier} does not exist")
    if qualifier == LATEST and not is_published(flow):
        raise ServiceError("ContactFlowNotPublishedException", "The flow has not been published.", status=404)
    content = saved_content(flow) if qualifier == SAVED else flow.properties["Content"]
    told = shaped(
        aws,
        flow,
        "ContactFlow",
        State=_state(flow),
        Status=status(flow, is_saved=qualifier == SAVED),
        Content=content,
        FlowContentSha256=content_sha256(content),
    )
    return {"ContactFlow": told}


def update_contact_flow_content(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowContent; what is refused leaves the old content as it was."""
    content = parameters["Content"]
    refuse_long(content)
    flow, only_saves = writable_record(aws, parameters, "ContactFlowId", FLOW)
    if only_saves:
        save(flow, content)
    else:
        refuse_problems(aws, flow.owner, content, FlowType(flow.properties["Type"]))
        flow.properties = {**flow.properties, "Content": content}
        published(flow)
    flow.changed = aws.now()
    return {}


def update_contact_flow_metadata(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowMetadata."""
    flow, _ = named_record(aws, parameters, "ContactFlowId", FLOW)
    changes = given(parameters, "Name", "Description")
    if "ContactFlowState" in parameters:
        changes["State"] = parameters["ContactFlowState"]
    ContactFlow().describe_anew(aws, flow, changes)
    return {}


def update_contact_flow_name(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UpdateContactFlowName."""
    flow, _ = named_record(aws, parameters, "ContactFlowId", FLOW)
    ContactFlow().describe_anew(aws, flow, given(parameters, "Name", "Description"))
    return {}


def delete_contact_flow(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DeleteContactFlow."""
    flow, _ = named_record(aws, parameters, "ContactFlowId", FLOW)
    ContactFlow().delete(aws, flow)
    return {}


def _state(flow: Record) -> str:
    return str(flow.properties.get("State", "ACTIVE"))


def _summary(aws: LocalAws, flow: Record) -> Mapping[str, Any]:
    return {
        "ContactFlowType": flow.properties["Type"],
        "ContactFlowState": _state(flow),
        "ContactFlowStatus": status(flow),
    }


def _of_type(parameters: Mapping[str, Any], flow: Record) -> bool:
    types = parameters.get("ContactFlowTypes")
    return not types or flow.properties["Type"] in types


FLOWS: dict[str, Operation] = {
    "CreateContactFlow": create_contact_flow,
    "DeleteContactFlow": delete_contact_flow,
    "DescribeContactFlow": describe_contact_flow,
    "ListContactFlows": listing("ListContactFlows", FLOW, extras=_summary, wanted=_of_type),
    "UpdateContactFlowContent": update_contact_flow_content,
    "UpdateContactFlowMetadata": update_contact_flow_metadata,
    "UpdateContactFlowName": update_contact_flow_name,
}
