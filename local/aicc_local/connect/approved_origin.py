"""AWS::Connect::ApprovedOrigin: a web site that may embed the agent's screen."""

from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType


class ApprovedOrigin(ResourceType):
    """A web site that may embed the agent's screen."""

    type_name = "AWS::Connect::ApprovedOrigin"
    arn_part = "approved-origin"
    unique = "Origin"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["InstanceId"]).arn
