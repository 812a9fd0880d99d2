from dataclasses import replace
from typing import Any

import pytest

from callback_ledger.events import Kind
from callback_ledger.ledger import EntryOutcome
from callback_ledger.states import State
from dial_callback.ending import How
from tests.unit.callbacks.desk import ID, PHONE, TEN, Desk


def test_calls_the_customer_when_it_is_due(desk: Desk) -> None:
    desk.book()

    ending = desk.dial()

    assert ending.how is How.DIALLED
    assert desk.phone.started == [(f"{ID}-1", PHONE, False)]
    assert (desk.record().state, desk.record().contact_id) == (State.RINGING, "contact-1")
    assert desk.measures.values == [("Dialled", 1), ("DueLag", 0)]


def test_says_how_late_a_dial_is(desk: Desk) -> None:
    desk.book()
    desk.clock.now += 75.5

    desk.dial()

    assert ("DueLag", 75) in desk.measures.values


@pytest.mark.parametrize(("late", "apologises"), [(1799, False), (1800, True)])
def test_apologises_once_more_than_the_grace_is_over(desk: Desk, late: int, apologises: bool) -> None:
    desk.book()
    desk.clock.now += late

    desk.dial()

    assert desk.phone.started == [(f"{ID}-1", PHONE, apologises)]


def test_a_callback_that_we_moved_is_owed_an_apology(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    desk.clock.now += 1800
    assert desk.dial().how is How.SHIFTED
    desk.clock.now, desk.phone.free = desk.record().due_at, 1

    desk.dial()

    assert [is_late for _, _, is_late in desk.phone.started] == [True]


def test_a_message_that_comes_twice_calls_once(desk: Desk) -> None:
    desk.book()

    endings = [desk.dial().how, desk.dial().how]

    assert endings == [How.DIALLED, How.DUPLICATE]
    assert len(desk.phone.started) == 1
    assert desk.measures.names.count("DuplicateSuppressed") == 1


def test_a_message_that_comes_too_early_is_sent_again(desk: Desk) -> None:
    desk.book(due_at=TEN + 5)

    ending = desk.dial()

    assert ending.how is How.TOO_EARLY
    assert desk.waking.woken == [(ID, TEN + 5)]
    assert desk.phone.started == []


def test_a_message_that_others_made_needless_is_not_sent_again(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    desk.dial()  # gives it back for 30 s, with a message of its own for then

    ending = desk.dial()

    assert ending.how is How.TOO_EARLY
    assert desk.waking.woken == [(ID, TEN + 30)]


def test_a_callback_whose_attempts_were_reduced_meanwhile_is_left_to_an_operator(desk: Desk) -> None:
    desk.book()
    desk.dial()
    desk.tell(Kind.NOT_REACHED)
    desk.clock.now = desk.record().due_at
    desk.deploy(replace(desk.rules, max_attempts=1))

    ending = desk.dial()

    assert (ending.how, desk.record().state) == (How.UNSERVED, State.NEEDS_OPERATOR)
    assert len(desk.phone.started) == 1


def test_a_message_about_nothing_is_dealt_with(desk: Desk) -> None:
    assert desk.dial("f" * 32).how is How.MISSING


def test_a_cancelled_callback_is_not_called(desk: Desk) -> None:
    desk.book()
    desk.tell(Kind.CANCELLED)

    ending = desk.dial()

    assert ending.how is How.DUPLICATE
    assert desk.phone.started == []


def test_a_throttled_dial_counts_as_none_and_is_tried_again(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.THROTTLED, Kind.ACCEPTED]

    desk.dial()
    waiting = desk.record()
    desk.clock.now = waiting.due_at
    desk.dial()

    assert (waiting.state, waiting.attempts) == (State.WAITING, 0)
    assert desk.waking.woken == [(ID, TEN + 2)]
    assert [token for token, _, _ in desk.phone.started] == [f"{ID}-1", f"{ID}-2"]
    assert (desk.record().state, desk.record().attempts) == (State.RINGING, 1)


def test_a_refused_dial_is_left_to_an_operator(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.REFUSED]

    desk.dial()

    assert desk.record().state is State.NEEDS_OPERATOR
    assert desk.measures.names == ["Dialled", "DueLag", "NeedsOperator"]
    assert desk.lines() == set()


def test_a_dial_of_which_nothing_is_known_is_repeated_under_its_token(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.TIMED_OUT, Kind.ACCEPTED]
    desk.phone.seconds = 2

    desk.dial()

    assert [token for token, _, _ in desk.phone.started] == [f"{ID}-1", f"{ID}-1"]
    assert (desk.record().state, desk.record().attempts) == (State.RINGING, 1)


def test_a_token_is_not_repeated_once_its_call_may_have_ended(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.TIMED_OUT]
    desk.phone.seconds = 2.5

    desk.dial()

    assert len(desk.phone.started) == 1
    assert desk.record().state is State.UNKNOWN
    assert desk.measures.names.count("Unknown") == 1


def test_repetitions_keep_to_the_rate(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.TIMED_OUT, Kind.THROTTLED]

    desk.dial()

    assert len(desk.phone.started) == 3  # the burst, however fast it is answered
    assert desk.record().state is State.UNKNOWN


def test_nothing_is_repeated_for_a_customer_who_cancels_meanwhile(desk: Desk) -> None:
    desk.book()
    desk.phone.answers = [Kind.TIMED_OUT]
    desk.phone.between = lambda: desk.tell(Kind.CANCELLED)

    desk.dial()

    assert len(desk.phone.started) == 1
    assert desk.record().cancel_wanted


def test_a_dial_that_can_no_longer_be_sent_in_its_lease_is_taken_back(desk: Desk) -> None:
    desk.book()
    entered = desk.ledger.enter

    def enter_slowly(*args: Any, **kwargs: Any) -> EntryOutcome:
        outcome = entered(*args, **kwargs)
        desk.clock.now += 59
        return outcome

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.ledger, "enter", enter_slowly)
        desk.dial()

    assert desk.phone.started == []
    assert (desk.record().state, desk.record().attempts, desk.lines()) == (State.WAITING, 0, set())
    assert desk.waking.woken == [(ID, TEN + 59 + 2)]
