"""How requests name flows and modules, by id or ARN, with "$SAVED" or a version behind it; and tags in requests."""

from collections.abc import Mapping
from typing import Any

from aicc_local.connect.flow_address import LATEST, SAVED
from aicc_local.connect.instance import find_instance
from aicc_local.errors import not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def named_record(aws: LocalAws, parameters: Mapping[str, Any], parameter: str, kind: str) -> tuple[Record, str]:
    """The flow or module that a request names, and the state of it: "$LATEST", "$SAVED", a version or an alias.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    instance = find_instance(aws, parameters["InstanceId"])
    last = parameters[parameter].rpartition("/")[2]
    resource_id, _, qualifier = last.partition(":")
    return aws.store.find(kind, resource_id, instance.arn), qualifier or LATEST


def writable_record(aws: LocalAws, parameters: Mapping[str, Any], parameter: str, kind: str) -> tuple[Record, bool]:
    """The flow or module whose content a request changes, and whether it only saves.

    Raises:
        ServiceError: ResourceNotFoundException, also for a version, which nothing changes.
    """
    record, qualifier = named_record(aws, parameters, parameter, kind)
    if qualifier not in (LATEST, SAVED):
        raise not_found(f"{record.arn}:{qualifier} cannot be changed")
    return record, qualifier == SAVED


def given(parameters: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Those parameters that a request has, tags as CloudFormation has them."""
    found = {name: parameters[name] for name in names if name in parameters}
    if "Tags" in found:
        found["Tags"] = [{"Key": key, "Value": value} for key, value in found["Tags"].items()]
    return found
