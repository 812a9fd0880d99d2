"""AWS::Connect::SecurityProfile: what a user may do. Which permissions exist is not known here."""

from typing import Any

from aicc_local.connect.belonging import users_of
from aicc_local.errors import in_use, invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record


class SecurityProfile(ResourceType):
    """A security profile."""

    type_name = "AWS::Connect::SecurityProfile"
    arn_part = "security-profile"
    unique = "SecurityProfileName"
    quota = Quota(name="Security profiles per instance", limit=100)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """CreateSecurityProfile: "acceptable ResourceNames: User"."""
        wrong = sorted(set(properties.get("HierarchyRestrictedResources", [])) - {"User"})
        if wrong:
            raise invalid_parameter(f"HierarchyRestrictedResources: {', '.join(wrong)} is not User")

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        """DeleteSecurityProfile answers ResourceInUseException."""
        users = users_of(aws, record, "AWS::Connect::User", "SecurityProfileArns")
        if users:
            raise in_use(f"Security profile {record.name} is in use by user {users[0].name}")
