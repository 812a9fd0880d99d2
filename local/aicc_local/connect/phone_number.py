"""AWS::Connect::PhoneNumber: a claimed phone number."""

from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType


class PhoneNumber(ResourceType):
    """A claimed phone number."""

    type_name = "AWS::Connect::PhoneNumber"
    arn_part = "phone-number"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["TargetArn"]).arn

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return aws.arn("connect", f"phone-number/{resource_id}")
