"""Opening hours for functions: the hours of operation once more, as a JSON document in one SSM parameter.

Source: `aicc_core.opening_hours`, which reads it; times run from "00:00" to "24:00".
"""

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from aws_cdk.aws_ssm import ParameterTier, StringParameter
from constructs import Construct

from aicc_constructs.errors import InvalidInput
from aicc_constructs.hours_of_operation import HoursOfOperation
from aicc_constructs.opening_times import WEEKDAYS, OpenTime, Override

# Systems Manager, quotas of Parameter Store: an advanced parameter.
MOST_BYTES = 8192


class OpeningHoursParameter(StringParameter):
    """A parameter with the hours of a queue.

    Args:
        scope: Parent construct.
        construct_id: Name below the parent.
        hours: The hours.

    Raises:
        InvalidInput: They make more than one parameter takes.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, Weekly
        >>> stack = Stack()
        >>> instance = ConnectInstance(stack, "Instance", alias="hanbit")
        >>> hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())
        >>> parameter = OpeningHoursParameter(stack, "Parameter", hours=hours)
    """

    def __init__(self, scope: Construct, construct_id: str, *, hours: HoursOfOperation) -> None:
        document = opening_hours_document(hours)
        size = len(document.encode())
        if size > MOST_BYTES:
            raise InvalidInput(
                f"hours of operation {hours.name!r}: overrides",
                f"make {size} bytes for functions, and one parameter takes {MOST_BYTES}",
                "remove past dates, or shorten descriptions",
            )
        super().__init__(
            scope,
            construct_id,
            description="When people answer, for functions; made from the hours of operation",
            string_value=document,
            # Advanced beyond 4 KB only, and forever then: no tier named here could follow that.
            tier=ParameterTier.INTELLIGENT_TIERING,
        )


def opening_hours_document(hours: HoursOfOperation) -> str:
    """The document; it has no sentence that says the week, which only callers are told.

    Example:
        >>> from aws_cdk import Stack
        >>> from aicc_constructs import ConnectInstance, Weekly
        >>> instance = ConnectInstance(Stack(), "Instance", alias="hanbit")
        >>> week = Weekly.weekdays("09:00", "18:00")[:1]
        >>> opening_hours_document(HoursOfOperation(instance, "Hours", instance=instance, name="Main", week=week))
        '{"time_zone":"Asia/Seoul","text":"","week":{"MONDAY":[["09:00","18:00"]]},"exceptions":{}}'
    """
    exceptions = {
        day.isoformat(): {
            "name": override.description or override.name,
            "open": _times(override.times, WEEKDAYS[day.weekday()]),
        }
        for override in sorted(hours.overrides, key=lambda override: override.first)
        for day in _days(override)
    }
    week = {day: times for day in WEEKDAYS if (times := _times(hours.week, day))}
    document = {"time_zone": hours.time_zone, "text": "", "week": week, "exceptions": exceptions}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _times(times: Iterable[OpenTime], day: str) -> list[list[str]]:
    open_times = sorted(time.minutes for time in times if time.day == day)
    return [[f"{minute // 60:02}:{minute % 60:02}" for minute in each] for each in open_times]


def _days(override: Override) -> Iterator[date]:
    for offset in range((override.last - override.first).days + 1):
        yield override.first + timedelta(days=offset)
