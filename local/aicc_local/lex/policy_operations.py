"""The API operations on the resource policies and the tags of bots and aliases: name to function."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from aicc_local.errors import not_found
from aicc_local.lex import resource_policy
from aicc_local.lex.kinds import BOT, BOT_ALIAS, invalid
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
Parameters = Mapping[str, Any]
Result = Mapping[str, Any]

_TAGS = {BOT: "BotTags", BOT_ALIAS: "BotAliasTags"}
_MOST_TAGS = 200  # AWS::Lex::Bot, BotTags


def describe_resource_policy(aws: LocalAws, parameters: Parameters) -> Result:
    """DescribeResourcePolicy."""
    record = resource_policy.existing_policy(aws, parameters["resourceArn"])
    return {**_policy_result(record), "policy": json.dumps(record.properties["Policy"], ensure_ascii=False)}


def create_resource_policy(aws: LocalAws, parameters: Parameters) -> Result:
    """CreateResourcePolicy."""
    return _policy_result(resource_policy.create_policy(aws, parameters["resourceArn"], parameters["policy"]))


def update_resource_policy(aws: LocalAws, parameters: Parameters) -> Result:
    """UpdateResourcePolicy."""
    expected = parameters.get("expectedRevisionId")
    return _policy_result(resource_policy.update_policy(aws, parameters["resourceArn"], parameters["policy"], expected))


def delete_resource_policy(aws: LocalAws, parameters: Parameters) -> Result:
    """DeleteResourcePolicy."""
    arn = parameters["resourceArn"]
    revision = resource_policy.delete_policy(aws, arn, parameters.get("expectedRevisionId"))
    return {"resourceArn": arn, "revisionId": revision}


def create_resource_policy_statement(aws: LocalAws, parameters: Parameters) -> Result:
    """CreateResourcePolicyStatement."""
    arn = parameters["resourceArn"]
    statement = {
        "Sid": parameters["statementId"],
        "Effect": parameters["effect"],
        "Principal": _principals(parameters["principal"]),
        "Action": list(parameters["action"]),
        "Resource": arn,
    }
    if "condition" in parameters:
        statement["Condition"] = parameters["condition"]
    if "Service" in statement["Principal"]:
        _check_service_condition(parameters.get("condition", {}))
    expected = parameters.get("expectedRevisionId")
    return _policy_result(resource_policy.add_statement(aws, arn, statement, expected))


def delete_resource_policy_statement(aws: LocalAws, parameters: Parameters) -> Result:
    """DeleteResourcePolicyStatement."""
    arn, expected = parameters["resourceArn"], parameters.get("expectedRevisionId")
    revision = resource_policy.remove_statement(aws, arn, parameters["statementId"], expected)
    return {"resourceArn": arn, "revisionId": revision}


def list_tags_for_resource(aws: LocalAws, parameters: Parameters) -> Result:
    """ListTagsForResource."""
    return {"tags": _tags(_tagged(aws, parameters))}


def tag_resource(aws: LocalAws, parameters: Parameters) -> Result:
    """TagResource."""
    record = _tagged(aws, parameters)
    tags = {**_tags(record), **parameters["tags"]}
    if len(tags) > _MOST_TAGS:
        raise invalid(f"There may be at most {_MOST_TAGS} tags.")
    _keep_tags(record, tags)
    return {}


def untag_resource(aws: LocalAws, parameters: Parameters) -> Result:
    """UntagResource."""
    record = _tagged(aws, parameters)
    _keep_tags(record, {key: each for key, each in _tags(record).items() if key not in parameters["tagKeys"]})
    return {}


def _policy_result(record: Record) -> dict[str, Any]:
    return {"resourceArn": record.properties["ResourceArn"], "revisionId": resource_policy.revision(record)}


def _principals(given: list[dict[str, str]]) -> dict[str, Any]:
    principals: dict[str, list[str]] = {}
    for each in given:
        if ("service" in each) == ("arn" in each):
            raise invalid("A principal has either a service or an arn.")
        if "service" in each:
            principals.setdefault("Service", []).append(each["service"])
        else:
            principals.setdefault("AWS", []).append(each["arn"])
    return {key: each[0] if len(each) == 1 else each for key, each in principals.items()}


def _check_service_condition(condition: Mapping[str, Mapping[str, str]]) -> None:
    # "If the principal of the policy is a service principal, you must provide two condition blocks, one with a
    # SourceAccount global condition key and one with a SourceArn global condition key."
    keys = {key.casefold() for block in condition.values() for key in block}
    for wanted in ("aws:SourceAccount", "aws:SourceArn"):
        if wanted.casefold() not in keys:
            raise invalid(f"A statement for a service needs a condition on {wanted}.")


def _tagged(aws: LocalAws, parameters: Parameters) -> Record:
    record = aws.store.get(parameters["resourceARN"])
    if record is None or record.kind not in _TAGS:
        raise not_found(f"There is no bot or bot alias {parameters['resourceARN']}.")
    return record


def _tags(record: Record) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in record.properties.get(_TAGS[record.kind], ())}


def _keep_tags(record: Record, tags: Mapping[str, str]) -> None:
    record.properties[_TAGS[record.kind]] = [{"Key": key, "Value": value} for key, value in tags.items()]


POLICY_OPERATIONS: dict[str, Operation] = {
    "CreateResourcePolicy": create_resource_policy,
    "CreateResourcePolicyStatement": create_resource_policy_statement,
    "DeleteResourcePolicy": delete_resource_policy,
    "DeleteResourcePolicyStatement": delete_resource_policy_statement,
    "DescribeResourcePolicy": describe_resource_policy,
    "ListTagsForResource": list_tags_for_resource,
    "TagResource": tag_resource,
    "UntagResource": untag_resource,
    "UpdateResourcePolicy": update_resource_policy,
}
