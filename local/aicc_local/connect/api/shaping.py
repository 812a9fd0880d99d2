"""Turns a record into a member of an answer: properties as CloudFormation names them, members as the API does.

Where CloudFormation has an ARN the API has an id, and tags are a map in the API. The rest has the same names.
"""

from collections.abc import Mapping
from typing import Any

from botocore.model import ListShape, Shape, StructureShape

from aicc_local.local_aws import LocalAws
from aicc_local.rest_json import service_model
from aicc_local.store import Record

_MAPS = ("Tags", "AllowedAccessControlTags")


def shaped(aws: LocalAws, record: Record, shape: str, **known: Any) -> dict[str, Any]:
    """The members of `shape` of which the record knows the value.

    Args:
        aws: The account.
        record: The resource.
        shape: The name of a structure in the model of Connect, such as "Queue" or "QueueSummary".
        known: Values of members that the record does not hold by that name.
    """
    noun = record.kind.rpartition("::")[2]
    own = {
        "Id": record.id,
        "Arn": record.arn,
        "Name": record.name,
        f"{noun}Id": record.id,
        f"{noun}Arn": record.arn,
        f"{noun}ARN": record.arn,
        "InstanceId": bare(record.owner),
        "LastModifiedTime": record.changed,
        "LastModifiedRegion": aws.region,
    }
    return _structure(service_model("connect").shape_for(shape), record.properties, {**own, **known})


def bare(arn: str) -> str:
    """The id at the end of an ARN.

    >>> bare("arn:aws:connect:ap-northeast-2:123456789012:instance/1a2b/queue/3c4d")
    '3c4d'
    """
    return arn.rpartition("/")[2]


def tag_map(tags: Any) -> dict[str, str]:
    """Tags as the API has them."""
    return {tag["Key"]: tag["Value"] for tag in tags}


def _structure(shape: Shape, properties: Mapping[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    assert isinstance(shape, StructureShape)
    found = {name: _member(name, member, properties, known) for name, member in shape.members.items()}
    return {name: value for name, value in found.items() if value is not None}


def _member(name: str, shape: Shape, properties: Mapping[str, Any], known: Mapping[str, Any]) -> Any:
    if name in known:
        return known[name]
    if name in properties:
        return tag_map(properties[name]) if name in _MAPS else _value(shape, properties[name])
    if name.endswith("Ids") and f"{name[:-3]}Arns" in properties:
        return [bare(arn) for arn in properties[f"{name[:-3]}Arns"]]
    if name.endswith("Id") and f"{name[:-2]}Arn" in properties:
        return bare(properties[f"{name[:-2]}Arn"])
    return None


def _value(shape: Shape, value: Any) -> Any:
    if isinstance(shape, StructureShape):
        return _structure(shape, value, {})
    if isinstance(shape, ListShape):
        return [_value(shape.member, each) for each in value]
    return value
