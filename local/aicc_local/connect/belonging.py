"""References from one resource of an instance to another: both must belong to the same instance.

The operations of Connect name an instance and ids in it, so what lies in another instance is not found there.
"""

from collections.abc import Iterable

from aicc_local.errors import invalid_parameter, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record

FLOW = "AWS::Connect::ContactFlow"


def check_in_instance(aws: LocalAws, instance_arn: str, place: str, arns: Iterable[str | None]) -> None:
    """Refuse what is not in the instance; None stands for a property that is not given.

    Raises:
        ServiceError: ResourceNotFoundException.
    """
    for arn in arns:
        record = aws.store.get(arn) if arn else None
        if arn and (record is None or record.owner != instance_arn):
            raise not_found(f"{place}: {arn} is not in {instance_arn}")


def check_flow(aws: LocalAws, instance_arn: str, place: str, arn: str | None, kind: str | None = None) -> None:
    """Refuse a flow of another instance, or of another type than `kind` such as "OUTBOUND_WHISPER".

    Raises:
        ServiceError: ResourceNotFoundException or InvalidParameterException.
    """
    check_in_instance(aws, instance_arn, place, [arn])
    flow = aws.store.get(arn) if arn else None
    if flow is not None and kind is not None and flow.properties["Type"] != kind:
        raise invalid_parameter(f"{place}: {arn} is a flow of type {flow.properties['Type']}, not {kind}")


def users_of(aws: LocalAws, record: Record, kind: str, *names: str) -> list[Record]:
    """The records of a kind in the same instance that hold the ARN of `record` anywhere in these properties."""
    return [
        other
        for other in aws.store.of(kind, record.owner)
        if any(_holds(other.properties.get(name), record.arn) for name in names)
    ]


def _holds(value: object, arn: str) -> bool:
    if isinstance(value, dict):
        return any(_holds(each, arn) for each in value.values())
    if isinstance(value, list):
        return any(_holds(each, arn) for each in value)
    return value == arn
