"""AWS::Connect::QuickConnect: a quick connect."""

from aicc_local.resource_type import ResourceType


class QuickConnect(ResourceType):
    """A quick connect."""

    type_name = "AWS::Connect::QuickConnect"
    arn_part = "transfer-destination"
    unique = "Name"
