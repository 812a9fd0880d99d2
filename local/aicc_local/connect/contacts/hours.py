"""Whether hours of operation are open at a moment."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from aicc_local.connect.opening_times import minutes, override_on, slices_on
from aicc_local.errors import ServiceError
from aicc_local.store import Record
from connect_flows.simulator import NotRun


def is_open(hours: Record, seconds: float) -> bool:
    """Whether hours are open at a moment, in their own time zone.

    Raises:
        NotRun: It cannot be told here: they inherit from other hours, or have an override that is not evaluated.
    """
    properties = hours.properties
    if properties.get("ParentHoursOfOperations"):
        raise NotRun(f"{hours.name} inherits from other hours")
    moment = datetime.fromtimestamp(seconds, UTC).astimezone(ZoneInfo(properties["TimeZone"]))
    try:
        override = override_on(moment.date(), properties.get("HoursOfOperationOverrides", ()))
    except ServiceError as error:
        raise NotRun(f"{hours.name}: {error.message}") from error
    config = properties["Config"] if override is None else override.get("OverrideConfig", ())
    minute = moment.hour * 60 + moment.minute
    return any(start <= minute < end for start, end in map(minutes, slices_on(moment.date(), config)))
