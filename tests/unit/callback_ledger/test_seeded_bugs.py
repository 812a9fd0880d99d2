"""The state machine bites: bugs that such ledgers and their functions have had are built in, and each is found."""

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from callback_ledger import before_call, in_call, transitions
from callback_ledger.events import Event, Kind
from callback_ledger.moves import Move
from callback_ledger.record import Record, Slot
from callback_ledger.rules import Rules
from callback_ledger.statements import Statements
from callback_ledger.states import State
from dial_callback import calling, logic, putting_off
from tests.unit.callback_ledger.ledger_machine import LedgerMachine
from tests.unit.callback_ledger.model_of_connect import BrokenPromise

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, UpdateTypeDef

Patch = pytest.MonkeyPatch
Bug = Callable[[Patch], None]
SEEDS = [int(number) for number in os.environ.get("LEDGER_SEEDS", "3").split(",")]


def row(monkeypatch: Patch, state: State, kind: Kind, move: Move) -> None:
    rows: Mapping[Kind, Move] = {**transitions.TABLE[state], kind: move}
    monkeypatch.setitem(cast("dict[State, Mapping[Kind, Move]]", transitions.TABLE), state, rows)


# in the table of transitions


def a_throttled_repeat_is_taken_for_the_whole_answer(monkeypatch: Patch) -> None:
    row(monkeypatch, State.UNKNOWN, Kind.THROTTLED, in_call.turn_away)


def a_call_that_is_not_found_is_taken_for_none(monkeypatch: Patch) -> None:
    row(monkeypatch, State.UNKNOWN, Kind.LOOKED, in_call.try_again)


def a_late_event_reopens_what_is_final(monkeypatch: Patch) -> None:
    for state in (State.EXHAUSTED, State.CANCELLED, State.DONE):
        row(monkeypatch, state, Kind.ACCEPTED, in_call.ring)
        row(monkeypatch, state, Kind.NOT_REACHED, in_call.try_again)
    monkeypatch.setattr(transitions, "OF_A_CALL", frozenset())


def a_cancel_during_a_call_closes_at_once(monkeypatch: Patch) -> None:
    for state in (State.DIALLING, State.UNKNOWN, State.RINGING):
        row(monkeypatch, state, Kind.CANCELLED, before_call.cancel)


def an_operators_click_about_an_earlier_dial_counts(monkeypatch: Patch) -> None:
    monkeypatch.setattr(transitions, "OF_A_DIAL", frozenset())


def whoever_wanted_to_talk_is_taken_for_talked_to(monkeypatch: Patch) -> None:
    row(monkeypatch, State.TALKING, Kind.NOT_REACHED, in_call.finish)


def whoever_wanted_to_talk_is_given_up_like_anybody(monkeypatch: Patch) -> None:
    row(monkeypatch, State.TALKING, Kind.NOT_REACHED, in_call.try_again)


def whoever_hangs_up_in_the_queue_is_called_again(monkeypatch: Patch) -> None:
    row(monkeypatch, State.TALKING, Kind.TALKED, in_call.try_again_or_ask)


# in what is written


def versions_are_not_compared(monkeypatch: Patch) -> None:
    honest = Statements.replace

    def blind(self: Statements, seen: Record, new: Record) -> "PutTypeDef":
        return {**honest(self, seen, new), "ConditionExpression": "version = :seen OR attribute_exists(pk)"}

    monkeypatch.setattr(Statements, "replace", blind)


def the_last_seat_is_given_twice(monkeypatch: Patch) -> None:
    honest = Statements.take_seat

    def generous(self: Statements, slot: Slot, callback_id: str, capacity: int) -> "UpdateTypeDef":
        return honest(self, slot, callback_id, capacity + 1)

    monkeypatch.setattr(Statements, "take_seat", generous)


def a_move_keeps_the_old_seat(monkeypatch: Patch) -> None:
    without(monkeypatch, "give_seat_back", lambda new: new.is_open)


def a_line_is_taken_whoever_is_free(monkeypatch: Patch) -> None:
    honest = Statements.take_line

    def generous(self: Statements, queue: str, callback_id: str, free_agents: int | None) -> "UpdateTypeDef":
        return honest(self, queue, callback_id, None)

    monkeypatch.setattr(Statements, "take_line", generous)


def a_line_is_kept_when_the_call_is_over(monkeypatch: Patch) -> None:
    without(monkeypatch, "give_line_back", lambda new: not new.is_open)


def without(monkeypatch: Patch, statement: str, when: Callable[[Record], bool]) -> None:
    """Leave a statement out of the changes that lead to such callbacks."""
    honest = Statements.change

    def forgetful(self: Statements, seen: Record, new: Record, **places: Any) -> list[Any]:
        left_out = getattr(self, statement)(seen.slot.queue if "line" in statement else seen.slot, seen.callback_id)
        return [
            write for write in honest(self, seen, new, **places) if not when(new) or write.get("Update") != left_out
        ]

    monkeypatch.setattr(Statements, "change", forgetful)


# in later slots


def what_the_customer_just_moved_is_moved_by_us(monkeypatch: Patch) -> None:
    def hasty(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
        return before_call.shift(replace(record, due_at=now), event, rules, now)

    row(monkeypatch, State.WAITING, Kind.SHIFTED, hasty)
    row(monkeypatch, State.BOOKED, Kind.SHIFTED, hasty)


def a_move_to_a_later_slot_is_not_counted(monkeypatch: Patch) -> None:
    def uncounted(record: Record, event: Event, rules: Rules, now: int) -> Record | None:
        new = before_call.shift(record, event, rules, now)
        return replace(new, shifts=record.shifts) if new else None

    row(monkeypatch, State.WAITING, Kind.SHIFTED, uncounted)
    row(monkeypatch, State.BOOKED, Kind.SHIFTED, uncounted)


# in the dialler


def a_token_is_repeated_after_its_call_may_have_ended(monkeypatch: Patch) -> None:
    monkeypatch.setattr(calling, "may_repeat", lambda record, *_: record.state is State.UNKNOWN)


def a_time_out_is_taken_for_no_call(monkeypatch: Patch) -> None:
    honest = calling._tell

    def sure(record: Record, event: Event, means: Any) -> Record:
        return honest(record, replace(event, kind=Kind.THROTTLED) if event.kind is Kind.TIMED_OUT else event, means)

    monkeypatch.setattr(calling, "_tell", sure)


def the_dialler_does_not_look_at_the_clock(monkeypatch: Patch) -> None:
    monkeypatch.setattr(logic, "is_callable", lambda *_: True)
    monkeypatch.setattr(before_call, "is_daytime", lambda *_: True)
    monkeypatch.setattr(calling, "may_dial", lambda *_: True)


def a_callback_for_which_nobody_is_free_is_tried_for_ever(monkeypatch: Patch) -> None:
    monkeypatch.setattr(putting_off.Turn, "put_off", lambda turn, hours, because: turn.wait(60, because))


TWICE = "two live calls|two calls with one token|more calls than attempts|talked to|holds to be over|waits while a call"
BUGS = [
    (a_throttled_repeat_is_taken_for_the_whole_answer, TWICE),
    (a_call_that_is_not_found_is_taken_for_none, TWICE),
    (a_late_event_reopens_what_is_final, "a final state was left|seats taken"),
    (a_cancel_during_a_call_closes_at_once, TWICE),
    (an_operators_click_about_an_earlier_dial_counts, TWICE),
    (whoever_wanted_to_talk_is_taken_for_talked_to, "done, though the customer was never put through"),
    (whoever_wanted_to_talk_is_given_up_like_anybody, "given up, though the customer wanted to talk"),
    (whoever_hangs_up_in_the_queue_is_called_again, "talked to"),
    (versions_are_not_compared, f"seats taken|final state|locks|lines held|moved before it was due|{TWICE}"),
    (the_last_seat_is_given_twice, "more bookings than seats"),
    (a_move_keeps_the_old_seat, "seats taken are not the open bookings"),
    (a_line_is_taken_whoever_is_free, "more calls wait for an agent than agents were free"),
    (a_line_is_kept_when_the_call_is_over, "lines held are not the calls that may need an agent"),
    (what_the_customer_just_moved_is_moved_by_us, "moved before it was due"),
    (a_move_to_a_later_slot_is_not_counted, "a booking never ends|no apology"),
    (a_token_is_repeated_after_its_call_may_have_ended, TWICE),
    (a_time_out_is_taken_for_no_call, TWICE),
    (the_dialler_does_not_look_at_the_clock, "a dial outside the calling window"),
    (a_callback_for_which_nobody_is_free_is_tried_for_ever, "a booking never ends"),
]


@pytest.mark.thorough
@pytest.mark.parametrize("number", SEEDS)
@pytest.mark.parametrize(("bug", "found"), BUGS, ids=[bug.__name__ for bug, _ in BUGS])
def test_a_bug_is_found(bug: Bug, found: str, number: int, monkeypatch: Patch) -> None:
    bug(monkeypatch)
    chosen = settings(
        database=None,
        max_examples=2000,
        phases=[Phase.generate],  # found is enough; the shortest way there costs minutes
        print_blob=False,
        report_multiple_bugs=False,
        stateful_step_count=50,
        suppress_health_check=list(HealthCheck),
    )
    before = LedgerMachine.steps

    with pytest.raises(BrokenPromise, match=found):
        run_state_machine_as_test(seed(number)(LedgerMachine), settings=chosen)

    print(f"found after {LedgerMachine.steps - before:,} steps")  # noqa: T201  # `pytest -rP` shows it
