"""Public holidays against a second source: another lunar calendar, and the rules for substitutes written anew."""

import datetime
import sys
from collections.abc import Callable, Iterable

import pytest
from korean_lunar_calendar import KoreanLunarCalendar

from stacks.settings.public_holidays import Holiday, Holidays, closures

Problems = Callable[..., list[str]]
Date = datetime.date

DAY = datetime.timedelta(days=1)
SATURDAY, SUNDAY = 5, 6

# Elections that the law dates, and days that the government declared.
DECLARED = {
    2025: {Date(2025, 1, 27), Date(2025, 6, 3)},
    2026: {Date(2026, 6, 3)},
    2027: set(),
    2028: {Date(2028, 4, 12)},
}


def lunar(year: int, month: int, day: int) -> Date:
    calendar = KoreanLunarCalendar()
    assert calendar.setLunarDate(year, month, day, False)
    return Date.fromisoformat(calendar.SolarIsoFormat())


def by_law(year: int) -> set[Date]:
    """관공서의 공휴일에 관한 규정 제2조와 제3조, in its version of 2026."""
    seasons = [[middle - DAY, middle, middle + DAY] for middle in (lunar(year, 1, 1), lunar(year, 8, 15))]
    substituted = [Date(year, *day) for day in [(3, 1), (5, 5), (8, 15), (10, 3), (10, 9), (12, 25)]]
    substituted.append(lunar(year, 4, 8))
    if year >= 2026:
        substituted += [Date(year, 5, 1), Date(year, 7, 17)]
    plain = [Date(year, 1, 1), Date(year, 6, 6), *DECLARED[year]]
    every = [*substituted, *plain, *(day for season in seasons for day in season)]

    def next_working_day(day: Date) -> Date:
        while day in every or day.weekday() in (SATURDAY, SUNDAY):
            day += DAY
        return day

    season_days = {day for season in seasons for day in season}
    substitutes = {
        next_working_day(season[-1])
        for season in seasons
        if any(day.weekday() == SUNDAY or every.count(day) > 1 for day in season)
    } | {
        next_working_day(day)
        for day in substituted
        if day not in season_days and (day.weekday() in (SATURDAY, SUNDAY) or every.count(day) > 1)
    }
    return set(every) | substitutes


def days_of(*years: int) -> dict[Date, Holiday]:
    return {day.date: day for day in Holidays(years=years).days}


@pytest.mark.parametrize("year", range(2024, 2036))
def test_lunar_holidays_agree_with_another_calendar(year: int) -> None:
    days = days_of(year)

    assert "설날" in days[lunar(year, 1, 1)].name_ko
    assert "추석" in days[lunar(year, 8, 15)].name_ko
    assert "부처님오신날" in days[lunar(year, 4, 8)].name_ko


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028])
def test_every_day_off_is_one_by_law(year: int) -> None:
    assert sorted(days_of(year)) == sorted(by_law(year))


@pytest.mark.parametrize(
    ("date", "name"),
    [
        (Date(2025, 5, 6), "부처님오신날 대체 휴일"),
        (Date(2025, 6, 3), "대통령 선거일"),
        (Date(2025, 1, 27), "임시공휴일"),
        (Date(2026, 5, 1), "노동절"),
        (Date(2026, 7, 17), "제헌절"),
        (Date(2026, 10, 5), "개천절 대체 휴일"),
    ],
)
def test_knows_substitutes_elections_and_declared_days(date: Date, name: str) -> None:
    assert name in days_of(date.year)[date].name_ko


def test_constitution_day_and_labour_day_begin_in_2026() -> None:
    days = days_of(2025)

    assert Date(2025, 5, 1) not in days
    assert Date(2025, 7, 17) not in days


@pytest.mark.parametrize(
    ("year", "first", "last", "ascii_name", "korean_name"),
    [
        (2026, Date(2026, 2, 16), Date(2026, 2, 18), "Korean New Year", "설날"),
        (2027, Date(2027, 2, 6), Date(2027, 2, 9), "Korean New Year", "설날"),
        (2025, Date(2025, 10, 5), Date(2025, 10, 9), "Chuseok, Hangul Day", "추석, 한글날"),
        (2025, Date(2025, 1, 27), Date(2025, 1, 30), "Temporary Public Holiday, Korean New Year", "임시공휴일, 설날"),
        (
            2026,
            Date(2026, 8, 17),
            Date(2026, 8, 17),
            "Alternative holiday for Liberation Day",
            "광복절 대체 휴일",
        ),
        (2025, Date(2025, 5, 5), Date(2025, 5, 6), "Buddha's Birthday, Children's Day", "부처님오신날, 어린이날"),
    ],
)
def test_consecutive_days_are_one_closure(
    year: int, first: Date, last: Date, ascii_name: str, korean_name: str
) -> None:
    found = {closure.first: closure for closure in Holidays(years=(year,)).closures}

    assert (found[first].last, found[first].name_ascii, found[first].name_ko) == (last, ascii_name, korean_name)


@pytest.mark.parametrize("year", range(2024, 2051))
def test_closures_are_the_days_and_no_others(year: int) -> None:
    holidays = Holidays(years=(year,))

    covered = [
        closure.first + DAY * offset
        for closure in holidays.closures
        for offset in range((closure.last - closure.first).days + 1)
    ]

    assert covered == [day.date for day in holidays.days]
    assert all(closure.name_ascii.isascii() for closure in holidays.closures)
    assert not any("추정" in closure.name_ko for closure in holidays.closures)


def test_no_other_country_is_imported() -> None:
    assert days_of(2026)
    assert "holidays.countries" not in sys.modules


def test_years_follow_each_other_without_a_gap() -> None:
    assert {day.year for day in days_of(2026, 2027)} == {2026, 2027}


def test_a_run_over_new_year_is_one_closure() -> None:
    def holiday(date: Date, name: str) -> Holiday:
        return Holiday(date=date, name_ascii=(name,), name_ko=(name,))

    runs: Iterable[tuple[Date, Date]] = [
        (run.first, run.last)
        for run in closures([holiday(Date(2026, 12, 31), "Year's End"), holiday(Date(2027, 1, 1), "New Year's Day")])
    ]

    assert list(runs) == [(Date(2026, 12, 31), Date(2027, 1, 1))]


def test_a_day_can_be_added_and_removed() -> None:
    holidays = Holidays.model_validate(
        {
            "years": (2027,),
            "add": ({"date": Date(2027, 4, 1), "name": "Founding Day", "description": "창립기념일"},),
            "remove": (Date(2027, 5, 1),),
        }
    )

    days = {day.date: day for day in holidays.days}
    assert days[Date(2027, 4, 1)].name_ko == ("창립기념일",)
    assert Date(2027, 5, 1) not in days
    assert Date(2027, 5, 3) in days


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        ("years = [2026, 2026]", "holidays.years: names a year twice; name each once"),
        (
            'add = [{ date = 2029-04-01, name = "A", description = "가" }]',
            "holidays.add[0].date: 2029-04-01 is in none of holidays.years; add 2029 there",
        ),
        (
            'add = [{ date = 2026-12-25, name = "A", description = "가" }]',
            "holidays.add[0].date: 2026-12-25 is a holiday already; remove this entry",
        ),
        (
            'add = [{ date = 2026-12-24, name = "A", description = "가" }, '
            '{ date = 2026-12-24, name = "B", description = "나" }]',
            "holidays.add[1].date: 2026-12-24 is a holiday already; remove this entry",
        ),
        (
            "remove = [2026-12-24]",
            "holidays.remove[0]: 2026-12-24 is no public holiday of holidays.years; remove this entry",
        ),
    ],
)
def test_refuses_changes_that_change_nothing(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(f"[holidays]\n{toml}") == [f"config/prod.toml: {line}"]
