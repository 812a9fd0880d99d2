"""AWS::Connect::IntegrationAssociation: a function or a bot that an instance may use."""

from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType


class IntegrationAssociation(ResourceType):
    """A function or a bot that an instance may use."""

    type_name = "AWS::Connect::IntegrationAssociation"
    arn_part = "integration-association"
    unique = "IntegrationArn"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["InstanceId"]).arn
