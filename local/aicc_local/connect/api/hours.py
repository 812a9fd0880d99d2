"""Operations on hours of operation, their overrides, and what holds on a day."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from aicc_local.connect.api.reading import Operation, describing, found, listing, paged
from aicc_local.connect.hours_of_operation import HOURS, overrides_of, parents_of
from aicc_local.connect.opening_times import override_on, slices_on
from aicc_local.errors import ServiceError, invalid_parameter, not_found
from aicc_local.local_aws import LocalAws
from aicc_local.store import Record


def list_hours_of_operation_overrides(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """ListHoursOfOperationOverrides."""
    record = found(aws, parameters, "HoursOfOperationId", HOURS)
    answer = paged("ListHoursOfOperationOverrides", overrides_of(record), parameters)
    return {**answer, "LastModifiedTime": record.changed, "LastModifiedRegion": aws.region}


def describe_hours_of_operation_override(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """DescribeHoursOfOperationOverride."""
    record, wanted = found(aws, parameters, "HoursOfOperationId", HOURS), parameters["HoursOfOperationOverrideId"]
    for override in overrides_of(record):
        if override["HoursOfOperationOverrideId"] == wanted:
            return {"HoursOfOperationOverride": override}
    raise not_found(f"HoursOfOperationOverride not found: {wanted}")


def get_effective_hours_of_operations(aws: LocalAws, parameters: Mapping[str, Any]) -> Mapping[str, Any]:
    """GetEffectiveHoursOfOperations, for overrides that are standard; those of parents are not known here."""
    record = found(aws, parameters, "HoursOfOperationId", HOURS)
    if parents_of(aws, record):
        raise ServiceError("UnknownOperationException", "Inherited overrides are not known here", status=501)
    opened: list[dict[str, Any]] = []
    overridden: list[dict[str, Any]] = []
    for day in _days(parameters):
        hours, override = _on(record, day)
        opened.append({"Date": day.isoformat(), "OperationalHours": hours})
        if override:
            overridden.append({"Date": day.isoformat(), "OverrideHours": override})
    return {
        "EffectiveHoursOfOperationList": opened,
        "EffectiveOverrideHoursList": overridden,
        "TimeZone": record.properties["TimeZone"],
    }


def _on(record: Record, day: date) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    override = override_on(day, record.properties.get("HoursOfOperationOverrides", []))
    config = record.properties["Config"] if override is None else override.get("OverrideConfig", [])
    hours = [{"Start": each["StartTime"], "End": each["EndTime"]} for each in slices_on(day, config)]
    if override is None:
        return hours, []
    name = {"OverrideName": override["OverrideName"]}
    return hours, [{**each, **name, "OperationalStatus": "OPEN"} for each in hours] or [
        {**name, "OperationalStatus": "CLOSED"}
    ]


def _days(parameters: Mapping[str, Any]) -> Iterator[date]:
    try:
        first, last = date.fromisoformat(parameters["FromDate"]), date.fromisoformat(parameters["ToDate"])
    except ValueError as error:
        raise invalid_parameter(f"FromDate, ToDate: {error}") from error
    if last < first:
        raise invalid_parameter("ToDate is before FromDate")
    while first <= last:
        yield first
        first += timedelta(days=1)


def _parents(aws: LocalAws, record: Record) -> Mapping[str, Any]:
    parents = [{"Name": each.name, "Id": each.id, "Arn": each.arn} for each in parents_of(aws, record)]
    return {"ParentHoursOfOperations": parents or None}


HOURS_OF_OPERATION: dict[str, Operation] = {
    "DescribeHoursOfOperation": describing("DescribeHoursOfOperation", HOURS, extras=_parents),
    "DescribeHoursOfOperationOverride": describe_hours_of_operation_override,
    "GetEffectiveHoursOfOperations": get_effective_hours_of_operations,
    "ListHoursOfOperationOverrides": list_hours_of_operation_overrides,
    "ListHoursOfOperations": listing("ListHoursOfOperations", HOURS),
}
