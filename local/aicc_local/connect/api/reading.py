"""List and Describe operations, made from what botocore knows of their parameters and answers."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from botocore.model import ListShape, Shape, StructureShape

from aicc_local.connect.api.pages import DEFAULT, page
from aicc_local.connect.api.shaping import shaped
from aicc_local.connect.instance import find_instance
from aicc_local.local_aws import LocalAws
from aicc_local.rest_json import service_model
from aicc_local.store import Record

Operation = Callable[[LocalAws, Mapping[str, Any]], Mapping[str, Any]]
# Values of members that the properties of a record do not hold by that name.
Extras = Callable[[LocalAws, Record], Mapping[str, Any]]
Wanted = Callable[[Mapping[str, Any], Record], bool]


def no_extras(aws: LocalAws, record: Record) -> Mapping[str, Any]:
    """Nothing."""
    return {}


def every(parameters: Mapping[str, Any], record: Record) -> bool:
    """Whether it is asked for: yes."""
    return True


def listing(operation: str, kind: str, *, extras: Extras = no_extras, wanted: Wanted = every) -> Operation:
    """A List operation on the resources of an instance.

    Args:
        operation: Its name; the answer has one list of summaries.
        kind: The CloudFormation type of what is listed.
        extras: Further values for a summary.
        wanted: Whether a record is asked for.
    """
    member, shape = _only(operation, ListShape)
    assert isinstance(shape, ListShape)
    most = most_results(operation)

    def list_records(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        instance = find_instance(aws, parameters["InstanceId"])
        records = [each for each in aws.store.of(kind, instance.arn) if wanted(parameters, each)]
        shown, token = page(records, parameters, operation, most=most)
        summaries = [shaped(aws, each, shape.member.name, **extras(aws, each)) for each in shown]
        return {member: summaries, "NextToken": token}

    return list_records


def describing(operation: str, kind: str, *, extras: Extras = no_extras) -> Operation:
    """A Describe operation on one resource of an instance.

    Args:
        operation: Its name; the answer has one structure.
        kind: The CloudFormation type.
        extras: Further values for the answer.
    """
    member, shape = _only(operation, StructureShape)
    asked = id_parameter(operation)

    def describe_record(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
        record = found(aws, parameters, asked, kind)
        return {member: shaped(aws, record, shape.name, **extras(aws, record))}

    return describe_record


def found(aws: LocalAws, parameters: Mapping[str, Any], parameter: str, kind: str) -> Record:
    """The resource that a request names by `parameter`, in the instance that it names.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    return aws.store.find(kind, parameters[parameter], find_instance(aws, parameters["InstanceId"]).arn)


def paged(operation: str, items: Iterable[Any], parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer of a List operation whose items are made already."""
    member, _ = _only(operation, ListShape)
    shown, token = page(list(items), parameters, operation, most=most_results(operation))
    return {member: shown, "NextToken": token}


def id_parameter(operation: str) -> str:
    """The parameter in the path that names the resource within its instance."""
    [name] = [
        name
        for name, member in _members(service_model("connect").operation_model(operation).input_shape).items()
        if member.serialization.get("location") == "uri" and name != "InstanceId"
    ]
    return name


def most_results(operation: str) -> int:
    """The largest MaxResults that the operation takes."""
    shape = _members(service_model("connect").operation_model(operation).input_shape).get("MaxResults")
    return int(shape.metadata.get("max", DEFAULT)) if shape else DEFAULT


def _members(shape: StructureShape | None) -> Mapping[str, Shape]:
    return shape.members if shape else {}


def _only(operation: str, kind: type[Shape]) -> tuple[str, Shape]:
    members = _members(service_model("connect").operation_model(operation).output_shape)
    [member] = [name for name, shape in members.items() if isinstance(shape, kind)]
    return member, members[member]
