from dataclasses import replace
from datetime import datetime

import pytest

from callback_ledger.events import OF_A_CALL, OF_A_DIAL, Event, Kind
from callback_ledger.forgetting import forget
from callback_ledger.record import Record, Slot, book
from callback_ledger.rules import Rules
from callback_ledger.states import BEFORE_A_CALL, FINAL, State
from callback_ledger.transitions import TABLE, after
from korean.clock import KOREA

RULES = Rules()
NOW = int(datetime(2026, 11, 23, 10, 0, tzinfo=KOREA).timestamp())
NIGHT = int(datetime(2026, 11, 23, 21, 0, tzinfo=KOREA).timestamp())
MINE = "run-1"
NOW_SLOT, LATER_SLOT = Slot("general", NOW - 600), Slot("general", NOW + 1200)

S, K = State, Kind
# From a callback leased to MINE in its first dial, long enough ago for every limit; None: the event changes nothing.
WHAT_HAPPENS: dict[State, dict[Kind, State | None]] = {
    S.BOOKED: {
        K.LEASED: S.BOOKED,
        K.HURRIED: S.BOOKED,
        K.POSTPONED: S.WAITING,
        K.ENTERED: S.DIALLING,
        K.SHIFTED: S.WAITING,
        K.UNSERVED: S.NEEDS_OPERATOR,
        K.MOVED: S.WAITING,
        K.CANCELLED: S.CANCELLED,
    },
    S.WAITING: {
        K.LEASED: S.WAITING,
        K.HURRIED: S.WAITING,
        K.POSTPONED: S.WAITING,
        K.ENTERED: S.DIALLING,
        K.SHIFTED: S.WAITING,
        K.UNSERVED: S.NEEDS_OPERATOR,
        K.MOVED: S.WAITING,
        K.CANCELLED: S.CANCELLED,
    },
    S.DIALLING: {
        K.ACCEPTED: S.RINGING,
        K.THROTTLED: S.WAITING,
        K.REFUSED: S.NEEDS_OPERATOR,
        K.TIMED_OUT: S.UNKNOWN,
        K.CONFIRMED: S.TALKING,
        K.PUT_THROUGH: S.TALKING,
        K.TALKED: S.DONE,
        K.NOT_REACHED: S.WAITING,
        K.CANCELLED: S.DIALLING,
    },
    S.UNKNOWN: {
        K.ACCEPTED: S.RINGING,
        K.CONFIRMED: S.TALKING,
        K.PUT_THROUGH: S.TALKING,
        K.TALKED: S.DONE,
        K.NOT_REACHED: S.WAITING,
        K.LOOKED: S.UNKNOWN,
        K.OVERDUE: S.NEEDS_OPERATOR,
        K.CANCELLED: S.UNKNOWN,
    },
    S.RINGING: {
        K.CONFIRMED: S.TALKING,
        K.PUT_THROUGH: S.TALKING,
        K.TALKED: S.DONE,
        K.NOT_REACHED: S.WAITING,
        K.LOOKED: S.RINGING,
        K.OVERDUE: S.NEEDS_OPERATOR,
        K.CANCELLED: S.RINGING,
    },
    S.TALKING: {
        K.PUT_THROUGH: S.TALKING,
        K.TALKED: S.DONE,
        K.NOT_REACHED: S.WAITING,
        K.LOOKED: S.TALKING,
        K.OVERDUE: S.NEEDS_OPERATOR,
        K.CANCELLED: S.TALKING,
    },
    S.NEEDS_OPERATOR: {
        K.ACCEPTED: S.RINGING,
        K.CONFIRMED: S.TALKING,
        K.PUT_THROUGH: S.TALKING,
        K.TALKED: S.DONE,
        K.NOT_REACHED: S.WAITING,
        K.CANCELLED: S.NEEDS_OPERATOR,
        K.SETTLED_AS_TALKED: S.DONE,
        K.SETTLED_AS_NOT_REACHED: S.WAITING,
        K.GIVEN_UP: S.EXHAUSTED,
    },
}


def callback(state: State, **changes: object) -> Record:
    record = book(callback_id="c", phone=b"sealed", lock="hash", slot=NOW_SLOT, due_at=NOW - 300, now=NOW - 900)
    leased = replace(
        record,
        state=state,
        attempts=1,
        dial=1,
        dialled_at=NOW - 10_000,
        settled=state in BEFORE_A_CALL,
        lease_owner=MINE,
        lease_until=NOW + 30,
    )
    return replace(leased, **changes)  # type: ignore[arg-type]  # names of fields


def event(kind: Kind) -> Event:
    dial = 2 if kind is Kind.ENTERED else 1
    return Event(kind=kind, dial=dial, owner=MINE, contact_id="contact-1", due_at=NOW + 1300, slot=LATER_SLOT)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("state", State)
def test_each_event_does_in_each_state_what_the_table_says(state: State, kind: Kind) -> None:
    seen = callback(state)

    new = after(seen, event(kind), RULES, NOW)

    assert (new.state if new else None) is WHAT_HAPPENS.get(state, {}).get(kind)
    assert new is None or new is seen or new.version == seen.version + 1


@pytest.mark.parametrize("state", sorted(FINAL))
def test_final_is_final(state: State) -> None:
    assert TABLE[state] == {}


@pytest.mark.parametrize("kind", sorted(OF_A_DIAL))
@pytest.mark.parametrize("state", sorted(set(State) - FINAL))
def test_what_is_about_an_earlier_dial_changes_nothing(state: State, kind: Kind) -> None:
    assert after(callback(state, dial=2), event(kind), RULES, NOW) is None


@pytest.mark.parametrize(
    ("changes", "now"),
    [
        ({"lease_owner": "run-2"}, NOW),
        ({"lease_until": NOW}, NOW),
        ({"attempts": RULES.max_attempts}, NOW),
        ({"lease_until": NIGHT + 30}, NIGHT),
        ({"dial": 2}, NOW),
    ],
    ids=["leased to another", "lease ran out", "no attempt left", "at night", "another dial came first"],
)
def test_no_dial_is_entered_without_a_right_to_it(changes: dict[str, object], now: int) -> None:
    assert after(callback(S.WAITING, **changes), event(K.ENTERED), RULES, now) is None


def test_entering_counts_the_attempt_before_the_call() -> None:
    new = after(callback(S.BOOKED, attempts=0, dial=0), Event(kind=K.ENTERED, dial=1, owner=MINE), RULES, NOW)

    assert new is not None
    assert (new.attempts, new.token, new.dialled_at, new.lease_until) == (1, "c-1", NOW, NOW + RULES.lease)


def test_entering_again_after_a_lost_answer_is_recognised_for_the_same_run_only() -> None:
    entered = callback(S.DIALLING)

    mine = after(entered, Event(kind=K.ENTERED, dial=1, owner=MINE), RULES, NOW)
    others = after(entered, Event(kind=K.ENTERED, dial=1, owner="run-2"), RULES, NOW)

    assert mine is entered
    assert others is None


def test_a_lease_is_for_one_and_runs_out() -> None:
    other = Event(kind=K.LEASED, owner="run-2")

    assert after(callback(S.WAITING), other, RULES, NOW + 29) is None
    assert after(callback(S.WAITING), other, RULES, NOW + 30) is not None
    assert after(callback(S.WAITING, lease_until=0, due_at=NOW + 1), other, RULES, NOW) is None


def test_delays_grow_and_end() -> None:
    waits = [after(callback(S.RINGING, attempts=attempts), event(K.NOT_REACHED), RULES, NOW) for attempts in (1, 2, 3)]

    assert [wait.due_at - NOW for wait in waits[:2] if wait] == [600, 1200]
    assert waits[2] is not None
    assert waits[2].state is S.EXHAUSTED


def test_whoever_wanted_to_talk_and_was_not_put_through_is_called_again_and_then_left_to_an_operator() -> None:
    ends = [told(callback(S.TALKING, attempts=attempts), K.NOT_REACHED) for attempts in (1, 2, 3)]

    assert [end.state for end in ends] == [S.WAITING, S.WAITING, S.NEEDS_OPERATOR]
    assert [end.due_at - NOW for end in ends[:2]] == [600, 1200]
    assert all(end.settled for end in ends)


def test_whoever_cancelled_and_then_wanted_to_talk_is_neither_called_again_nor_left_to_an_operator() -> None:
    ends = [
        told(callback(S.TALKING, attempts=attempts, cancel_wanted=True), K.NOT_REACHED)
        for attempts in (1, RULES.max_attempts)
    ]

    assert [end.state for end in ends] == [S.CANCELLED, S.CANCELLED]


def test_a_dial_that_was_turned_away_is_no_attempt_but_its_token_is_not_used_again() -> None:
    waiting = after(callback(S.DIALLING), event(K.THROTTLED), RULES, NOW)

    assert waiting is not None
    assert (waiting.attempts, waiting.dial) == (0, 1)


@pytest.mark.parametrize("kind", [K.THROTTLED, K.NOT_REACHED])
def test_a_cancel_during_a_call_holds_when_the_call_is_over(kind: Kind) -> None:
    noted = after(callback(S.DIALLING), Event(kind=K.CANCELLED), RULES, NOW)

    assert noted is not None
    over = after(noted, event(kind), RULES, NOW)

    assert over is not None
    assert over.state is S.CANCELLED


def test_the_token_is_kept_until_the_outcome_is_settled() -> None:
    in_doubt = after(callback(S.DIALLING), event(K.TIMED_OUT), RULES, NOW)
    assert in_doubt is not None

    looked = after(in_doubt, event(K.LOOKED), RULES, NOW)

    assert looked is not None
    assert looked.token == in_doubt.token == "c-1"


@pytest.mark.parametrize(
    ("state", "limit"),
    [(S.UNKNOWN, RULES.settle_within), (S.RINGING, RULES.longest_call), (S.TALKING, RULES.longest_call)],
)
def test_nothing_is_overdue_before_its_time(state: State, limit: int) -> None:
    dialled = NOW - limit

    assert after(callback(state, dialled_at=dialled + 1), event(K.OVERDUE), RULES, NOW) is None
    assert after(callback(state, dialled_at=dialled), event(K.OVERDUE), RULES, NOW) is not None


def test_a_dial_is_in_doubt_once_its_lease_ran_out() -> None:
    new = after(callback(S.DIALLING, lease_until=NOW), event(K.OVERDUE), RULES, NOW)

    assert new is not None
    assert new.state is S.UNKNOWN


def told(seen: Record, kind: Kind, now: int = NOW, **fields: object) -> Record:
    new = after(seen, replace(event(kind), **fields), RULES, now)  # type: ignore[arg-type]  # names of fields
    assert new is not None
    return new


def test_what_the_customer_was_told_stays_while_we_wait_and_changes_with_a_move_or_another_attempt() -> None:
    promised = callback(S.BOOKED).promised_at

    assert told(callback(S.BOOKED), K.POSTPONED).promised_at == promised
    assert told(callback(S.BOOKED, due_at=NOW + 60), K.HURRIED).promised_at == promised
    assert told(callback(S.DIALLING), K.THROTTLED).promised_at == promised
    assert told(callback(S.RINGING), K.NOT_REACHED).promised_at == NOW + 600
    assert told(callback(S.WAITING), K.MOVED).promised_at == NOW + 1300
    assert told(callback(S.WAITING), K.SHIFTED).promised_at == NOW + 1300


def test_what_we_move_is_late_until_the_customer_moves_it() -> None:
    shifted = told(callback(S.WAITING), K.SHIFTED)
    moved = told(shifted, K.MOVED, slot=NOW_SLOT)

    assert (shifted.shifts, shifted.is_late, shifted.slot, shifted.due_at) == (1, True, LATER_SLOT, NOW + 1300)
    assert (moved.shifts, moved.is_late, moved.slot) == (0, False, NOW_SLOT)


def test_we_move_only_what_is_due_and_only_so_often() -> None:
    not_due = callback(S.WAITING, due_at=NOW + 1)
    too_often = callback(S.WAITING, shifts=RULES.max_shifts)

    assert after(not_due, event(K.SHIFTED), RULES, NOW) is None
    assert after(too_often, event(K.SHIFTED), RULES, NOW) is None


@pytest.mark.parametrize("kind", [K.MOVED, K.SHIFTED])
def test_a_move_after_a_lost_answer_is_recognised(kind: Kind) -> None:
    moved = told(callback(S.WAITING), kind)

    assert after(moved, event(kind), RULES, NOW) is moved


def test_a_move_takes_the_callback_from_whoever_was_about_to_dial() -> None:
    moved = told(callback(S.WAITING), K.MOVED)

    assert after(moved, event(K.ENTERED), RULES, NOW) is None


def test_a_hurried_callback_is_due_now() -> None:
    hurried = told(callback(S.BOOKED, due_at=NOW + 9000, wake_at=NOW + 9000), K.HURRIED)

    assert (hurried.due_at, hurried.wake_at) == (NOW, NOW)


def test_only_the_run_that_has_it_leaves_it_unserved() -> None:
    assert after(callback(S.WAITING), Event(kind=K.UNSERVED, owner="run-2"), RULES, NOW) is None


def test_an_unserved_callback_waits_again_once_an_operator_says_so() -> None:
    unserved = told(callback(S.BOOKED, attempts=0, dial=0), K.UNSERVED)

    again = told(unserved, K.SETTLED_AS_NOT_REACHED, dial=0)

    assert (again.state, again.due_at, again.attempts) == (S.WAITING, NOW + 600, 0)


@pytest.mark.parametrize("kind", sorted(OF_A_CALL))
@pytest.mark.parametrize("state", sorted(set(State) - FINAL))
def test_what_is_said_of_a_call_whose_end_is_settled_changes_nothing(state: State, kind: Kind) -> None:
    assert after(callback(state, settled=True), event(kind), RULES, NOW) is None


def test_what_waits_for_an_operator_without_a_call_can_be_moved_and_cancelled_by_the_customer() -> None:
    refused = told(callback(S.DIALLING), K.REFUSED)

    assert told(refused, K.MOVED).state is S.WAITING
    assert told(refused, K.CANCELLED).state is S.CANCELLED
    assert after(replace(refused, attempts=RULES.max_attempts), event(K.MOVED), RULES, NOW) is None


def test_a_refused_call_is_no_attempt() -> None:
    assert told(callback(S.DIALLING, attempts=RULES.max_attempts), K.REFUSED).attempts == RULES.max_attempts - 1


@pytest.mark.parametrize("state", [S.DIALLING, S.UNKNOWN, S.RINGING, S.TALKING, S.NEEDS_OPERATOR])
def test_whoever_was_put_through_is_not_called_again_however_thin_the_news_of_the_end(state: State) -> None:
    talking = told(callback(state, settled=False), K.PUT_THROUGH)

    overdue = told(replace(talking, dialled_at=NOW - 10_000), K.OVERDUE)

    assert told(talking, K.NOT_REACHED).state is S.DONE
    assert told(overdue, K.NOT_REACHED).state is S.DONE
    assert told(overdue, K.SETTLED_AS_NOT_REACHED).state is S.WAITING


def test_that_a_customer_was_put_through_in_one_call_says_nothing_about_the_next() -> None:
    waiting = callback(S.WAITING, put_through=True, lease_owner="run-1", lease_until=NOW + 30)

    entered = after(waiting, Event(kind=K.ENTERED, owner="run-1", dial=waiting.dial + 1), RULES, NOW)

    assert entered is not None
    assert not entered.put_through


def test_a_refused_call_that_the_customer_wants_no_more_is_cancelled() -> None:
    assert told(callback(S.DIALLING, cancel_wanted=True), K.REFUSED).state is S.CANCELLED


def test_a_cancel_that_is_noted_twice_is_recognised() -> None:
    noted = told(callback(S.RINGING), K.CANCELLED)

    assert after(noted, event(K.CANCELLED), RULES, NOW) is noted


def test_no_call_is_settled_once_it_is_entered() -> None:
    assert not told(callback(S.WAITING), K.ENTERED).settled


def test_nothing_is_moved_without_a_slot() -> None:
    assert after(callback(S.WAITING), Event(kind=K.MOVED, due_at=NOW + 1300), RULES, NOW) is None


def test_forgetting_takes_out_of_a_closed_callback_what_leads_to_a_person() -> None:
    done = told(callback(S.TALKING, contact_id="contact-1"), K.TALKED)

    forgotten = forget(done, NOW + 5)

    assert forgotten == replace(done, phone=b"", lock="", contact_id="", version=done.version + 1, changed_at=NOW + 5)
    assert forget(forgotten, NOW + 9) is forgotten
    assert forget(callback(S.NEEDS_OPERATOR), NOW) is None
