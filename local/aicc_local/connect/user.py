"""AWS::Connect::User: a user."""

from aicc_local.resource_type import ResourceType


class User(ResourceType):
    """A user."""

    type_name = "AWS::Connect::User"
    arn_part = "agent"
    unique = "Username"
