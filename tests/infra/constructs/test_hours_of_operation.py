from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from aws_cdk import Aws, Stack

from aicc_constructs import ExistingInstance, HoursOfOperation, OpenTime, Override, Weekly

Resource = Callable[[str], dict[str, Any]]
Resources = Callable[[str], dict[str, dict[str, Any]]]
Refusal = Callable[[Callable[[], object]], str]

HOURS = "AWS::Connect::HoursOfOperation"
MONDAY = OpenTime(day="MONDAY", start="09:05", end="18:30")


def test_a_name_and_a_week_are_all_it_takes(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY])

    assert properties(HOURS) == {
        "InstanceArn": instance.instance_arn,
        "Name": "Main",
        "TimeZone": "Asia/Seoul",
        "Config": [{"Day": "MONDAY", "StartTime": {"Hours": 9, "Minutes": 5}, "EndTime": {"Hours": 18, "Minutes": 30}}],
    }


def test_the_end_of_the_day_is_written_as_midnight(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always())

    midnight = {"Hours": 0, "Minutes": 0}
    assert [(each["StartTime"], each["EndTime"]) for each in properties(HOURS)["Config"]] == [(midnight, midnight)] * 7


def test_days_that_differ_are_overrides(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    overrides = [
        Override(name="Seollal", first=date(2027, 2, 6), last=date(2027, 2, 9), description="설날"),
        Override(
            name="Short day",
            first=date(2027, 12, 24),
            last=date(2027, 12, 24),
            times=[OpenTime(day="FRIDAY", start="10:15", end="12:45")],
        ),
    ]

    HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY], overrides=overrides)

    assert properties(HOURS)["HoursOfOperationOverrides"] == [
        {
            "OverrideName": "Seollal",
            "OverrideDescription": "설날",
            "EffectiveFrom": "2027-02-06",
            "EffectiveTill": "2027-02-09",
            "OverrideConfig": [],
        },
        {
            "OverrideName": "Short day",
            "EffectiveFrom": "2027-12-24",
            "EffectiveTill": "2027-12-24",
            "OverrideConfig": [
                {"Day": "FRIDAY", "StartTime": {"Hours": 10, "Minutes": 15}, "EndTime": {"Hours": 12, "Minutes": 45}}
            ],
        },
    ]


def test_time_zone_and_description_are_chosen(stack: Stack, instance: ExistingInstance, properties: Resource) -> None:
    HoursOfOperation(
        stack, "Hours", instance=instance, name="Main", week=[MONDAY], time_zone="Asia/Tokyo", description="본점"
    )

    assert properties(HOURS)["TimeZone"] == "Asia/Tokyo"
    assert properties(HOURS)["Description"] == "본점"


def test_flows_name_it_by_its_arn(stack: Stack, instance: ExistingInstance, resources: Resources) -> None:
    hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY])

    assert hours.placeholder_kind == "hours"
    assert hours.placeholder_value == hours.hours_of_operation_arn
    [logical_id] = resources(HOURS)
    assert stack.resolve(hours.hours_of_operation_arn) == {"Fn::GetAtt": [logical_id, "HoursOfOperationArn"]}


def test_several_are_created_one_after_the_other(
    stack: Stack, instance: ExistingInstance, resources: Resources
) -> None:
    for name in ("First", "Second"):
        HoursOfOperation(stack, name, instance=instance, name=name, week=[MONDAY])

    first, second = resources(HOURS)
    assert resources(HOURS)[second]["DependsOn"] == [first]


def test_a_week_that_is_never_open_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(lambda: HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[]))

    assert message == ("hours of operation 'Main': week: is never open; give at least one stretch, or Weekly.always()")


def test_an_unknown_time_zone_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(
        lambda: HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY], time_zone="KST")
    )

    assert message == "hours of operation 'Main': time_zone: 'KST' does not exist; use an IANA name, Asia/Seoul"


def test_a_time_zone_known_only_at_deploy_passes(
    stack: Stack, instance: ExistingInstance, properties: Resource
) -> None:
    HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY], time_zone=Aws.REGION)

    assert properties(HOURS)["TimeZone"] == {"Ref": "AWS::Region"}


@pytest.mark.parametrize(
    ("week", "overrides", "message"),
    [
        (
            [OpenTime(day="MONDAY", start="09:00", end="25:00")],
            [],
            "hours of operation 'Main': MONDAY: end: '25:00' does not exist; write HH:MM from 00:00 to 23:59",
        ),
        (
            [MONDAY],
            [Override(name="Wrong", first=date(2027, 1, 2), last=date(2027, 1, 1))],
            "hours of operation 'Main': override 'Wrong': ends on 2027-01-01, before 2027-01-02; swap them",
        ),
    ],
)
def test_impossible_times_are_refused_with_the_name_of_the_hours(
    stack: Stack,
    instance: ExistingInstance,
    week: list[OpenTime],
    overrides: list[Override],
    message: str,
    refusal: Refusal,
) -> None:
    assert message == refusal(
        lambda: HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=week, overrides=overrides)
    )


def test_a_name_without_metrics_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    message = refusal(lambda: HoursOfOperation(stack, "Hours", instance=instance, name="", week=[MONDAY]))

    assert message == "hours of operation '': name: the name is empty; use 1 to 127 characters"


def test_a_description_too_long_is_refused(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    text = "시" * 251

    message = refusal(
        lambda: HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=[MONDAY], description=text)
    )

    assert message == f"hours of operation 'Main': description: {text!r} has 251 characters; use 1 to 250"
