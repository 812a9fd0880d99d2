"""Callbacks: off unless asked for, for a queue that can call out, in slots that fit into its hours."""

from collections.abc import Callable

import pytest

from stacks.settings import Settings

Problems = Callable[..., list[str]]
Make = Callable[..., Settings]

NUMBERS = """
[phone_numbers.main]
source = "claim"
"""
GENERAL = f"""{NUMBERS}
[queues.general]
outbound_number = "main"
"""
ALL = f"""{GENERAL}
[queues.orders]
outbound_number = "main"
[queues.billing]
outbound_number = "main"
"""


def test_there_are_none_unless_asked_for(settings_with: Make) -> None:
    settings = settings_with()

    assert settings.callbacks is None
    assert settings.texts["callback_offer"] == "not_offered"


def test_an_empty_table_asks_for_them(settings_with: Make) -> None:
    callbacks = settings_with(f"{GENERAL}\n[callbacks]").callbacks

    assert callbacks is not None
    assert callbacks.model_dump() == {
        "queue": "general",
        "slot_minutes": 30,
        "capacity": 4,
        "lead_minutes": 10,
        "days_ahead": 14,
        "max_attempts": 3,
        "first_delay_minutes": 10,
        "grace_minutes": 30,
        "max_shifts": 3,
        "keep_days": 30,
        "queued": False,
    }


def test_every_setting_is_its_own(settings_with: Make) -> None:
    given = {
        "slot_minutes": 15,
        "capacity": 16,
        "lead_minutes": 17,
        "days_ahead": 18,
        "max_attempts": 5,
        "first_delay_minutes": 19,
        "grace_minutes": 20,
        "max_shifts": 6,
        "keep_days": 21,
    }
    lines = "\n".join(f"{key} = {value}" for key, value in given.items())

    settings = settings_with(f'{ALL}\n[callbacks]\nqueue = "general"\nqueued = true\n{lines}')

    assert settings.callbacks is not None
    assert settings.callbacks.model_dump() == {**given, "queue": "general", "queued": True}
    assert settings.texts["callback_offer"] == "offered"


def test_a_queue_without_a_number_cannot_call(problems_of: Problems) -> None:
    assert problems_of("[callbacks]") == [
        "config/prod.toml: callbacks.queue: 'general' has no number to call from; "
        "add outbound_number to [queues.general], the key of one of [phone_numbers.*]"
    ]


def test_the_queue_must_exist(problems_of: Problems) -> None:
    assert problems_of(f'{GENERAL}\n[callbacks]\nqueue = "generl"') == [
        "config/prod.toml: callbacks.queue: 'generl' is not one of billing, general, orders; name one of [queues.*]"
    ]


def test_callers_are_told_the_hours_of_the_queue(problems_of: Problems) -> None:
    assert problems_of(f'{GENERAL}\nhours = "main"\n[callbacks]') == [
        "config/prod.toml: callbacks.queue: 'general' has the hours 'main', and callers are told those of "
        "[hours.business]; name a queue with hours = 'business'"
    ]


def test_whoever_waits_in_any_queue_can_be_called_in_turn(problems_of: Problems) -> None:
    assert problems_of(f"{GENERAL}\n[callbacks]\nqueued = true") == [
        f"config/prod.toml: callbacks.queued: true is offered in every queue, and '{queue}' has no number to call "
        f"from; add outbound_number to [queues.{queue}]"
        for queue in ("orders", "billing")
    ]


def test_callbacks_keep_the_time_of_korea(problems_of: Problems) -> None:
    assert problems_of(f'{GENERAL}\n[hours.business]\ntime_zone = "Asia/Tokyo"\n[callbacks]') == [
        "config/prod.toml: hours.business.time_zone: 'Asia/Tokyo' does not go with [callbacks], which keep Korea's "
        "time; give 'Asia/Seoul', or remove [callbacks]"
    ]


@pytest.mark.parametrize(
    ("start", "end", "length"),
    [("09:10", "09:35", 30), ("21:00", "24:00", 30), ("05:00", "08:20", 60), ("09:30", "10:30", 60)],
)
def test_a_slot_fits_into_the_hours_in_which_customers_may_be_called(
    problems_of: Problems, start: str, end: str, length: int
) -> None:
    hours = f'[hours.business]\nopen = [{{ start = "{start}", end = "{end}" }}]'

    assert problems_of(f"{GENERAL}\n{hours}\n[callbacks]\nslot_minutes = {length}") == [
        f"config/prod.toml: callbacks.slot_minutes: {length} fits into no opening time of [hours.business] between "
        "08:00 and 21:00, when customers may be called; give fewer minutes"
    ]


@pytest.mark.parametrize(
    ("start", "end", "length"), [("09:00", "09:30", 30), ("20:30", "24:00", 30), ("00:00", "08:05", 5)]
)
def test_one_slot_is_enough(settings_with: Make, start: str, end: str, length: int) -> None:
    hours = f'[hours.business]\nopen = [{{ start = "{start}", end = "{end}" }}]'

    settings = settings_with(f"{GENERAL}\n{hours}\n[callbacks]\nslot_minutes = {length}")

    assert settings.callbacks is not None


def test_so_many_slots_can_be_looked_through(settings_with: Make, problems_of: Problems) -> None:
    short = f"{GENERAL}\n[callbacks]\nslot_minutes = 5\ndays_ahead ="

    assert settings_with(f"{short} 16").callbacks is not None
    assert problems_of(f"{short} 17") == [
        "config/prod.toml: callbacks.days_ahead: 17 makes 5184 slots of 5 minutes, and 5000 can be looked through; "
        "give fewer days, or longer slots"
    ]


@pytest.mark.parametrize(
    ("toml", "line"),
    [
        (
            "slot_minutes = 7",
            "slot_minutes: 7 does not divide a day; give a divisor of 1440 such as 10, 15, 30 or 60",
        ),
        (
            "slot_minutes = 4",
            "slot_minutes: 4 is out of range; give 5 to 720, a divisor of 1440 such as 10, 30 or 60",
        ),
        ("capacity = 0", "capacity: 0 is out of range; give 1 to 1000"),
        ("capacity = 1001", "capacity: 1001 is out of range; give 1 to 1000"),
        ("lead_minutes = 0", "lead_minutes: 0 is out of range; give 1 to 10080"),
        ("days_ahead = 61", "days_ahead: 61 is out of range; give 1 to 60"),
        ("max_attempts = 11", "max_attempts: 11 is out of range; give 1 to 10"),
        ("first_delay_minutes = 0", "first_delay_minutes: 0 is out of range; give 1 to 1440"),
        ("grace_minutes = 1441", "grace_minutes: 1441 is out of range; give 0 to 1440"),
        ("max_shifts = 11", "max_shifts: 11 is out of range; give 0 to 10"),
        ("keep_days = 366", "keep_days: 366 is out of range; give 1 to 365"),
        (
            'queued = "yes"',
            "queued: 'yes' is not true or false; give true (offer it to callers who wait in a queue) or false",
        ),
        ("atempts = 3", "atempts: unknown key; did you mean 'max_attempts'?"),
    ],
)
def test_refuses_what_makes_no_sense(problems_of: Problems, toml: str, line: str) -> None:
    assert problems_of(f"{GENERAL}\n[callbacks]\n{toml}") == [f"config/prod.toml: callbacks.{line}"]


def test_a_table_is_a_table(problems_of: Problems) -> None:
    assert problems_of("callbacks = true") == [
        "config/prod.toml: callbacks: true is not a table; give a [callbacks] table"
    ]
