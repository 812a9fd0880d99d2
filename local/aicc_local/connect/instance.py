"""AWS::Connect::Instance, with what AWS puts into a new one."""

from typing import Any

from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

INSTANCE = "AWS::Connect::Instance"


class Instance(ResourceType):
    """An instance."""

    type_name = INSTANCE
    arn_part = "instance"
    unique = "InstanceAlias"
    quota = Quota(name="Amazon Connect instances per account", limit=2)

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return ""

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return aws.arn("connect", f"instance/{resource_id}")

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {
            "InstanceStatus": "ACTIVE",
            "ServiceRole": f"arn:aws:iam::{aws.account}:role/aws-service-role/connect.amazonaws.com/"
            f"AWSServiceRoleForAmazonConnect_{record.id[:8]}",
            "CreatedTime": str(record.made),
        }


def find_instance(aws: LocalAws, id_or_arn: str) -> Record:
    """The instance that a request names.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for record in aws.store.of(INSTANCE):
        if id_or_arn in (record.id, record.arn):
            return record
    raise not_found(f"Instance not found: {id_or_arn}")
