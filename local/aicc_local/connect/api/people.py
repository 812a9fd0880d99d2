"""Operations on users, on what they may do and on what they are doing."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation, describing, found, listing, paged
from aicc_local.connect.api.shaping import bare
from aicc_local.connect.user import USER
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

SECURITY_PROFILE = "AWS::Connect::SecurityProfile"
AGENT_STATUS = "AWS::Connect::AgentStatus"


def list_security_profile_permissions(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListSecurityProfilePermissions; those of AWS's own profiles are not known here."""
    record = found(aws, parameters, "SecurityProfileId", SECURITY_PROFILE)
    answer = paged("ListSecurityProfilePermissions", record.properties.get("Permissions", []), parameters)
    return {**answer, "LastModifiedTime": record.changed, "LastModifiedRegion": aws.region}


def _organization(aws: LocalAws, record: Record) -> Mapping[str, Any]:
    return {"OrganizationResourceId": bare(record.owner)}


def _of_type(parameters: Mapping[str, Any], record: Record) -> bool:
    types = parameters.get("AgentStatusTypes")
    return not types or record.properties["Type"] in types


PEOPLE: dict[str, Operation] = {
    "DescribeAgentStatus": describing("DescribeAgentStatus", AGENT_STATUS),
    "DescribeSecurityProfile": describing("DescribeSecurityProfile", SECURITY_PROFILE, extras=_organization),
    "DescribeUser": describing("DescribeUser", USER),
    "ListAgentStatuses": listing("ListAgentStatuses", AGENT_STATUS, wanted=_of_type),
    "ListSecurityProfilePermissions": list_security_profile_permissions,
    "ListSecurityProfiles": listing("ListSecurityProfiles", SECURITY_PROFILE),
    "ListUsers": listing("ListUsers", USER),
}
