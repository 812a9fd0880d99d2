"""The state machine bites: bugs that such ledgers have had are built in, and each is found."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from callback_ledger import moves, transitions
from callback_ledger.events import Kind
from callback_ledger.moves import Move
from callback_ledger.record import Record, Slot
from callback_ledger.statements import Statements
from callback_ledger.states import State
from tests.unit.callback_ledger import workers
from tests.unit.callback_ledger.ledger_machine import LedgerMachine
from tests.unit.callback_ledger.model_of_connect import BrokenPromise

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import PutTypeDef, UpdateTypeDef

Bug = Callable[[pytest.MonkeyPatch], None]


def row(monkeypatch: pytest.MonkeyPatch, state: State, kind: Kind, move: Move) -> None:
    rows: Mapping[Kind, Move] = {**transitions.TABLE[state], kind: move}
    monkeypatch.setitem(cast("dict[State, Mapping[Kind, Move]]", transitions.TABLE), state, rows)


def a_throttled_repeat_is_taken_for_the_whole_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    row(monkeypatch, State.UNKNOWN, Kind.THROTTLED, moves.turn_away)


def a_call_that_is_not_found_is_taken_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    row(monkeypatch, State.UNKNOWN, Kind.LOOKED, moves.try_again)


def a_late_event_reopens_what_is_final(monkeypatch: pytest.MonkeyPatch) -> None:
    row(monkeypatch, State.EXHAUSTED, Kind.ACCEPTED, moves.ring)
    row(monkeypatch, State.CANCELLED, Kind.ACCEPTED, moves.ring)
    row(monkeypatch, State.DONE, Kind.ACCEPTED, moves.ring)


def a_cancel_during_a_call_closes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for state in (State.DIALLING, State.UNKNOWN, State.RINGING):
        row(monkeypatch, state, Kind.CANCELLED, moves.cancel)


def a_token_is_repeated_after_its_call_may_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "may_repeat", lambda record, *_: record.state is State.UNKNOWN)


def versions_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Statements.replace

    def blind(self: Statements, seen: Record, new: Record) -> "PutTypeDef":
        return {**honest(self, seen, new), "ConditionExpression": "version = :seen OR attribute_exists(pk)"}

    monkeypatch.setattr(Statements, "replace", blind)


def the_last_seat_is_given_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Statements.take_seat

    def generous(self: Statements, slot: Slot, callback_id: str, capacity: int) -> "UpdateTypeDef":
        return honest(self, slot, callback_id, capacity + 1)

    monkeypatch.setattr(Statements, "take_seat", generous)


def a_move_keeps_the_old_seat(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = moves.into_slot

    def forgetful(record: Record, slot: Slot, now: int) -> Record | None:
        moved = honest(record, slot, now)
        return replace(moved, slot=record.slot) if moved else None

    monkeypatch.setattr(moves, "into_slot", forgetful)


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("bug", "found"),
    [
        (
            a_throttled_repeat_is_taken_for_the_whole_answer,
            "two live calls|more calls than attempts|talked to|attempts",
        ),
        (a_call_that_is_not_found_is_taken_for_none, "two live calls|more calls than attempts|talked to"),
        (a_late_event_reopens_what_is_final, "a final state was left|seats taken"),
        (a_cancel_during_a_call_closes_at_once, "two live calls"),
        (a_token_is_repeated_after_its_call_may_have_ended, "two calls with one token|talked to|more calls"),
        (versions_are_not_compared, "seats taken|final state|locks|live calls|more calls|one token|talked to"),
        (the_last_seat_is_given_twice, "more bookings than seats"),
        (a_move_keeps_the_old_seat, "seats taken are not the open bookings"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_bug_is_found(bug: Bug, found: str, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    chosen = settings(
        database=None,
        derandomize=True,
        max_examples=2000,
        phases=[Phase.generate],  # found is enough; the shortest way there costs minutes
        print_blob=False,
        report_multiple_bugs=False,
        stateful_step_count=50,
        suppress_health_check=list(HealthCheck),
    )

    with pytest.raises(BrokenPromise, match=found):
        run_state_machine_as_test(LedgerMachine, settings=chosen)
