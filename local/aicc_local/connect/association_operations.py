"""AssociateLambdaFunction and AssociateBot, and the way back."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.instance import find_instance
from aicc_local.connect.integration_association import (
    LAMBDA_FUNCTION,
    LEX_BOT,
    IntegrationAssociation,
    associations,
)
from aicc_local.errors import invalid_request, not_found
from aicc_local.local_aws import LocalAws

Parameters = Mapping[str, Any]

_ASSOCIATION = IntegrationAssociation()


def associate_lambda_function(aws: LocalAws, parameters: Parameters) -> Mapping[str, Any]:
    """AssociateLambdaFunction. It adds no permission to the function, though AWS's may."""
    return _associate(aws, parameters, LAMBDA_FUNCTION, parameters["FunctionArn"])


def disassociate_lambda_function(aws: LocalAws, parameters: Parameters) -> Mapping[str, Any]:
    """DisassociateLambdaFunction."""
    return _disassociate(aws, parameters, LAMBDA_FUNCTION, parameters["FunctionArn"])


def associate_bot(aws: LocalAws, parameters: Parameters) -> Mapping[str, Any]:
    """AssociateBot, of Lex V2."""
    return _associate(aws, parameters, LEX_BOT, _alias(parameters))


def disassociate_bot(aws: LocalAws, parameters: Parameters) -> Mapping[str, Any]:
    """DisassociateBot, of Lex V2."""
    return _disassociate(aws, parameters, LEX_BOT, _alias(parameters))


def _associate(aws: LocalAws, parameters: Parameters, kind: str, arn: str) -> Mapping[str, Any]:
    instance = find_instance(aws, parameters["InstanceId"])
    wanted = {"InstanceId": instance.arn, "IntegrationType": kind, "IntegrationArn": arn}
    _ASSOCIATION.create(aws, wanted)
    return {}


def _disassociate(aws: LocalAws, parameters: Parameters, kind: str, arn: str) -> Mapping[str, Any]:
    instance = find_instance(aws, parameters["InstanceId"])
    for record in associations(aws, instance.arn, kind):
        if record.properties["IntegrationArn"] == arn:
            _ASSOCIATION.delete(aws, record)
            return {}
    raise not_found(f"{arn} is not associated with the instance")


def _alias(parameters: Parameters) -> str:
    if "LexV2Bot" not in parameters:
        raise invalid_request("LexV2Bot is needed; there are no bots of Lex V1")
    # The model does not say that it is required, yet there is nothing else by which to find the bot.
    if "AliasArn" not in parameters["LexV2Bot"]:
        raise invalid_request("LexV2Bot: AliasArn is needed")
    return str(parameters["LexV2Bot"]["AliasArn"])
