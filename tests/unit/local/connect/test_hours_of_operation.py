"""Hours of operation: time zones, weeks, overrides, parents."""

from typing import Any

import pytest

from tests.unit.local.connect.centre import Centre, opening, refused


def override(name: str, first: str, last: str, **more: Any) -> dict[str, Any]:
    return {"OverrideName": name, "EffectiveFrom": first, "EffectiveTill": last, "OverrideConfig": [], **more}


def recurring(**pattern: Any) -> dict[str, Any]:
    return {"OverrideType": "CLOSED", "RecurrenceConfig": {"RecurrencePattern": pattern}}


@pytest.mark.parametrize("zone", ["Asia/Seoul", "UTC", "EST5EDT"])
def test_takes_time_zones_that_exist(centre: Centre, zone: str) -> None:
    assert centre.make("HoursOfOperation", TimeZone=zone).properties["TimeZone"] == zone


@pytest.mark.parametrize("zone", ["Asia/Soul", "KST", "localtime", "asia/seoul"])
def test_refuses_time_zones_that_do_not_exist(centre: Centre, zone: str) -> None:
    with refused("InvalidParameterException", "TimeZone", zone):
        centre.make("HoursOfOperation", TimeZone=zone)


@pytest.mark.parametrize(
    "times",
    [
        [("09:00", "12:00"), ("13:00", "18:00")],
        [("09:00", "12:00"), ("12:00", "18:00")],
        [("00:00", "00:00")],
        [("10:00", "00:00")],
        [],
    ],
    ids=["a lunch break", "one after the other", "all day", "until midnight", "never"],
)
def test_takes_times_that_can_be(centre: Centre, times: list[tuple[str, str]]) -> None:
    config = [opening("MONDAY", start, end) for start, end in times]

    assert centre.make("HoursOfOperation", Config=config).properties["Config"] == config


@pytest.mark.parametrize(
    ("times", "words"),
    [
        ([("18:00", "09:00")], "not after the start"),
        ([("09:00", "09:00")], "not after the start"),
        ([("09:00", "12:00"), ("11:59", "18:00")], "overlap"),
        ([("00:00", "00:00"), ("09:00", "18:00")], "overlap"),
    ],
    ids=["past midnight", "no time at all", "overlapping", "all day and more"],
)
def test_refuses_times_that_cannot_be(centre: Centre, times: list[tuple[str, str]], words: str) -> None:
    with refused("InvalidParameterException", "MONDAY", words):
        centre.make("HoursOfOperation", Config=[opening("MONDAY", start, end) for start, end in times])


def test_refuses_the_same_stretch_twice(centre: Centre) -> None:
    with refused("InvalidRequestException", "non-unique"):
        centre.make("HoursOfOperation", Config=[opening("MONDAY", "09:00", "18:00")] * 2)


@pytest.mark.parametrize(
    ("overrides", "code", "words"),
    [
        ([override("a", "2027-02-30", "2027-03-01")], "InvalidParameterException", "day is out of range"),
        ([override("a", "2027-02-09", "2027-02-06")], "InvalidParameterException", "before"),
        (
            [override("a", "2027-02-06", "2027-02-09"), override("b", "2027-02-09", "2027-02-10")],
            "InvalidParameterException",
            "a and b overlap",
        ),
        (
            [override("b", "2027-02-09", "2027-02-10"), override("a", "2027-02-06", "2027-02-09")],
            "InvalidParameterException",
            "b and a overlap",
        ),
        (
            [override("a", "2027-02-06", "2027-02-06"), override("A", "2027-03-01", "2027-03-01")],
            "DuplicateResourceException",
            "already exists",
        ),
        (
            [override("a", "2027-02-06", "2027-02-06", OverrideConfig=[opening("MONDAY", "18:00", "09:00")])],
            "InvalidParameterException",
            "not after the start",
        ),
        (
            [override(str(number), f"2027-01-{number:02}", f"2027-01-{number:02}") for number in range(1, 32)]
            + [override(f"0{number}", f"2027-03-{number:02}", f"2027-03-{number:02}") for number in range(1, 21)],
            "InvalidRequestException",
            "too long",
        ),
    ],
    ids=[
        "no such day",
        "backwards",
        "overlapping",
        "overlapping, last first",
        "one name",
        "impossible times",
        "more than 50",
    ],
)
def test_refuses_overrides(centre: Centre, overrides: list[dict[str, Any]], code: str, words: str) -> None:
    with refused(code, words):
        centre.make("HoursOfOperation", HoursOfOperationOverrides=overrides)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ({"Interval": 1}, "Frequency is required"),
        ({"Frequency": "YEARLY"}, "Interval is required"),
        ({"Frequency": "MONTHLY", "Interval": 1, "ByMonth": [4]}, "ByMonth does not go with MONTHLY"),
        ({"Frequency": "WEEKLY", "Interval": 1, "ByMonthDay": [4]}, "ByMonthDay does not go with WEEKLY"),
        ({"Frequency": "YEARLY", "Interval": 1, "ByMonth": [4, 5]}, "ByMonth takes one value"),
        (
            {"Frequency": "YEARLY", "Interval": 1, "ByMonthDay": [4], "ByWeekdayOccurrence": [2]},
            "ByMonthDay does not go with ByWeekdayOccurrence",
        ),
    ],
)
def test_refuses_a_recurrence_without_sense(centre: Centre, pattern: dict[str, Any], words: str) -> None:
    day = override("a", "2027-04-01", "2027-04-01", **recurring(**pattern))

    with refused("InvalidParameterException", words):
        centre.make("HoursOfOperation", HoursOfOperationOverrides=[day])


def test_a_standard_override_does_not_recur(centre: Centre) -> None:
    pattern = recurring(Frequency="YEARLY", Interval=1, ByMonth=[4])
    day = override("a", "2027-04-01", "2027-04-01", **{**pattern, "OverrideType": "STANDARD"})

    with refused("InvalidParameterException", "does not recur"):
        centre.make("HoursOfOperation", HoursOfOperationOverrides=[day])


def test_an_override_that_recurs_may_fall_on_a_standard_one(centre: Centre) -> None:
    pattern = recurring(Frequency="YEARLY", Interval=1, ByMonth=[2])
    overrides = [override("a", "2027-02-06", "2027-02-09"), override("b", "2027-02-01", "2029-02-28", **pattern)]

    assert centre.make("HoursOfOperation", HoursOfOperationOverrides=overrides).name == "Weekdays"


def test_takes_the_second_thursday_of_april(centre: Centre) -> None:
    pattern = recurring(Frequency="YEARLY", Interval=1, ByMonth=[4], ByWeekdayOccurrence=[2])

    record = centre.make(
        "HoursOfOperation", HoursOfOperationOverrides=[override("a", "2027-04-01", "2029-04-01", **pattern)]
    )

    assert record.properties["HoursOfOperationOverrides"][0]["OverrideType"] == "CLOSED"


def test_parents_are_of_the_same_instance(centre: Centre) -> None:
    elsewhere = Centre(centre.aws, "second").make("HoursOfOperation")

    with refused("ResourceNotFoundException", elsewhere.id):
        centre.make("HoursOfOperation", ParentHoursOfOperations=[{"Id": elsewhere.id}])


def test_there_are_three_parents_at_most(centre: Centre) -> None:
    parents = [{"Id": centre.make("HoursOfOperation", Name=str(number)).id} for number in range(4)]
    record = centre.make("HoursOfOperation", ParentHoursOfOperations=parents[:3])

    with refused("ServiceQuotaExceededException", "the limit of 3"):
        centre.update(record, ParentHoursOfOperations=parents)


def test_hours_are_no_parent_of_themselves(centre: Centre) -> None:
    record = centre.make("HoursOfOperation")

    with refused("InvalidParameterException", "themselves"):
        centre.update(record, ParentHoursOfOperations=[{"Id": record.id}])


def test_hours_that_a_queue_uses_stay(centre: Centre) -> None:
    hours = centre.make("HoursOfOperation")
    queue = centre.make("Queue", HoursOfOperationArn=hours.arn)

    with refused("ResourceInUseException", "Weekdays", "General"):
        centre.delete(hours)
    centre.delete(queue)
    centre.delete(hours)

    assert centre.aws.store.get(hours.arn) is None


def test_hours_whose_overrides_are_inherited_stay(centre: Centre) -> None:
    parent = centre.make("HoursOfOperation", Name="Holidays")
    centre.make("HoursOfOperation", ParentHoursOfOperations=[{"Id": parent.id}])

    with refused("ResourceInUseException", "Holidays", "Weekdays"):
        centre.delete(parent)
