"""What must hold among opening times and overrides, before Connect is asked."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from stacks.settings.errors import Path, Problem, show
from stacks.settings.hours import WEEK, Hours, HoursOverride, OpeningTime, minutes, ranges, weekdays
from stacks.settings.overrides import MAX_OVERRIDES

if TYPE_CHECKING:
    from stacks.settings.settings import Settings

# The hours that prompts and functions speak of.
SPOKEN_HOURS = "business"
# Registry schema AWS::Connect::HoursOfOperation: Config, and each OverrideConfig.
_MAX_ROWS = 100


def check_hours(settings: "Settings") -> Iterator[Problem]:
    """Every week and every override can be written in Connect, and says what it means."""
    if SPOKEN_HOURS not in settings.hours:
        yield Problem(
            path=("hours", SPOKEN_HOURS), message="missing; prompts and functions speak of these hours: add the table"
        )
    for key, hours in settings.hours.items():
        path = ("hours", key)
        yield from _check_time_zone(path, hours)
        yield from _check_week(path, hours)
        for index, override in enumerate(hours.overrides):
            yield from _check_override((*path, "overrides", index), override)
        yield from _check_apart(path, hours)
        yield from _check_count(path, settings, key)


def _check_time_zone(path: Path, hours: Hours) -> Iterator[Problem]:
    try:
        ZoneInfo(hours.time_zone)
    except (KeyError, ValueError, OSError):
        yield Problem(
            path=(*path, "time_zone"), message=f"{show(hours.time_zone)} is no time zone; give e.g. 'Asia/Seoul'"
        )


def _check_week(path: Path, hours: Hours) -> Iterator[Problem]:
    if hours.always_open and hours.open:
        yield Problem(path=(*path, "open"), message="stands next to always_open = true; remove one of the two")
    if not hours.always_open and not hours.open:
        yield Problem(path=(*path, "open"), message="missing; give opening times, or set always_open = true")
    yield from _check_times((*path, "open"), hours.open)


def _check_override(path: Path, override: HoursOverride) -> Iterator[Problem]:
    if override.to < override.from_:
        yield Problem(
            path=(*path, "to"),
            message=f"{override.to} is before from = {override.from_}; give {override.from_} or later",
        )
        return
    if override.closed and override.open:
        yield Problem(path=(*path, "open"), message="stands next to closed = true; remove one of the two")
    if not override.closed and not override.open:
        yield Problem(path=(*path, "open"), message="missing; give opening times, or set closed = true")
    yield from _check_times((*path, "open"), override.open)
    dates = set(weekdays(override.from_, override.to))
    for index, times in enumerate(override.open):
        if dates.isdisjoint(times.days):
            yield Problem(
                path=(*path, "open", index, "days"),
                message=f"{show(list(times.days))} do not occur from {override.from_} to {override.to}; "
                f"give some of {', '.join(day for day in WEEK if day in dates)}, or leave days out",
            )


def _check_times(path: Path, opening_times: tuple[OpeningTime, ...]) -> Iterator[Problem]:
    for index, times in enumerate(opening_times):
        if minutes(times.end) <= minutes(times.start):
            yield Problem(
                path=(*path, index, "end"),
                message=f"{show(times.end)} is not after start = {show(times.start)}; "
                "end the day at 24:00 and begin the next at 00:00 to go past midnight",
            )
    for index, times in enumerate(opening_times):
        for earlier, other in enumerate(opening_times[:index]):
            shared = [day for day in WEEK if day in times.days and day in other.days]
            if shared and _overlap(times, other):
                yield Problem(
                    path=(*path, index),
                    message=f"{times.start}-{times.end} overlaps {other.start}-{other.end} "
                    f"of {path[-1]}[{earlier}] on {', '.join(shared)}; join or part them",
                )
    if (rows := len(ranges(opening_times))) > _MAX_ROWS:
        yield Problem(
            path=path,
            message=f"makes {rows} rows, one for each day and range; Connect takes {_MAX_ROWS}: join some ranges",
        )


def _overlap(one: OpeningTime, other: OpeningTime) -> bool:
    return minutes(one.start) < minutes(other.end) and minutes(other.start) < minutes(one.end)


def _check_apart(path: Path, hours: Hours) -> Iterator[Problem]:
    for index, override in enumerate(hours.overrides):
        place = (*path, "overrides", index)
        for earlier, other in enumerate(hours.overrides[:index]):
            if override.name.casefold() == other.name.casefold():
                yield Problem(
                    path=(*place, "name"),
                    message=f"{show(override.name)} is already the name of overrides[{earlier}]; give it its own",
                )
            if override.from_ <= other.to and other.from_ <= override.to:
                yield Problem(
                    path=(*place, "from"),
                    message=f"{override.from_} to {override.to} overlaps overrides[{earlier}], "
                    f"{other.from_} to {other.to}; give each date one override",
                )


def _check_count(path: Path, settings: "Settings", key: str) -> Iterator[Problem]:
    overrides = settings.overrides(key)
    if len(overrides) <= MAX_OVERRIDES:
        return
    own = len(settings.hours[key].overrides)
    closures = Counter(closure.first.year for closure in overrides if closure.holiday)
    if closures:
        years = ", ".join(f"{year}: {count}" for year, count in sorted(closures.items()))
        makes = f"{own} of its own and {closures.total()} closures for holidays ({years})"
        cure = "remove past years from holidays.years"
    else:
        makes, cure = "all of its own", "remove past ones"
    yield Problem(
        path=(*path, "overrides"),
        message=f"makes {len(overrides)} overrides, {makes}; Connect takes {MAX_OVERRIDES}: {cure}",
    )
