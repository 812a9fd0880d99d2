"""Operations on tags, of every resource of Connect that has an ARN."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.api.reading import Operation
from aicc_local.connect.api.shaping import tag_map
from aicc_local.errors import invalid_parameter, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.resource_tags import MOST
from aicc_local.store import Record


def tag_resource(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """TagResource."""
    record = _tagged(aws, parameters)
    wanted = {**_tags(record), **parameters["tags"]}
    reserved = [key for key in parameters["tags"] if key.lower().startswith("aws:")]
    if reserved:
        raise invalid_parameter(f"tags: {reserved[0]} begins with aws:")
    if len(wanted) > MOST:
        raise invalid_parameter(f"tags: {len(wanted)} are more than {MOST}")
    _keep(aws, record, wanted)
    return {}


def untag_resource(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """UntagResource."""
    record = _tagged(aws, parameters)
    kept = {key: value for key, value in _tags(record).items() if key not in parameters["tagKeys"]}
    _keep(aws, record, kept)
    return {}


def list_tags_for_resource(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListTagsForResource."""
    return {"tags": _tags(_tagged(aws, parameters))}


def _tagged(aws: LocalAws, parameters: Mapping[str, Any]) -> Record:
    record = aws.store.get(parameters["resourceArn"])
    if record is None or not record.kind.startswith("AWS::Connect::"):
        raise not_found(f"Resource not found: {parameters['resourceArn']}")
    return record


def _tags(record: Record) -> dict[str, str]:
    return tag_map(record.properties.get("Tags", []))


def _keep(aws: LocalAws, record: Record, tags: Mapping[str, str]) -> None:
    record.properties["Tags"] = [{"Key": key, "Value": value} for key, value in tags.items()]
    record.changed = aws.now()


TAGS: dict[str, Operation] = {
    "ListTagsForResource": list_tags_for_resource,
    "TagResource": tag_resource,
    "UntagResource": untag_resource,
}
