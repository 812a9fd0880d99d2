"""Weeks of opening times: what is refused, and what Connect is given."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings
from stacks.settings.hours import WEEK, OpenRange

Problems = Callable[..., list[str]]

HOURS = '[hours.night]\nname = "Night"\ndescription = "야간"\nclosed_on_holidays = false\n'


def test_a_week_is_one_range_a_day(settings_with: Callable[..., Settings]) -> None:
    ranges = settings_with().hours["business"].ranges

    assert [(item.day, item.start_time, item.end_time) for item in ranges] == [
        (day, "09:00", "18:00") for day in WEEK[:5]
    ]


def test_always_open_is_midnight_to_midnight(settings_with: Callable[..., Settings]) -> None:
    ranges = settings_with().hours["main"].ranges

    assert ranges == tuple(OpenRange(day=day, start=0, end=1440) for day in WEEK)
    assert {(item.start_time, item.end_time) for item in ranges} == {("00:00", "00:00")}


def test_without_days_it_is_every_day(settings_with: Callable[..., Settings]) -> None:
    hours = settings_with(HOURS + 'open = [{ start = "10:30", end = "24:00" }]').hours["night"]

    assert [(item.day, item.start_time, item.end_time) for item in hours.ranges] == [
        (day, "10:30", "00:00") for day in WEEK
    ]


def test_a_night_is_two_ranges(settings_with: Callable[..., Settings]) -> None:
    monday = '{ days = ["MONDAY"], start = "22:00", end = "24:00" }'
    tuesday = '{ days = ["TUESDAY"], start = "00:00", end = "06:00" }'

    hours = settings_with(f"{HOURS}open = [{monday}, {tuesday}]").hours["night"]

    assert [(item.day, item.start, item.end) for item in hours.ranges] == [
        ("MONDAY", 1320, 1440),
        ("TUESDAY", 0, 360),
    ]


def test_ranges_may_touch(settings_with: Callable[..., Settings]) -> None:
    toml = 'open = [{ start = "13:00", end = "18:00" }, { start = "09:00", end = "13:00" }]'

    hours = settings_with(HOURS + toml).hours["night"]

    assert [item.start for item in hours.ranges[:2]] == [540, 780]


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("", "open: missing; give opening times, or set always_open = true"),
        ("always_open = false", "open: missing; give opening times, or set always_open = true"),
        (
            'always_open = true\nopen = [{ start = "09:00", end = "10:00" }]',
            "open: stands next to always_open = true; remove one of the two",
        ),
        (
            'open = [{ start = "18:00", end = "09:00" }]',
            "open[0].end: '09:00' is not after start = '18:00'; "
            "end the day at 24:00 and begin the next at 00:00 to go past midnight",
        ),
        (
            'open = [{ start = "18:00", end = "00:00" }]',
            "open[0].end: '00:00' is not after start = '18:00'; "
            "end the day at 24:00 and begin the next at 00:00 to go past midnight",
        ),
        (
            'open = [{ start = "09:00", end = "09:00" }]',
            "open[0].end: '09:00' is not after start = '09:00'; "
            "end the day at 24:00 and begin the next at 00:00 to go past midnight",
        ),
        (
            'open = [{ start = "9:00", end = "18:00" }]',
            "open[0].start: '9:00' will not do; give a time from 00:00 to 23:59, or 24:00 for the end of the day",
        ),
        (
            'open = [{ start = "09:60", end = "18:00" }]',
            "open[0].start: '09:60' will not do; give a time from 00:00 to 23:59, or 24:00 for the end of the day",
        ),
        (
            'open = [{ start = "09:00", end = "24:30" }]',
            "open[0].end: '24:30' will not do; give a time from 00:00 to 23:59, or 24:00 for the end of the day",
        ),
        (
            "open = [{ start = 09:00:00, end = '18:00' }]",
            "open[0].start: 09:00:00 is not text in quotes; "
            "give a time from 00:00 to 23:59, or 24:00 for the end of the day",
        ),
        (
            'open = [{ days = ["MON"], start = "09:00", end = "18:00" }]',
            "open[0].days[0]: 'MON' is not one of 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', "
            "'SATURDAY', 'SUNDAY'; choose one of them",
        ),
        (
            'open = [{ days = [], start = "09:00", end = "18:00" }]',
            "open[0].days: [] is too short; give a list of days, e.g. ['MONDAY']",
        ),
        (
            'open = [{ start = "09:00", end = "12:00" }, '
            '{ days = ["MONDAY", "SUNDAY"], start = "11:59", end = "13:00" }]',
            "open[1]: 11:59-13:00 overlaps 09:00-12:00 of open[0] on MONDAY, SUNDAY; join or part them",
        ),
        (
            'time_zone = "Asia/Seuol"\nalways_open = true',
            "time_zone: 'Asia/Seuol' is no time zone; give e.g. 'Asia/Seoul'",
        ),
        ('time_zone = "Asia"\nalways_open = true', "time_zone: 'Asia' is no time zone; give e.g. 'Asia/Seoul'"),
        ('time_zone = "../x"\nalways_open = true', "time_zone: '../x' is no time zone; give e.g. 'Asia/Seoul'"),
        ('time_zone = ""\nalways_open = true', "time_zone: '' is no time zone; give e.g. 'Asia/Seoul'"),
    ],
)
def test_refuses_a_week_that_makes_no_sense(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(HOURS + toml) == [f"config/prod.toml: hours.night.{line}"]


def test_refuses_more_rows_than_connect_takes(problems_of: Problems) -> None:
    slots = ", ".join(f'{{ start = "{hour:02}:00", end = "{hour:02}:30" }}' for hour in range(15))

    assert problems_of(f"{HOURS}open = [{slots}]") == [
        "config/prod.toml: hours.night.open: makes 105 rows, one for each day and range; Connect takes 100: "
        "join some ranges"
    ]


def test_prompts_need_business_hours(problems_of: Problems) -> None:
    assert problems_of(without=("hours.business",)) == [
        "config/common.toml: hours.business: missing; prompts and functions speak of these hours: add the table",
        *(
            f"config/common.toml: queues.{queue}.hours: 'business' is not one of main; name one of [hours.*]"
            for queue in ("general", "orders", "billing")
        ),
    ]
