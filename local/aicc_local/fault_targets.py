"""Which targets of faults can be met at all: a rule with a slip of the pen would never hit, and prove nothing."""

import re
from fnmatch import fnmatchcase
from functools import cache

import botocore.session

from aicc_local.fault import InvalidRule
from aicc_local.registry_schemas import registry_schema

DELIVERIES = ("events/", "sqs/", "scheduler/")
ACTIONS = ("create", "update", "delete")

_WILDCARD = re.compile(r"[*?\[]")
# The services whose actions IAM prefixes otherwise than botocore names them.
_MODELS = {
    "apigateway": ("apigateway", "apigatewayv2"),
    "bedrock": ("bedrock", "bedrock-agent", "bedrock-agent-runtime", "bedrock-runtime"),
    "cloudformation": ("cloudformation", "cloudcontrol"),
    "dynamodb": ("dynamodb", "dynamodbstreams"),
    "elasticfilesystem": ("efs",),
    "elasticloadbalancing": ("elb", "elbv2"),
    "elasticmapreduce": ("emr",),
    "es": ("opensearch",),
    "lex": ("lexv2-models", "lexv2-runtime"),
    "s3": ("s3", "s3control"),
    "ses": ("ses", "sesv2"),
    "states": ("stepfunctions",),
    "tag": ("resourcegroupstaggingapi",),
}


def check_target(target: str) -> None:
    """Refuse a target that nothing can match; a service with a wildcard is not looked at.

    Raises:
        InvalidRule: Naming what is unknown.

    >>> check_target("connect:Stop*")
    """
    service, colon, operation = target.partition(":")
    if target.startswith(DELIVERIES) or _WILDCARD.search(service):
        return
    if not colon:
        raise InvalidRule(
            f'{target}: target must be like "connect:StopContact", "cloudformation:AWS::SQS::Queue:create", '
            f"or begin with one of {', '.join(DELIVERIES)}"
        )
    if service == "cloudformation" and operation.startswith("AWS::"):
        _check_resource(target, operation)
        return
    known = _operations(service)
    if not known:
        raise InvalidRule(f"{target}: there is no service {service}; it is the prefix of its actions in IAM")
    # A resource of a stack may be meant as well.
    if service == "cloudformation" and _WILDCARD.search(operation):
        return
    if not any(fnmatchcase(each, operation) for each in known):
        raise InvalidRule(f"{target}: {service} has no operation {operation}; it is spelled as in the API reference")


def _check_resource(target: str, resource: str) -> None:
    type_name, _, action = resource.rpartition(":")
    if _WILDCARD.search(resource):
        return
    if action not in ACTIONS:
        raise InvalidRule(f"{target}: a resource's target ends in one of {', '.join(ACTIONS)}, got {action}")
    try:
        registry_schema(type_name)
    except KeyError as error:
        raise InvalidRule(f"{target}: there is no resource type {type_name}") from error


@cache
def _operations(service: str) -> frozenset[str]:
    session = botocore.session.get_session()
    available = session.get_available_services()
    models = [each for each in _MODELS.get(service, (service,)) if each in available]
    return frozenset(name for each in models for name in session.get_service_model(each).operation_names)
