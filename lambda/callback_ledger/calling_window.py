"""Nobody is called at night, whatever the opening hours say.

Korean law asks for a separate consent to advertising calls from 21:00 to 08:00 (Network Act, article 50). A callback
that the customer asked for is no advertising, but nobody is to be rung out of bed by a slip.
"""

from collections.abc import Iterator
from datetime import date, datetime

from aicc_core.opening_hours import OpeningHours, OpenTimes
from korean.clock import KOREA

DAYTIME = OpenTimes(8 * 60, 21 * 60)


def is_daytime(now: int) -> bool:
    """Whether anybody may be called at `now`.

    >>> [is_daytime(int(datetime(2026, 11, 23, *at, tzinfo=KOREA).timestamp())) for at in ((7, 59), (8, 0), (21, 0))]
    [False, True, False]
    """
    moment = datetime.fromtimestamp(now, KOREA)
    return DAYTIME.start <= moment.hour * 60 + moment.minute < DAYTIME.end


def is_callable(now: int, hours: OpeningHours) -> bool:
    """Whether somebody is there to call, and may."""
    return is_daytime(now) and hours.is_open(datetime.fromtimestamp(now, KOREA))


def callable_times(day: date, hours: OpeningHours) -> Iterator[OpenTimes]:
    """When customers can be called on `day`."""
    for times in hours.times(day):
        within = OpenTimes(max(times.start, DAYTIME.start), min(times.end, DAYTIME.end))
        if within.start < within.end:
            yield within
