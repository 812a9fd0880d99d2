"""AWS::Connect::HoursOfOperation: when a queue is open."""

import uuid
from typing import Any

from aicc_local.connect.belonging import users_of
from aicc_local.connect.opening_times import check_overrides, check_week, time_zones
from aicc_local.errors import ServiceError, in_use, invalid_parameter
from aicc_local.local_aws import LocalAws
from aicc_local.resource_type import Quota, ResourceType
from aicc_local.store import Record

HOURS = "AWS::Connect::HoursOfOperation"
PARENTS = Quota(name="Associations to inherit recurring overrides per hours of operation", limit=3)


class HoursOfOperation(ResourceType):
    """Hours of operation, with the days that differ."""

    type_name = HOURS
    arn_part = "operating-hours"
    unique = "Name"
    quota = Quota(name="Hours of operation per instance", limit=100)

    def check(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        if properties["TimeZone"] not in time_zones():
            raise invalid_parameter(f"TimeZone: {properties['TimeZone']} does not exist")
        check_week("Config", properties["Config"])
        check_overrides(properties.get("HoursOfOperationOverrides", []))
        self._check_parents(aws, properties, record)

    def check_delete(self, aws: LocalAws, record: Record) -> None:
        """ResourceInUseException names DeleteHoursOfOperation as its example."""
        queues = users_of(aws, record, "AWS::Connect::Queue", "HoursOfOperationArn")
        children = [other for other in aws.store.of(HOURS, record.owner) if record in parents_of(aws, other)]
        for other in [*queues, *children]:
            raise in_use(f"Hours of operation {record.name} is in use by {other.name}")

    def _check_parents(self, aws: LocalAws, properties: dict[str, Any], record: Record | None) -> None:
        named = properties.get("ParentHoursOfOperations", [])
        if len(named) > PARENTS.limit:
            raise ServiceError(
                "ServiceQuotaExceededException", f"{PARENTS.name}: the limit of {PARENTS.limit} is reached", status=402
            )
        for parent in _found(aws, self.owner(aws, properties), properties):
            if parent is record:
                raise invalid_parameter("ParentHoursOfOperations: hours of operation are no parent of themselves")


def parents_of(aws: LocalAws, record: Record) -> list[Record]:
    """The hours of operation whose overrides these inherit."""
    return _found(aws, record.owner, record.properties)


def overrides_of(record: Record) -> list[dict[str, Any]]:
    """The overrides as the API has them; an override keeps its id as long as it keeps its name."""
    return [
        {
            "HoursOfOperationOverrideId": str(uuid.uuid5(uuid.UUID(record.id), each["OverrideName"])),
            "HoursOfOperationId": record.id,
            "HoursOfOperationArn": record.arn,
            "Name": each["OverrideName"],
            "Description": each.get("OverrideDescription"),
            "Config": each.get("OverrideConfig", []),
            "EffectiveFrom": each["EffectiveFrom"],
            "EffectiveTill": each["EffectiveTill"],
            "RecurrenceConfig": each.get("RecurrenceConfig"),
            "OverrideType": each.get("OverrideType", "STANDARD"),
        }
        for each in record.properties.get("HoursOfOperationOverrides", [])
    ]


def _found(aws: LocalAws, instance: str, properties: dict[str, Any]) -> list[Record]:
    return [aws.store.find(HOURS, each["Id"], instance) for each in properties.get("ParentHoursOfOperations", [])]
