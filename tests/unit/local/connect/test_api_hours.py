"""Overrides, and the hours that hold on a day, as boto3 sees them."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from aicc_local.store import Record
from tests.unit.local.connect.centre import Centre, opening

SEOLLAL = {
    "OverrideName": "설날",
    "OverrideDescription": "연휴",
    "EffectiveFrom": "2027-02-06",
    "EffectiveTill": "2027-02-09",
    "OverrideConfig": [],
}
SHORT_DAY = {
    "OverrideName": "Short Wednesday",
    "EffectiveFrom": "2027-02-10",
    "EffectiveTill": "2027-02-10",
    "OverrideConfig": [opening("WEDNESDAY", "13:00", "15:00")],
}
WEEK = [
    opening("TUESDAY", "13:00", "18:00"),
    opening("TUESDAY", "09:00", "12:00"),
    opening("WEDNESDAY", "09:00", "18:00"),
]


@pytest.fixture
def hours(centre: Centre) -> Record:
    return centre.make("HoursOfOperation", Config=WEEK, HoursOfOperationOverrides=[SEOLLAL, SHORT_DAY])


def point(hour: int) -> dict[str, int]:
    return {"Hours": hour, "Minutes": 0}


def effective(api: Any, hours: Record, first: str, last: str) -> Any:
    return api.get_effective_hours_of_operations(
        InstanceId=hours.owner.rpartition("/")[2], HoursOfOperationId=hours.id, FromDate=first, ToDate=last
    )


def test_lists_overrides_and_describes_one(api: Any, centre: Centre, hours: Record) -> None:
    asked = {"InstanceId": centre.instance.id, "HoursOfOperationId": hours.id}

    listed = api.list_hours_of_operation_overrides(**asked)["HoursOfOperationOverrideList"]
    override_id = listed[0]["HoursOfOperationOverrideId"]
    described = api.describe_hours_of_operation_override(**asked, HoursOfOperationOverrideId=override_id)

    assert [each["Name"] for each in listed] == ["설날", "Short Wednesday"]
    assert described["HoursOfOperationOverride"] == listed[0]
    assert listed[0]["Description"] == "연휴"


def test_an_override_keeps_its_id_when_it_changes(api: Any, centre: Centre, hours: Record) -> None:
    def ids() -> dict[str, str]:
        answer = api.list_hours_of_operation_overrides(InstanceId=centre.instance.id, HoursOfOperationId=hours.id)
        overrides = answer["HoursOfOperationOverrideList"]
        return {each["Name"]: each["HoursOfOperationOverrideId"] for each in overrides}

    before = ids()
    centre.update(hours, HoursOfOperationOverrides=[{**SEOLLAL, "EffectiveTill": "2027-02-08"}])

    assert ids() == {"설날": before["설날"]}


def test_an_override_that_is_not_there_is_not_found(api: Any, centre: Centre, hours: Record) -> None:
    with pytest.raises(ClientError) as caught:
        api.describe_hours_of_operation_override(
            InstanceId=centre.instance.id, HoursOfOperationId=hours.id, HoursOfOperationOverrideId="1a2b"
        )

    assert caught.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_an_ordinary_day_has_the_hours_of_its_weekday(api: Any, hours: Record) -> None:
    answer = effective(api, hours, "2027-02-16", "2027-02-16")

    times = [{"Start": point(9), "End": point(12)}, {"Start": point(13), "End": point(18)}]
    assert answer["EffectiveHoursOfOperationList"] == [{"Date": "2027-02-16", "OperationalHours": times}]
    assert answer["EffectiveOverrideHoursList"] == []
    assert answer["TimeZone"] == "Asia/Seoul"


def test_an_override_takes_the_place_of_the_week(api: Any, hours: Record) -> None:
    answer = effective(api, hours, "2027-02-09", "2027-02-10")

    short = {"Start": point(13), "End": point(15)}
    assert answer["EffectiveHoursOfOperationList"] == [
        {"Date": "2027-02-09", "OperationalHours": []},
        {"Date": "2027-02-10", "OperationalHours": [short]},
    ]
    assert answer["EffectiveOverrideHoursList"] == [
        {"Date": "2027-02-09", "OverrideHours": [{"OverrideName": "설날", "OperationalStatus": "CLOSED"}]},
        {
            "Date": "2027-02-10",
            "OverrideHours": [{**short, "OverrideName": "Short Wednesday", "OperationalStatus": "OPEN"}],
        },
    ]


@pytest.mark.parametrize(("first", "last"), [("2027-02-30", "2027-03-01"), ("2027-02-02", "2027-02-01")])
def test_days_that_cannot_be_are_refused(api: Any, hours: Record, first: str, last: str) -> None:
    with pytest.raises(ClientError) as caught:
        effective(api, hours, first, last)

    assert caught.value.response["Error"]["Code"] == "InvalidParameterException"


@pytest.mark.parametrize("inherited", [False, True], ids=["recurring", "inherited"])
def test_what_is_not_documented_is_not_guessed(api: Any, centre: Centre, inherited: bool) -> None:
    pattern = {"Frequency": "YEARLY", "Interval": 1}
    recurring = {**SEOLLAL, "OverrideType": "CLOSED", "RecurrenceConfig": {"RecurrencePattern": pattern}}
    hours = centre.make("HoursOfOperation", Name="Holidays", HoursOfOperationOverrides=[recurring])
    if inherited:
        hours = centre.make("HoursOfOperation", ParentHoursOfOperations=[{"Id": hours.id}])

    with pytest.raises(ClientError) as caught:
        effective(api, hours, "2027-02-06", "2027-02-06")

    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 501
