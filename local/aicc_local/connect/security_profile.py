"""AWS::Connect::SecurityProfile: a security profile."""

from aicc_local.resource_type import ResourceType


class SecurityProfile(ResourceType):
    """A security profile."""

    type_name = "AWS::Connect::SecurityProfile"
    arn_part = "security-profile"
    unique = "SecurityProfileName"
