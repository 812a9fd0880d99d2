"""The construct and the functions know the same rules, and senseless ones go no further than the synth."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

import pytest

from aicc_constructs import CallbackRules
from callback_ledger.assembly import read_rules
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules
from callback_ledger.waking import SOON

Refusal = Callable[[Callable[[], object]], str]


def test_the_rules_are_those_of_the_ledger_with_their_defaults() -> None:
    assert asdict(CallbackRules()) == asdict(SlotRules()) | asdict(Rules())


def test_the_functions_read_what_the_construct_writes() -> None:
    # Each another number: a crossed wire would show.
    given = {
        "length": 20,
        "capacity": 7,
        "lead": 11,
        "days": 21,
        "max_attempts": 5,
        "first_delay": 601,
        "lease": 61,
        "request": 4,
        "shortest_call": 6,
        "look_every": 121,
        "settle_within": 1801,
        "longest_call": 7201,
        "grace": 1802,
        "wait_step": 31,
        "max_shifts": 2,
        "keep_days": 33,
    }

    rules, slot_rules = read_rules(CallbackRules(**given).document)

    assert asdict(rules) | asdict(slot_rules) == given
    assert set(given) == {field.name for field in fields(CallbackRules)}


def test_the_document_is_small_enough_to_stand_in_an_environment() -> None:
    document = CallbackRules().document

    assert len(document) < 500  # of 4 KB for all variables of a function
    assert json.loads(document)["length"] == 30


def test_what_is_booked_or_tried_again_is_never_so_soon_that_a_message_wakes_it() -> None:
    # Who books and who hears of calls may make schedules, and send nothing.
    least = CallbackRules(lead=1, first_delay=60)

    assert min(least.lead * 60, least.first_delay) >= SOON


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        ({"capacity": 0}, "capacity: 0 is outside 1 to 1000; choose a value inside"),
        ({"max_attempts": 0}, "max_attempts: 0 is outside 1 to 10; choose a value inside"),
        ({"max_attempts": 11}, "max_attempts: 11 is outside 1 to 10; choose a value inside"),
        ({"lead": 0}, "lead: 0 is outside 1 to 10080; choose a value inside"),
        ({"days": 0}, "days: 0 is outside 1 to 60; choose a value inside"),
        ({"days": 61}, "days: 61 is outside 1 to 60; choose a value inside"),
        ({"first_delay": 59}, "first_delay: 59 is outside 60 to 86400; choose a value inside"),
        ({"lease": 30}, "lease: 30 is outside 31 to 900; choose a value inside"),
        ({"request": 1}, "request: 1 is outside 2 to 10; choose a value inside"),
        ({"shortest_call": -1}, "shortest_call: -1 is outside 0 to 60; choose a value inside"),
        ({"grace": 86401}, "grace: 86401 is outside 0 to 86400; choose a value inside"),
        ({"wait_step": 901}, "wait_step: 901 is outside 5 to 900; choose a value inside"),
        ({"max_shifts": 11}, "max_shifts: 11 is outside 0 to 10; choose a value inside"),
        ({"keep_days": 0}, "keep_days: 0 is outside 1 to 365; choose a value inside"),
        ({"length": 4}, "length: 4 is outside 5 to 1440; choose a value inside"),
        ({"length": 7}, "length: 7 minutes do not divide a day; choose a divisor of 1440 such as 10, 15, 20, 30 or 60"),
        ({"look_every": 1800}, "look_every: 1800 is not below settle_within, 1800; choose a smaller one"),
        ({"longest_call": 1800}, "settle_within: 1800 is not below longest_call, 1800; choose a smaller one"),
    ],
)
def test_refuses_what_makes_no_sense(rules: dict[str, Any], message: str, refusal: Refusal) -> None:
    assert refusal(lambda: CallbackRules(**rules)) == f"callback rules: {message}"
