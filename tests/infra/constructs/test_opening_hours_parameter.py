"""Functions and stacks read the same hours, whoever wrote them down."""

import json
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from aws_cdk import Stack

from aicc_constructs import ExistingInstance, HoursOfOperation, OpenTime, Override, Weekly
from aicc_constructs.opening_hours_parameter import OpeningHoursParameter, opening_hours_document
from aicc_core.opening_hours import OpenTimes, read_opening_hours
from stacks.routing import times_of
from stacks.settings import Settings, environments, load_settings
from stacks.settings import opening_hours_document as of_settings

Refusal = Callable[[Callable[[], object]], str]
HOLIDAY = date(2026, 12, 25)


@pytest.fixture
def hours(stack: Stack, instance: ExistingInstance) -> HoursOfOperation:
    short = OpenTime(day="THURSDAY", start="09:00", end="13:00")
    return HoursOfOperation(
        stack,
        "Hours",
        instance=instance,
        name="Main",
        week=[*Weekly.weekdays("09:00", "12:00"), OpenTime(day="MONDAY", start="13:00", end="00:00")],
        overrides=[
            Override(name="Christmas", description="성탄절", first=HOLIDAY, last=HOLIDAY),
            Override(name="Eve", first=HOLIDAY - timedelta(days=1), last=HOLIDAY - timedelta(days=1), times=[short]),
        ],
    )


def test_functions_read_the_week_and_the_days_that_differ(hours: HoursOfOperation) -> None:
    read = read_opening_hours(opening_hours_document(hours))

    assert read.times(date(2026, 11, 23)) == (OpenTimes(540, 720), OpenTimes(780, 1440))
    assert read.times(date(2026, 11, 24)) == (OpenTimes(540, 720),)
    assert read.times(HOLIDAY) == ()
    assert read.times(HOLIDAY - timedelta(days=1)) == (OpenTimes(540, 780),)
    assert {special.name for special in read.special_days.values()} == {"성탄절", "Eve"}


@pytest.mark.parametrize("environment", environments())
def test_it_says_what_the_stack_says_but_for_the_sentence(
    stack: Stack, instance: ExistingInstance, environment: str
) -> None:
    settings: Settings = load_settings(environment)
    business = settings.hours["business"]
    hours = HoursOfOperation(
        stack,
        "Hours",
        instance=instance,
        name="Main",
        week=times_of(business.ranges),
        overrides=[
            Override(
                name=each.name,
                description=each.description,
                first=each.first,
                last=each.last,
                times=times_of(each.ranges),
            )
            for each in settings.overrides("business")
        ],
    )

    told = json.loads(of_settings.opening_hours_document(settings))

    assert json.loads(opening_hours_document(hours)) == {**told, "text": ""}
    assert len(told["exceptions"]) > 10


def test_refuses_more_than_a_parameter_takes(stack: Stack, instance: ExistingInstance, refusal: Refusal) -> None:
    days = [
        Override(name=str(number), description="휴" * 80, first=each, last=each)
        for number, each in enumerate(HOLIDAY + timedelta(days=number) for number in range(40))
    ]
    hours = HoursOfOperation(stack, "Hours", instance=instance, name="Main", week=Weekly.always(), overrides=days)

    message = refusal(lambda: OpeningHoursParameter(stack, "Parameter", hours=hours))

    assert message.startswith("hours of operation 'Main': overrides: make ")
    assert message.endswith(
        "bytes for functions, and one parameter takes 8192; remove past dates, or shorten descriptions"
    )
