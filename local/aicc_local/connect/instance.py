"""AWS::Connect::Instance, with what AWS puts into a new one."""

from datetime import UTC, datetime
from typing import Any

from aicc_local.connect.instance_defaults import add_defaults
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

INSTANCE = "AWS::Connect::Instance"


class Instance(ResourceType):
    """An instance. Its alias is unique in the world in AWS, and in the account here."""

    type_name = INSTANCE
    arn_part = "instance"
    unique = "InstanceAlias"
    quota = Quota(name="Connect Customer instances per Region", limit=2)
    exhausted = "ServiceQuotaExceededException"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return ""

    def new_arn(self, aws: LocalAws, owner: str, resource_id: str, properties: dict[str, Any]) -> str:
        return aws.arn("connect", f"instance/{resource_id}")

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """An existing directory has its alias already; every other instance needs one."""
        existing = properties["IdentityManagementType"] == "EXISTING_DIRECTORY"
        if existing != ("DirectoryId" in properties):
            raise invalid_request("DirectoryId goes with the identity management type EXISTING_DIRECTORY, and no other")
        if not existing and "InstanceAlias" not in properties:
            raise invalid_request("InstanceAlias is required")

    def made(self, aws: LocalAws, record: Record) -> None:
        add_defaults(aws, record)

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {
            "InstanceStatus": "ACTIVE",
            "ServiceRole": service_role(aws, record),
            "CreatedTime": datetime.fromtimestamp(record.made, UTC).isoformat(timespec="milliseconds"),
        }


def service_role(aws: LocalAws, record: Record) -> str:
    """The role that Connect makes for an instance; its name ends in letters that cannot be foretold."""
    name = f"AWSServiceRoleForAmazonConnect_{record.id[:8]}"
    return f"arn:aws:iam::{aws.account}:role/aws-service-role/connect.amazonaws.com/{name}"


def find_instance(aws: LocalAws, id_or_arn: str) -> Record:
    """The instance that a request names.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for record in aws.store.of(INSTANCE):
        if id_or_arn in (record.id, record.arn):
            return record
    raise not_found(f"Instance not found: {id_or_arn}")
