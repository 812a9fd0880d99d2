"""Opening hours as functions read them: the same as Connect's, date by date."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from aicc_core.opening_hours import OpenTimes, SpecialDay, read_opening_hours
from stacks.settings import Settings
from stacks.settings.opening_hours_document import MOST_BYTES, opening_hours_document

SettingsWith = Callable[..., Settings]
Problems = Callable[..., list[str]]

LONG = '[[hours.business.overrides]]\nname = "Winter"\nfrom = 2030-01-01\nto = {to}\nclosed = true\n'


def document(settings: Settings) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(opening_hours_document(settings))
    return read


def test_the_week_has_the_days_that_are_open(settings_with: SettingsWith) -> None:
    hours = document(
        settings_with(
            "[hours.business]\nopen = ["
            '{ days = ["MONDAY"], start = "09:00", end = "12:00" },'
            '{ days = ["MONDAY"], start = "13:00", end = "24:00" },'
            '{ days = ["SUNDAY"], start = "00:00", end = "06:30" }]'
        )
    )

    assert hours["week"] == {"MONDAY": [["09:00", "12:00"], ["13:00", "24:00"]], "SUNDAY": [["00:00", "06:30"]]}
    assert hours["time_zone"] == "Asia/Seoul"


def test_says_what_prompts_say(settings_with: SettingsWith) -> None:
    settings = settings_with()

    assert document(settings)["text"] == settings.texts["opening_hours"]


def test_each_day_of_a_holiday_is_an_exception(settings_with: SettingsWith) -> None:
    exceptions = document(settings_with("[holidays]\nyears = [2026]"))["exceptions"]

    new_year = {day: each for day, each in exceptions.items() if day.startswith("2026-02")}
    assert new_year == {f"2026-02-{day}": {"name": "설날", "open": []} for day in (16, 17, 18)}


def test_other_hours_hold_on_their_dates_only(settings_with: SettingsWith) -> None:
    override = (
        '[[hours.business.overrides]]\nname = "Stocktaking"\ndescription = "재고 조사"\n'
        "from = 2026-10-10\nto = 2026-10-12\n"
        'open = [{ days = ["SATURDAY", "MONDAY"], start = "10:00", end = "15:00" }]'
    )

    exceptions = document(settings_with(override))["exceptions"]

    assert [exceptions[f"2026-10-{day}"] for day in (10, 11, 12)] == [
        {"name": "재고 조사", "open": [["10:00", "15:00"]]},
        {"name": "재고 조사", "open": []},
        {"name": "재고 조사", "open": [["10:00", "15:00"]]},
    ]


def test_exceptions_are_those_of_the_hours_of_operation(settings_with: SettingsWith) -> None:
    settings = settings_with()

    dates = {
        date.fromordinal(day).isoformat()
        for override in settings.overrides("business")
        for day in range(override.first.toordinal(), override.last.toordinal() + 1)
    }
    assert set(document(settings)["exceptions"]) == dates


def test_korean_stays_readable(settings_with: SettingsWith) -> None:
    assert '"name":"설날"' in opening_hours_document(settings_with())


def test_what_one_parameter_takes_is_taken(settings_with: SettingsWith) -> None:
    settings = settings_with(LONG.format(to="2030-04-30"))

    assert len(opening_hours_document(settings).encode()) <= MOST_BYTES


def test_refuses_more_dates_than_one_parameter_takes(problems_of: Problems) -> None:
    (measured,) = problems_of(LONG.format(to="2030-07-31"))
    (counted,) = problems_of(LONG.format(to="9999-12-31"))

    cure = "one parameter takes 8192: shorten names, or remove past dates and holidays.years"
    assert measured.startswith("config/prod.toml: hours.business.overrides: makes 2")
    assert measured.endswith(cure)
    assert counted.endswith(cure)


def test_the_function_reads_what_is_written(settings_with: SettingsWith) -> None:
    settings = settings_with(
        "[hours.business]\nopen = ["
        '{ days = ["MONDAY"], start = "09:00", end = "12:00" },'
        '{ days = ["MONDAY"], start = "13:00", end = "24:00" }]'
    )

    hours = read_opening_hours(opening_hours_document(settings))

    assert hours.text == settings.texts["opening_hours"]
    assert hours.times(date(2026, 11, 23)) == (OpenTimes(540, 720), OpenTimes(780, 1440))
    assert hours.times(date(2026, 11, 24)) == ()
    assert hours.special_days[date(2026, 2, 17)] == SpecialDay("설날", ())
