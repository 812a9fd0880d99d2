"""AWS::Connect::IntegrationAssociation: a function or a bot that an instance may use.

A bot's association writes Connect into the resource policy of the alias. That of a function adds no permission to it,
though AWS's may: whoever makes the function must allow Connect to invoke it, and be right without help.
"""

from collections.abc import Iterable
from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.errors import invalid_parameter
from aicc_local.lex.resource_policy import allow_connect, disallow_connect
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

ASSOCIATION = "AWS::Connect::IntegrationAssociation"
LAMBDA_FUNCTION = "LAMBDA_FUNCTION"
LEX_BOT = "LEX_BOT"
_QUOTAS = {
    LAMBDA_FUNCTION: Quota(name="AWS Lambda functions per instance", limit=50),
    LEX_BOT: Quota(name="Amazon Lex V2 bot aliases per instance", limit=100),
}
_EVENT_ONLY = ("SourceApplicationName", "SourceApplicationUrl", "SourceType")


class IntegrationAssociation(ResourceType):
    """An association; each resource once, counted by the type of integration."""

    type_name = ASSOCIATION
    arn_part = "integration-association"
    unique = "IntegrationArn"
    taken = "ResourceConflictException"
    exhausted = "ServiceQuotaExceededException"

    def owner(self, aws: LocalAws, properties: dict[str, Any]) -> str:
        return find_instance(aws, properties["InstanceId"]).arn

    def peers(self, aws: LocalAws, owner: str, properties: dict[str, Any]) -> Iterable[Record]:
        return associations(aws, owner, properties["IntegrationType"])

    def quota_of(self, properties: dict[str, Any]) -> Quota | None:
        return _QUOTAS.get(properties["IntegrationType"])

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        """The source "is only required for the EVENT integration type" (CreateIntegrationAssociation)."""
        kind, arn = properties["IntegrationType"], properties["IntegrationArn"]
        if kind in _MUST_HOLD and _MUST_HOLD[kind] not in arn:
            raise invalid_parameter(f"IntegrationArn: {arn} is no {kind}")
        missing = [name for name in _EVENT_ONLY if name not in properties]
        if kind == "EVENT" and missing:
            raise invalid_parameter(f"{', '.join(missing)} is required with EVENT")

    def made(self, aws: LocalAws, record: Record) -> None:
        if record.properties["IntegrationType"] == LEX_BOT:
            allow_connect(aws, record.properties["IntegrationArn"], record.owner)

    def deleted(self, aws: LocalAws, record: Record) -> None:
        if record.properties["IntegrationType"] == LEX_BOT:
            disallow_connect(aws, record.properties["IntegrationArn"], record.owner)


def associations(aws: LocalAws, instance_arn: str, kind: str) -> list[Record]:
    """The associations of one type of integration."""
    return [each for each in aws.store.of(ASSOCIATION, instance_arn) if each.properties["IntegrationType"] == kind]


# Bots of Lex V1 have no ARN of their own and are gone.
_MUST_HOLD = {LAMBDA_FUNCTION: ":function:", LEX_BOT: ":bot-alias/"}
