"""Tests of flows in Connect: off unless asked for, with hours whose names nobody else has."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings, environments, load_settings

Problems = Callable[..., list[str]]
Make = Callable[..., Settings]

NIGHT = """
[hours.{key}]
name = "{name}"
description = "야간"
closed_on_holidays = false
open = [{{ days = ["MONDAY"], start = "00:00", end = "06:00" }}]
"""


def test_there_are_none_unless_asked_for(settings_with: Make) -> None:
    assert settings_with(without=("flow_tests",)).flow_tests == "off"


@pytest.mark.parametrize("choice", ["off", "saved", "published"])
def test_they_are_what_is_asked_for(settings_with: Make, choice: str) -> None:
    assert settings_with(f'flow_tests = "{choice}"').flow_tests == choice


def test_there_is_no_other_choice(problems_of: Problems) -> None:
    assert problems_of('flow_tests = "on"') == [
        "config/prod.toml: flow_tests: 'on' is not one of 'off', 'saved', 'published'; choose one of them"
    ]


def test_the_key_of_their_hours_is_taken(problems_of: Problems) -> None:
    hours = NIGHT.format(key="always_open", name="Night")

    assert problems_of(f'flow_tests = "saved"\n{hours}') == [
        "config/prod.toml: hours.always_open: 'always_open' is what tests of flows call theirs; give another key"
    ]


def test_the_name_of_their_hours_is_taken_in_any_case(problems_of: Problems) -> None:
    hours = NIGHT.format(key="night", name="always CLOSED")

    assert problems_of(f'flow_tests = "saved"\n{hours}') == [
        "config/prod.toml: hours.night.name: 'always CLOSED' is what tests of flows call theirs; give another name"
    ]


def test_the_key_and_the_name_of_their_queue_are_taken(problems_of: Problems) -> None:
    queues = """
    [queues.tests]
    name = "tests"
    description = "시험"
    hours = "business"
    """

    assert problems_of(f'flow_tests = "saved"\n{queues}') == [
        "config/prod.toml: queues.tests: 'tests' is what tests of flows call theirs; give another key",
        "config/prod.toml: queues.tests.name: 'tests' is what tests of flows call theirs; give another name",
    ]


def test_without_tests_both_are_free(settings_with: Make) -> None:
    hours = NIGHT.format(key="always_open", name="Always closed")

    assert "always_open" in settings_with(hours).hours


def test_only_the_local_environment_comes_with_them() -> None:
    chosen = {name: load_settings(name).flow_tests for name in environments()}

    assert {name for name, choice in chosen.items() if choice != "off"} == {"local"}
    assert chosen["local"] == "published"
