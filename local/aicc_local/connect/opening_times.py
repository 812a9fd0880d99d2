"""Opening times: what Connect refuses of a week and of its overrides, and what holds on a day.

Source: administrator guide, "Set the hours of operation" (12:00AM as an end is the midnight that follows; dates of
overrides cannot overlap), and the API reference of RecurrencePattern. Not documented, and refused here: times of one
day that overlap, and an end before its start.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import combinations, pairwise
from typing import Any
from zoneinfo import available_timezones

from aicc_local.errors import ServiceError, duplicate, invalid_parameter

DAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")

Slice = Mapping[str, Any]


@cache
def time_zones() -> frozenset[str]:
    """The names of the IANA time zones."""
    return frozenset(available_timezones() - {"localtime", "Factory"})


def check_week(place: str, config: Sequence[Slice]) -> None:
    """Refuse times of one day that overlap or end before they start."""
    for day in DAYS:
        times = sorted(minutes(each) for each in config if each["Day"] == day)
        for start, end in times:
            if end <= start:
                raise invalid_parameter(f"{place}: {day}: the end time is not after the start time")
        for (_, end), (start, _) in pairwise(times):
            if start < end:
                raise invalid_parameter(f"{place}: {day}: times overlap")


def check_overrides(overrides: Sequence[Mapping[str, Any]]) -> None:
    """Refuse overrides that have one name, dates that do not exist or overlap, or a recurrence without sense."""
    for override in overrides:
        place = f"HoursOfOperationOverrides: {override['OverrideName']}"
        first, last = span(place, override)
        if last < first:
            raise invalid_parameter(f"{place}: EffectiveTill is before EffectiveFrom")
        check_week(place, override.get("OverrideConfig", []))
        _check_recurrence(place, override)
    for one, other in combinations(overrides, 2):
        _check_pair(one, other)


def minutes(each: Slice) -> tuple[int, int]:
    """Start and end in minutes of the day; midnight as an end is that of the next day."""
    start, end = each["StartTime"], each["EndTime"]
    return start["Hours"] * 60 + start["Minutes"], (end["Hours"] * 60 + end["Minutes"]) or 24 * 60


def span(place: str, override: Mapping[str, Any]) -> tuple[date, date]:
    """The first and the last day of an override."""
    try:
        return date.fromisoformat(override["EffectiveFrom"]), date.fromisoformat(override["EffectiveTill"])
    except ValueError as error:
        raise invalid_parameter(f"{place}: {error}") from error


def override_on(day: date, overrides: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The override that holds on a day.

    Raises:
        ServiceError: There is one that recurs, or opens or closes only; which of several holds then is not known here.
    """
    for override in overrides:
        if not _is_standard(override):
            raise ServiceError(
                "UnknownOperationException",
                f"{override['OverrideName']}: only standard overrides are known",
                status=501,
            )
        first, last = span(override["OverrideName"], override)
        if first <= day <= last:
            return override
    return None


def slices_on(day: date, config: Sequence[Slice]) -> list[Slice]:
    """The times of a day."""
    return sorted((each for each in config if each["Day"] == DAYS[day.weekday()]), key=minutes)


def _is_standard(override: Mapping[str, Any]) -> bool:
    return bool(override.get("OverrideType", "STANDARD") == "STANDARD")


def _check_pair(one: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    if one["OverrideName"].casefold() == other["OverrideName"].casefold():
        raise duplicate(f"A resource with the specified name already exists: {one['OverrideName']}")
    if _is_standard(one) and _is_standard(other):
        (first, last), (begin, end) = span("", one), span("", other)
        if first <= end and begin <= last:
            names = f"{one['OverrideName']} and {other['OverrideName']}"
            raise invalid_parameter(f"HoursOfOperationOverrides: {names} overlap")


def _check_recurrence(place: str, override: Mapping[str, Any]) -> None:
    if "RecurrenceConfig" not in override:
        return
    if _is_standard(override):
        raise invalid_parameter(f"{place}: a standard override does not recur")
    pattern = override["RecurrenceConfig"]["RecurrencePattern"]
    frequency = pattern.get("Frequency")
    for name in ("Frequency", "Interval"):
        if name not in pattern:
            raise invalid_parameter(f"{place}: RecurrencePattern: {name} is required")
    for name, allowed in _WITH.items():
        if len(pattern.get(name, [])) > 1:
            raise invalid_parameter(f"{place}: {name} takes one value")
        if pattern.get(name) and frequency not in allowed:
            raise invalid_parameter(f"{place}: {name} does not go with {frequency}")
    if pattern.get("ByMonthDay") and pattern.get("ByWeekdayOccurrence"):
        raise invalid_parameter(f"{place}: ByMonthDay does not go with ByWeekdayOccurrence")


_WITH = {
    "ByMonth": ("YEARLY",),
    "ByMonthDay": ("MONTHLY", "YEARLY"),
    "ByWeekdayOccurrence": ("MONTHLY", "YEARLY"),
}
