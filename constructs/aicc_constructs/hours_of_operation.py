"""When a queue is open: the week, and the days on which it differs.

Source: AWS::Connect::HoursOfOperation; at most 100 time slices and 50 overrides, both fixed quotas.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from aws_cdk.aws_connect import CfnHoursOfOperation
from constructs import Construct

from aicc_constructs.checks import DESCRIPTION_LENGTH, check_length, check_name, check_range
from aicc_constructs.connect_instance import IInstance
from aicc_constructs.errors import InvalidInput

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
MOST_OVERRIDES = 50


class IHoursOfOperation(Protocol):
    """What other constructs need of hours of operation."""

    hours_of_operation_arn: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTime:
    """A stretch of a day on which the queue is open.

    Args:
        day: "MONDAY" to "SUNDAY".
        start: First minute, "HH:MM".
        end: Minute at which it closes, "HH:MM"; "00:00" after a start means midnight at the end of the day.

    Example:
        >>> OpenTime(day="MONDAY", start="09:00", end="18:00").minutes
        (540, 1080)
        >>> OpenTime(day="SUNDAY", start="00:00", end="00:00").minutes
        (0, 1440)
    """

    day: str
    start: str
    end: str

    @property
    def minutes(self) -> tuple[int, int]:
        """Start and end in minutes of the day."""
        start, end = _minutes(self.start), _minutes(self.end)
        return start, end or 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Days on which the week does not hold: a holiday, or a day with other hours.

    Args:
        name: Unique within the hours, 1 to 127 characters.
        first: First day, inclusive.
        last: Last day, inclusive.
        times: Stretches in which it is open nevertheless; none means closed all day.
        description: Up to 250 characters.
    """

    name: str
    first: date
    last: date
    times: Sequence[OpenTime] = ()
    description: str | None = None


class Weekly:
    """Weeks that many have."""

    @staticmethod
    def always() -> tuple[OpenTime, ...]:
        """24 hours on every day.

        Example:
            >>> len(Weekly.always())
            7
        """
        return tuple(OpenTime(day=day, start="00:00", end="00:00") for day in WEEKDAYS)

    @staticmethod
    def weekdays(start: str, end: str) -> tuple[OpenTime, ...]:
        """Monday to Friday from start to end.

        Example:
            >>> [time.day for time in Weekly.weekdays("09:00", "18:00")][-1]
            'FRIDAY'
        """
        return tuple(OpenTime(day=day, start=start, end=end) for day in WEEKDAYS[:5])


class HoursOfOperation(Construct):
    """Hours of operation of an instance.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        instance: The instance they belong to.
        name: ASCII, 1 to 127 characters, unique in the instance.
        week: When it is open in an ordinary week, at most 100 stretches.
        overrides: Days that differ, at most 50: none.
        time_zone: IANA name: Asia/Seoul.
        description: Up to 250 characters: none.

    Raises:
        InvalidInput: Impossible or overlapping times, too many or overlapping overrides, a name AWS would refuse.

    Source: AWS::Connect::HoursOfOperation.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
    """

    placeholder_kind: ClassVar[str] = "hours"

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        instance: IInstance,
        name: str,
        week: Sequence[OpenTime],
        overrides: Sequence[Override] = (),
        time_zone: str = "Asia/Seoul",
        description: str | None = None,
    ) -> None:
        place = f"hours of operation {name!r}"
        check_name(f"{place}: name", name)
        check_length(f"{place}: description", description or name, DESCRIPTION_LENGTH)
        check_range(f"{place}: number of stretches", len(week), 1, 100)
        _check_times(place, week)
        _check_overrides(place, overrides)
        super().__init__(scope, construct_id)
        self.name = name
        self._resource = CfnHoursOfOperation(
            self,
            "Resource",
            instance_arn=instance.instance_arn,
            name=name,
            description=description,
            time_zone=time_zone,
            config=[_slice(time) for time in week],
            hours_of_operation_overrides=[_override(override) for override in overrides] or None,
        )
        self.hours_of_operation_arn = self._resource.attr_hours_of_operation_arn
        instance.chain.append(self._resource)

    @property
    def placeholder_value(self) -> str:
        """What `${hours.<name>}` in a flow stands for."""
        return self.hours_of_operation_arn


def _minutes(text: str) -> int:
    hours, _, minutes = text.partition(":")
    if not (hours.isdigit() and minutes.isdigit() and len(text) == 5 and int(hours) < 24 and int(minutes) < 60):
        raise InvalidInput("time of day", f"{text!r} does not exist", "write HH:MM from 00:00 to 23:59")
    return int(hours) * 60 + int(minutes)


def _check_times(place: str, times: Sequence[OpenTime]) -> None:
    for day in WEEKDAYS:
        stretches = sorted(time.minutes for time in times if time.day == day)
        for start, end in stretches:
            if end <= start:
                raise InvalidInput(f"{place}: {day}", f"closes at {_clock(end)}, before it opens at {_clock(start)}", "swap them or split at midnight")
        for (_, end), (start, _) in zip(stretches, stretches[1:], strict=False):
            if start < end:
                raise InvalidInput(f"{place}: {day}", f"a stretch from {_clock(start)} overlaps one until {_clock(end)}", "join them")
    unknown = next((time.day for time in times if time.day not in WEEKDAYS), None)
    if unknown is not None:
        raise InvalidInput(f"{place}: day", f"{unknown!r} is not a day", f"use one of {', '.join(WEEKDAYS)}")


def _check_overrides(place: str, overrides: Sequence[Override]) -> None:
    if len(overrides) > MOST_OVERRIDES:
        raise InvalidInput(f"{place}: overrides", f"{len(overrides)} are more than Connect's {MOST_OVERRIDES}", "name fewer years of holidays")
    ordered = sorted(overrides, key=lambda override: override.first)
    for override in ordered:
        if override.last < override.first:
            raise InvalidInput(f"{place}: override {override.name!r}", f"ends on {override.last}, before {override.first}", "swap them")
        _check_times(f"{place}: override {override.name!r}", override.times)
    for one, other in zip(ordered, ordered[1:], strict=False):
        if other.first <= one.last:
            raise InvalidInput(f"{place}: override {other.name!r}", f"overlaps {one.name!r} on {other.first}", "give each day to one override")
    names = [override.name for override in overrides]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InvalidInput(f"{place}: overrides", f"{twice!r} is named twice", "give each its own name")


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _point(text: str) -> dict[str, int]:
    hours, _, minutes = text.partition(":")
    return {"hours": int(hours), "minutes": int(minutes)}


def _slice(time: OpenTime) -> dict[str, object]:
    return {"day": time.day, "startTime": _point(time.start), "endTime": _point(time.end)}


def _override(override: Override) -> dict[str, object]:
    return {
        "overrideName": override.name,
        "overrideDescription": override.description,
        "effectiveFrom": override.first.isoformat(),
        "effectiveTill": override.last.isoformat(),
        "overrideConfig": [_slice(time) for time in override.times],
    }
