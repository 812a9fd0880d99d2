"""Dates that differ: the settings' own overrides and the holidays, in one list."""

import datetime
import itertools
from collections.abc import Callable

import pytest

from stacks.settings import Override, Settings
from stacks.settings.hours import OpenRange

Problems = Callable[..., list[str]]
Date = datetime.date


def business(*overrides: str) -> str:
    return "".join(f"[[hours.business.overrides]]\n{override}\n" for override in overrides)


def test_holidays_close_the_hours_that_keep_them(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with("[holidays]\nyears = [2026]")

    overrides = settings.overrides("business")

    assert len(overrides) == 16
    assert overrides[1] == Override(
        name="2026-02-16 Korean New Year",
        description="설날",
        first=Date(2026, 2, 16),
        last=Date(2026, 2, 18),
        closed=True,
        ranges=(),
        holiday=True,
    )


def test_hours_that_ignore_holidays_have_no_closures(settings_with: Callable[..., Settings]) -> None:
    assert settings_with().overrides("main") == ()


def test_dates_can_be_closed_or_open_at_other_times(settings_with: Callable[..., Settings]) -> None:
    settings = settings_with(
        business(
            'name = "Moving"\nfrom = 2026-11-02\nto = 2026-11-03\nclosed = true\ndescription = "이전"',
            'name = "Late opening"\nfrom = 2026-10-12\nto = 2026-10-13\nopen = [{ start = "13:00", end = "24:00" }]',
        )
    )

    own = [override for override in settings.overrides("business") if not override.name.startswith("20")]

    assert own == [
        Override(
            name="Late opening",
            description="Late opening",
            first=Date(2026, 10, 12),
            last=Date(2026, 10, 13),
            closed=False,
            ranges=(OpenRange(day="MONDAY", start=780, end=1440), OpenRange(day="TUESDAY", start=780, end=1440)),
        ),
        Override(
            name="Moving",
            description="이전",
            first=Date(2026, 11, 2),
            last=Date(2026, 11, 3),
            closed=True,
            ranges=(),
        ),
    ]


def test_an_override_of_its_own_wins_over_a_holiday(settings_with: Callable[..., Settings]) -> None:
    override = 'name = "Seollal duty"\nfrom = 2026-02-17\nto = 2026-02-17\nopen = [{ start = "10:00", end = "12:00" }]'

    overrides = settings_with(business(override)).overrides("business")

    assert [(item.first.day, item.last.day, item.closed) for item in overrides if item.first.month == 2][:3] == [
        (16, 16, True),
        (17, 17, False),
        (18, 18, True),
    ]


def test_overrides_are_in_order_and_apart(settings_with: Callable[..., Settings]) -> None:
    override = 'name = "A"\nfrom = 2026-12-20\nto = 2027-01-05\nclosed = true'

    overrides = settings_with(business(override)).overrides("business")

    assert all(earlier.last < later.first for earlier, later in itertools.pairwise(overrides))
    assert len({item.name for item in overrides}) == len(overrides)


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            'name = "A"\nfrom = 2026-11-03\nto = 2026-11-02\nclosed = true',
            "overrides[0].to: 2026-11-02 is before from = 2026-11-03; give 2026-11-03 or later",
        ),
        (
            'name = "A"\nfrom = 2026-11-03\nto = 2026-11-03',
            "overrides[0].open: missing; give opening times, or set closed = true",
        ),
        (
            'name = "A"\nfrom = 2026-11-03\nto = 2026-11-03\nclosed = true\n'
            'open = [{ start = "01:00", end = "02:00" }]',
            "overrides[0].open: stands next to closed = true; remove one of the two",
        ),
        (
            'name = "A"\nfrom = 2026-11-03\nto = 2026-11-03\nopen = [{ start = "03:00", end = "02:00" }]',
            "overrides[0].open[0].end: '02:00' is not after start = '03:00'; "
            "end the day at 24:00 and begin the next at 00:00 to go past midnight",
        ),
        (
            'name = "A"\nfrom = 2026-11-02\nto = 2026-11-03\n'
            'open = [{ days = ["SUNDAY"], start = "01:00", end = "02:00" }]',
            "overrides[0].open[0].days: ['SUNDAY'] do not occur from 2026-11-02 to 2026-11-03; "
            "give some of MONDAY, TUESDAY, or leave days out",
        ),
        (
            'name = "점검"\nfrom = 2026-11-03\nto = 2026-11-03\nclosed = true',
            "overrides[0].name: '점검' will not do; give 1 to 127 ASCII letters, digits, spaces or "
            ". , - _ / # : $ @ | & { } + ? % (CloudWatch drops the metrics of other names; "
            "Korean goes into description)",
        ),
        (
            'name = "A"\nfrom_ = 2026-11-03\nfrom = 2026-11-03\nto = 2026-11-03\nclosed = true',
            "overrides[0].from_: unknown key; did you mean 'from'?",
        ),
        (
            'name = "A"\nto = 2026-11-03\nclosed = true',
            "overrides[0].from: missing; give a date without quotes, e.g. 2027-02-05",
        ),
    ],
)
def test_refuses_an_override_that_makes_no_sense(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(business(toml)) == [f"config/prod.toml: hours.business.{line}"]


def test_refuses_a_name_twice(problems_of: Problems) -> None:
    one = 'name = "Moving"\nfrom = 2026-11-02\nto = 2026-11-02\nclosed = true'
    other = 'name = "moving"\nfrom = 2026-11-04\nto = 2026-11-04\nclosed = true'

    assert problems_of(business(one, other)) == [
        "config/prod.toml: hours.business.overrides[1].name: 'moving' is already the name of overrides[0]; "
        "give it its own"
    ]


def test_refuses_a_date_twice(problems_of: Problems) -> None:
    one = 'name = "A"\nfrom = 2026-11-02\nto = 2026-11-04\nclosed = true'
    other = 'name = "B"\nfrom = 2026-11-04\nto = 2026-11-05\nclosed = true'

    assert problems_of(business(one, other)) == [
        "config/prod.toml: hours.business.overrides[1].from: 2026-11-04 to 2026-11-05 overlaps overrides[0], "
        "2026-11-02 to 2026-11-04; give each date one override"
    ]


def test_says_what_makes_too_many(problems_of: Problems) -> None:
    own = 'name = "A"\nfrom = 2026-11-02\nto = 2026-11-04\nclosed = true'

    assert problems_of(f"[holidays]\nyears = [2025, 2026, 2027, 2028]\n{business(own)}") == [
        "config/prod.toml: hours.business.overrides: makes 57 overrides, 1 of its own and 56 closures for holidays "
        "(2025: 11, 2026: 16, 2027: 17, 2028: 12); Connect takes 50: remove past years from holidays.years"
    ]


def test_blames_its_own_overrides_when_there_are_no_holidays(problems_of: Problems) -> None:
    days = (Date(2026, 1, 1) + datetime.timedelta(days=offset) for offset in range(51))
    toml = "".join(
        f'[[hours.main.overrides]]\nname = "Closed {day}"\nfrom = {day}\nto = {day}\nclosed = true\n' for day in days
    )

    assert problems_of(toml) == [
        "config/prod.toml: hours.main.overrides: makes 51 overrides, all of its own; Connect takes 50: remove past ones"
    ]
