"""When a queue is open: the week, and the days on which it differs.

Source: AWS::Connect::HoursOfOperation; at most 100 time slices and 50 overrides, both fixed quotas.
"""

from collections.abc import Sequence
from typing import ClassVar, Protocol
from zoneinfo import available_timezones

from aws_cdk.aws_connect import CfnHoursOfOperation
from constructs import Construct

from aicc_constructs.checks import check_description, check_name, is_token
from aicc_constructs.errors import InvalidInput
from aicc_constructs.existing_instance import IInstance
from aicc_constructs.opening_times import OpenTime, Override, check_overrides, check_times


class IHoursOfOperation(Protocol):
    """What other constructs need of hours of operation."""

    hours_of_operation_arn: str


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

    Attributes:
        week: As given; `overrides` and `time_zone` likewise.

    Raises:
        InvalidInput: Impossible or overlapping times, too many or overlapping overrides, a name AWS would refuse.

    Source: AWS::Connect::HoursOfOperation.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, Weekly
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
        check_description(place, description)
        if not week:
            raise InvalidInput(f"{place}: week", "is never open", "give at least one stretch, or Weekly.always()")
        if not is_token(time_zone) and time_zone not in available_timezones():
            raise InvalidInput(f"{place}: time_zone", f"{time_zone!r} does not exist", "use an IANA name, Asia/Seoul")
        check_times(place, week)
        check_overrides(place, overrides)
        super().__init__(scope, construct_id)
        self.name = name
        self.week = tuple(week)
        self.overrides = tuple(overrides)
        self.time_zone = time_zone
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
