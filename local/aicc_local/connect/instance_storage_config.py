"""AWS::Connect::InstanceStorageConfig: where an instance keeps what it records."""

from aicc_local.resource_type import ResourceType


class InstanceStorageConfig(ResourceType):
    """Where an instance keeps what it records."""

    type_name = "AWS::Connect::InstanceStorageConfig"
    arn_part = "storage-config"
    unique = "ResourceType"
