from dataclasses import replace
from datetime import datetime

import pytest

from callback_ledger.permission import may_dial, may_repeat
from callback_ledger.record import Slot, book
from callback_ledger.rules import Rules
from callback_ledger.states import State
from callback_ledger.sweeping import Step, next_step
from korean.clock import KOREA

RULES = Rules(lease=60, request=2, shortest_call=4, look_every=120, settle_within=1800, longest_call=7200)
NOW = int(datetime(2026, 11, 23, 10, 0, tzinfo=KOREA).timestamp())
NIGHT = int(datetime(2026, 11, 23, 21, 0, tzinfo=KOREA).timestamp())
BOOKED = book(callback_id="c", phone=b"sealed", lock="hash", slot=Slot("general", NOW), due_at=NOW, now=NOW - 900)
DIALLING = replace(BOOKED, state=State.DIALLING, dial=1, attempts=1, dialled_at=NOW, lease_owner="me")


@pytest.mark.parametrize(
    ("lease_until", "owner", "now", "may"),
    [
        (NOW + 2, "me", NOW, True),
        (NOW + 1, "me", NOW, False),
        (NOW + 60, "other", NOW, False),
        (NIGHT + 60, "me", NIGHT, False),
    ],
)
def test_a_dial_is_sent_only_while_its_answer_comes_within_the_lease(
    lease_until: int, owner: str, now: int, may: bool
) -> None:
    assert may_dial(replace(DIALLING, lease_until=lease_until), owner, RULES, now) is may


def test_only_an_entered_dial_is_sent() -> None:
    waiting = replace(DIALLING, state=State.WAITING, lease_until=NOW + 60)

    assert not may_dial(waiting, "me", RULES, NOW)


@pytest.mark.parametrize(("seconds", "may"), [(0, True), (2, True), (3, False), (7200, False)])
def test_a_token_is_repeated_only_while_its_call_cannot_have_ended(seconds: int, may: bool) -> None:
    in_doubt = replace(DIALLING, state=State.UNKNOWN)

    assert may_repeat(in_doubt, RULES, NOW + seconds) is may


def test_a_token_is_repeated_only_in_doubt() -> None:
    assert not may_repeat(replace(DIALLING, state=State.RINGING), RULES, NOW)


@pytest.mark.parametrize(
    ("state", "wake_at", "seconds", "step"),
    [
        (State.BOOKED, NOW + 1, 0, Step.LEAVE),
        (State.BOOKED, NOW, 0, Step.DIAL),
        (State.WAITING, NOW, 0, Step.DIAL),
        (State.DIALLING, NOW, 0, Step.OVERDUE),
        (State.UNKNOWN, NOW, 1919, Step.LOOK),
        (State.UNKNOWN, NOW, 1920, Step.OVERDUE),
        (State.RINGING, NOW, 7319, Step.LOOK),
        (State.TALKING, NOW, 7320, Step.OVERDUE),
        (State.NEEDS_OPERATOR, 0, 0, Step.LEAVE),
        (State.DONE, 0, 0, Step.LEAVE),
    ],
)
def test_the_sweeper_looks_before_it_gives_up(state: State, wake_at: int, seconds: int, step: Step) -> None:
    record = replace(DIALLING, state=state, wake_at=wake_at)

    assert next_step(record, RULES, NOW + seconds) is step
