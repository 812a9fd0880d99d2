"""AWS::Connect::RoutingProfile: a routing profile."""

from aicc_local.resource_type import ResourceType


class RoutingProfile(ResourceType):
    """A routing profile."""

    type_name = "AWS::Connect::RoutingProfile"
    arn_part = "routing-profile"
    unique = "Name"
