import calendar
from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from aicc_constructs import OpenTime, Override, Weekly
from aicc_constructs.opening_times import WEEKDAYS, check_overrides, check_times

Refusal = Callable[[Callable[[], object]], str]


def _open(start: str, end: str, day: str = "MONDAY") -> OpenTime:
    return OpenTime(day=day, start=start, end=end)


def _holiday(name: str, first: date, last: date | None = None) -> Override:
    return Override(name=name, first=first, last=last or first)


def test_midnight_after_a_start_is_the_end_of_the_day() -> None:
    assert _open("22:30", "00:00").minutes == (1350, 1440)
    assert _open("00:00", "00:00").minutes == (0, 1440)
    assert _open("09:05", "18:10").minutes == (545, 1090)


def test_always_is_each_day_from_midnight_to_midnight() -> None:
    assert [(time.day, time.minutes) for time in Weekly.always()] == [(day, (0, 1440)) for day in WEEKDAYS]


def test_weekdays_are_five_days_of_the_same_hours() -> None:
    assert Weekly.weekdays("09:00", "18:00") == tuple(_open("09:00", "18:00", day) for day in WEEKDAYS[:5])


def test_a_week_has_the_days_that_connect_knows() -> None:
    assert [day.capitalize() for day in WEEKDAYS] == list(calendar.day_name)


def test_stretches_that_touch_pass() -> None:
    check_times("here", [_open("09:00", "12:00"), _open("13:00", "18:00"), _open("12:00", "13:00")])


@pytest.mark.parametrize("text", ["9:00", "24:00", "09:60", "0900", "", "09:0²", "０９:００", "09:00\n", "-1:00"])
def test_a_minute_that_does_not_exist_is_refused_with_its_place(text: str, refusal: Refusal) -> None:
    cure = f"{text!r} does not exist; write HH:MM from 00:00 to 23:59"

    assert refusal(lambda: check_times("here", [_open(text, "18:00")])) == f"here: MONDAY: start: {cure}"
    assert refusal(lambda: check_times("here", [_open("09:00", text)])) == f"here: MONDAY: end: {cure}"
    assert refusal(lambda: _open("09:00", text).minutes) == f"time of day: {cure}"


@pytest.mark.parametrize(("end", "clock"), [("09:00", "09:00"), ("08:59", "08:59")])
def test_closing_before_opening_is_refused(end: str, clock: str, refusal: Refusal) -> None:
    message = refusal(lambda: check_times("here", [_open("09:00", end)]))

    assert message == f"here: MONDAY: closes at {clock}, before it opens at 09:00; swap them or split at midnight"


def test_stretches_that_overlap_are_refused(refusal: Refusal) -> None:
    message = refusal(lambda: check_times("here", [_open("12:00", "18:00"), _open("09:00", "12:01")]))

    assert message == "here: MONDAY: a stretch from 12:00 overlaps one until 12:01; join them"


def test_a_misspelt_day_is_refused_with_the_nearest(refusal: Refusal) -> None:
    message = refusal(lambda: check_times("here", [_open("09:00", "18:00", "MONDAI")]))

    assert message == "here: day: 'MONDAI' is not known; did you mean 'MONDAY'?"


def test_more_stretches_than_connect_takes_are_refused(refusal: Refusal) -> None:
    minutes = [f"{minute // 60:02}:{minute % 60:02}" for minute in range(102)]
    times = [_open(start, end) for start, end in pairwise(minutes)]

    check_times("here", times[:100])

    assert refusal(lambda: check_times("here", times)) == ("here: 101 stretches are more than Connect's 100; join some")


def test_fifty_overrides_pass_and_one_more_is_refused(refusal: Refusal) -> None:
    overrides = [_holiday(f"Holiday {day}", date.fromordinal(740_000 + day)) for day in range(51)]

    check_overrides("here", overrides[:50])

    assert refusal(lambda: check_overrides("here", overrides)) == (
        "here: overrides: 51 are more than Connect's 50; name fewer years of holidays"
    )


def test_an_override_that_ends_before_it_begins_is_refused(refusal: Refusal) -> None:
    override = _holiday("Seollal", date(2027, 2, 9), date(2027, 2, 6))

    message = refusal(lambda: check_overrides("here", [override]))

    assert message == "here: override 'Seollal': ends on 2027-02-06, before 2027-02-09; swap them"


def test_overrides_of_the_same_day_are_refused(refusal: Refusal) -> None:
    overrides = [_holiday("Late", date(2027, 2, 9)), _holiday("Seollal", date(2027, 2, 6), date(2027, 2, 9))]

    message = refusal(lambda: check_overrides("here", overrides))

    assert message == "here: override 'Late': overlaps 'Seollal' on 2027-02-09; give each day to one override"


def test_overrides_of_one_name_are_refused(refusal: Refusal) -> None:
    overrides = [_holiday("Chuseok", date(2027, 9, 15)), _holiday("Chuseok", date(2028, 10, 3))]

    message = refusal(lambda: check_overrides("here", overrides))

    assert message == "here: overrides: 'Chuseok' is named twice; give each its own name"


def test_an_override_with_impossible_hours_is_refused_by_its_name(refusal: Refusal) -> None:
    day = date(2027, 12, 24)
    override = Override(name="Short day", first=day, last=day, times=[_open("9시", "12:00", "FRIDAY")])

    message = refusal(lambda: check_overrides("here", [override]))

    assert message == (
        "here: override 'Short day': FRIDAY: start: '9시' does not exist; write HH:MM from 00:00 to 23:59"
    )


def test_an_override_without_a_name_or_with_an_empty_description_is_refused(refusal: Refusal) -> None:
    day = date(2027, 12, 24)

    assert refusal(lambda: check_overrides("here", [_holiday("", day)])) == (
        "here: override '': name: '' has 0 characters; use 1 to 127"
    )
    assert refusal(lambda: check_overrides("here", [Override(name="Eve", first=day, last=day, description="")])) == (
        "here: override 'Eve': description: '' has 0 characters; use 1 to 250"
    )
