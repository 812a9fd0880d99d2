"""Operations on what an instance is connected with: functions, bots, web sites, storage."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation, found, paged
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.instance import find_instance
from aicc_local.connect.instance_storage_config import STORAGE_CONFIG
from aicc_local.connect.integration_association import ASSOCIATION, LAMBDA_FUNCTION, LEX_BOT, associations
from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

APPROVED_ORIGIN = "AWS::Connect::ApprovedOrigin"


def list_lambda_functions(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListLambdaFunctions."""
    return paged("ListLambdaFunctions", _associated(aws, parameters, LAMBDA_FUNCTION), parameters)


def list_bots(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListBots; there are no bots of Lex V1."""
    arns = _associated(aws, parameters, LEX_BOT) if parameters["LexVersion"] == "V2" else []
    return paged("ListBots", [{"LexV2Bot": {"AliasArn": arn}} for arn in arns], parameters)


def list_integration_associations(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListIntegrationAssociations; functions and bots are none in the API, where they have operations of their own."""
    instance = find_instance(aws, parameters["InstanceId"])
    summaries = [
        shaped(
            aws,
            each,
            "IntegrationAssociationSummary",
            IntegrationAssociationArn=each.arn,
            IntegrationAssociationId=each.id,
        )
        for each in aws.store.of(ASSOCIATION, instance.arn)
        if each.properties["IntegrationType"] not in (LAMBDA_FUNCTION, LEX_BOT)
    ]
    for name in ("IntegrationType", "IntegrationArn"):
        summaries = [each for each in summaries if parameters.get(name, each[name]) == each[name]]
    return paged("ListIntegrationAssociations", summaries, parameters)


def list_approved_origins(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListApprovedOrigins."""
    instance = find_instance(aws, parameters["InstanceId"])
    origins = [each.properties["Origin"] for each in aws.store.of(APPROVED_ORIGIN, instance.arn)]
    return paged("ListApprovedOrigins", origins, parameters)


def list_instance_storage_configs(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListInstanceStorageConfigs, of one kind of data."""
    instance = find_instance(aws, parameters["InstanceId"])
    configs = [
        _storage(aws, each)
        for each in aws.store.of(STORAGE_CONFIG, instance.arn)
        if each.properties["ResourceType"] == parameters["ResourceType"]
    ]
    return paged("ListInstanceStorageConfigs", configs, parameters)


def describe_instance_storage_config(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeInstanceStorageConfig."""
    record = found(aws, parameters, "AssociationId", STORAGE_CONFIG)
    if record.properties["ResourceType"] != parameters["ResourceType"]:
        raise not_found(f"{parameters['AssociationId']} is not the storage of {parameters['ResourceType']}")
    return {"StorageConfig": _storage(aws, record)}


def _associated(aws: LocalAws, parameters: Mapping[str, Any], kind: str) -> list[str]:
    instance = find_instance(aws, parameters["InstanceId"])
    return [each.properties["IntegrationArn"] for each in associations(aws, instance.arn, kind)]


def _storage(aws: LocalAws, record: Record) -> dict[str, Any]:
    return shaped(aws, record, "InstanceStorageConfig", AssociationId=record.id)


INTEGRATIONS: dict[str, Operation] = {
    "DescribeInstanceStorageConfig": describe_instance_storage_config,
    "ListApprovedOrigins": list_approved_origins,
    "ListBots": list_bots,
    "ListInstanceStorageConfigs": list_instance_storage_configs,
    "ListIntegrationAssociations": list_integration_associations,
    "ListLambdaFunctions": list_lambda_functions,
}
