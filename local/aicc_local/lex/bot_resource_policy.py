"""AWS::Lex::ResourcePolicy: the policy of a bot or an alias, of which there is one."""

from typing import Any

from aicc_local.lex import resource_policy
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import ResourceType
from aicc_local.store import Record


class ResourcePolicy(ResourceType):
    """The policy of a bot or an alias."""

    type_name = resource_policy.RESOURCE_POLICY
    arn_part = "policy"

    def create(self, aws: LocalAws, properties: dict[str, Any], *, by_aws: bool = False) -> Record:
        with aws.lock:
            properties = self._accepted(properties)
            return resource_policy.create_policy(aws, properties["ResourceArn"], properties["Policy"])

    def update(self, aws: LocalAws, record: Record, properties: dict[str, Any]) -> None:
        with aws.lock:
            properties = self._accepted(properties)
            resource_policy.update_policy(aws, record.properties["ResourceArn"], properties["Policy"])

    def attributes(self, aws: LocalAws, record: Record) -> dict[str, Any]:
        return {"RevisionId": resource_policy.revision(record)}
