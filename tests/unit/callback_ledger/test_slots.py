from collections.abc import Sequence
from datetime import datetime

import pytest

from aicc_core.opening_hours import read_opening_hours
from callback_ledger.record import Slot
from callback_ledger.slots import SlotRules, is_offered, nearest_free, slot_of, slots
from korean.clock import KOREA

HOURS = read_opening_hours(
    """{"text": "평일",
    "week": {"MONDAY": [["07:00", "09:15"], ["20:10", "24:00"]], "TUESDAY": [["09:00", "10:30"]]},
    "exceptions": {
        "2026-11-24": {"name": "쉬는 날", "open": []},
        "2026-11-25": {"name": "여는 날", "open": [["13:00", "14:00"]]}}}"""
)
RULES = SlotRules(length=30, capacity=2, lead=10, days=8)
MIDNIGHT = datetime(2026, 11, 23, tzinfo=KOREA)


def at(day: int, hour: int, minute: int = 0) -> Slot:
    return Slot("general", int(datetime(2026, 11, day, hour, minute, tzinfo=KOREA).timestamp()))


def offered(now: datetime) -> list[Slot]:
    return list(slots("general", HOURS, RULES, now=now))


def test_slots_follow_opening_hours_holidays_and_the_calling_window() -> None:
    assert offered(MIDNIGHT) == [
        at(23, 8),
        at(23, 8, 30),
        at(23, 20, 30),
        at(25, 13),
        at(25, 13, 30),
        at(30, 8),
        at(30, 8, 30),
        at(30, 20, 30),
        Slot("general", int(datetime(2026, 12, 1, 9, 0, tzinfo=KOREA).timestamp())),
        Slot("general", int(datetime(2026, 12, 1, 9, 30, tzinfo=KOREA).timestamp())),
        Slot("general", int(datetime(2026, 12, 1, 10, 0, tzinfo=KOREA).timestamp())),
    ]


@pytest.mark.parametrize(("minute", "first"), [(50, at(23, 8, 0)), (51, at(23, 8, 30))])
def test_a_slot_must_be_far_enough_ahead(minute: int, first: Slot) -> None:
    assert offered(MIDNIGHT.replace(hour=7, minute=minute))[0] == first


@pytest.mark.parametrize(
    ("moment", "offered"),
    [
        ((23, 8, 0), True),
        ((23, 8, 59), True),
        ((23, 9, 0), False),
        ((23, 7, 59), False),
        ((24, 9, 0), False),
        ((25, 13, 20), True),
        ((30, 20, 45), True),
    ],
    ids=["first", "last", "slot cut short", "too early to call", "holiday", "opened for the day", "last week"],
)
def test_a_moment_is_offered_when_its_whole_slot_is(moment: tuple[int, int, int], offered: bool) -> None:
    assert is_offered(datetime(2026, 11, *moment, tzinfo=KOREA), HOURS, RULES, now=MIDNIGHT) is offered


def test_a_slot_that_has_begun_is_good_for_the_moments_far_enough_ahead() -> None:
    now = MIDNIGHT.replace(hour=8, minute=5)

    assert is_offered(now.replace(minute=15), HOURS, RULES, now=now)
    assert not is_offered(now.replace(minute=14), HOURS, RULES, now=now)


def test_nothing_is_offered_beyond_the_horizon() -> None:
    tuesday = datetime(2026, 12, 1, 9, 0, tzinfo=KOREA)

    assert is_offered(tuesday, HOURS, RULES, now=MIDNIGHT)
    assert not is_offered(tuesday, HOURS, SlotRules(days=7), now=MIDNIGHT)


def test_each_start_of_a_slot_is_a_moment_that_is_offered() -> None:
    starts = [datetime.fromtimestamp(slot.start, KOREA) for slot in offered(MIDNIGHT)]

    assert all(is_offered(start, HOURS, RULES, now=MIDNIGHT) for start in starts)


def test_a_moment_of_any_zone_lies_in_a_slot_of_korea() -> None:
    assert slot_of(datetime.fromisoformat("2026-11-23T04:29:59+00:00"), "general", RULES) == at(23, 13)


def test_the_nearest_free_slots_come_first_and_of_two_the_later() -> None:
    full = {at(25, 13)}

    def taken(some: Sequence[Slot]) -> list[int]:
        return [RULES.capacity if slot in full else 0 for slot in some]

    wish = datetime(2026, 11, 23, 8, 15, tzinfo=KOREA)
    found = nearest_free(wish, offered(MIDNIGHT), taken, RULES, count=4)

    assert found == [at(23, 8, 30), at(23, 8), at(23, 20, 30), at(25, 13, 30)]


def test_nothing_is_found_when_all_is_full() -> None:
    assert nearest_free(MIDNIGHT, offered(MIDNIGHT), lambda some: [2] * len(some), RULES, count=3) == []


def test_slots_that_do_not_divide_a_day_are_refused() -> None:
    with pytest.raises(ValueError, match="length must divide a day of 1440 minutes, got 7"):
        SlotRules(length=7)
