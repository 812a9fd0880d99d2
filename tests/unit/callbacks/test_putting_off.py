from dataclasses import replace

import pytest

from callback_ledger.events import Event, Kind
from callback_ledger.ledger import Booked, SlotFull
from callback_ledger.record import Slot
from callback_ledger.sealing import LocalSealing
from callback_ledger.states import State
from dial_callback.ending import Because, How
from dial_callback.logic import dial
from tests.unit.callbacks.desk import ID, TEN, Desk
from tests.unit.callbacks.ports import NINE_TO_SIX, Hours, at

OTHER, THIRD = "1" * 32, "2" * 32


@pytest.mark.parametrize(
    ("free", "because"), [(0, Because.NOBODY_FREE), (None, Because.AGENTS_UNKNOWN)], ids=["nobody", "unknown"]
)
def test_waits_a_moment_for_somebody_to_be_free(desk: Desk, free: int | None, because: Because) -> None:
    desk.book()
    desk.phone.free = free
    desk.clock.now += 1799

    ending = desk.dial()

    assert (ending.how, ending.because) == (How.POSTPONED, because)
    assert desk.waking.woken == [(ID, TEN + 1799 + 30)]
    assert desk.phone.started == []
    assert desk.record().promised_at == TEN
    assert desk.measures.names == ["Postponed"]


@pytest.mark.parametrize(("hour", "free"), [(3, 1), (9, 0)], ids=["at night", "nobody is free"])
def test_who_was_to_be_called_early_and_cannot_be_is_called_when_he_was_told(desk: Desk, hour: int, free: int) -> None:
    desk.book()
    desk.phone.free = free
    desk.clock.now = at(hour)
    desk.ledger.apply(ID, Event(kind=Kind.HURRIED), now=at(hour))

    ending = desk.dial()

    assert ending.how is How.POSTPONED
    assert desk.waking.woken == [(ID, TEN)]
    assert desk.phone.started == []


def test_whom_an_operator_wanted_called_early_is_called_when_he_was_told(desk: Desk) -> None:
    desk.book(due_at=at(15), start=at(15))
    desk.tell(Kind.HURRIED)
    desk.phone.free = 0

    ending = desk.dial()

    assert (ending.how, desk.record().due_at, desk.record().promised_at) == (How.POSTPONED, at(15), at(15))


def test_calls_no_more_customers_than_agents_are_free(desk: Desk) -> None:
    desk.book()
    desk.book(OTHER, phone="+821099998888")

    first, second = desk.dial(), desk.dial(OTHER)

    assert (first.how, second.how, second.because) == (How.DIALLED, How.POSTPONED, Because.NOBODY_FREE)
    assert desk.lines() == {ID}


def test_moves_to_the_next_free_slot_when_nobody_was_free_for_too_long(desk: Desk) -> None:
    desk.book()
    for callback_id, phone in ((OTHER, "+821099998888"), (THIRD, "+821077776666")):
        desk.book(callback_id, due_at=at(11), start=at(11), phone=phone)  # the next slot is full
    desk.phone.free = 0
    desk.clock.now = at(10, 30)

    ending = desk.dial()

    moved = desk.record()
    assert ending.how is How.SHIFTED
    assert (moved.slot.start, moved.due_at, moved.promised_at) == (at(11, 30), at(11, 30), at(11, 30))
    assert (moved.shifts, moved.is_late) == (1, True)
    assert desk.waking.woken == [(ID, at(11, 30))]
    assert desk.measures.names == ["Shifted"]


def test_the_grace_counts_from_what_was_promised(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    endings = []

    for late in (1785, 1815):
        desk.clock.now = TEN + late
        endings.append(desk.dial().how)

    assert endings == [How.POSTPONED, How.SHIFTED]


def test_leaves_it_to_an_operator_after_the_last_shift(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    endings = []

    for _ in range(3):
        desk.clock.now = desk.record().due_at + 1800
        endings.append(desk.dial().how)

    assert endings == [How.SHIFTED, How.SHIFTED, How.UNSERVED]
    assert desk.record().state is State.NEEDS_OPERATOR
    assert desk.measures.names[-1] == "NeedsOperator"


def test_leaves_it_to_an_operator_when_no_slot_is_left(desk: Desk) -> None:
    desk.book()
    desk.hours = Hours(replace(NINE_TO_SIX, week={}))
    desk.clock.now += 1800

    ending = desk.dial()

    assert (ending.how, ending.because) == (How.UNSERVED, Because.CLOSED)


def test_waits_when_others_take_the_last_seats(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    desk.clock.now += 1800

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.ledger, "move", lambda _, slot, **__: SlotFull(slot))
        ending = desk.dial()

    assert ending.how is How.POSTPONED


@pytest.mark.parametrize("moment", [at(8, 59), at(18), at(10, day=22)], ids=["morning", "evening", "sunday"])
def test_calls_nobody_while_it_is_closed(desk: Desk, moment: int) -> None:
    desk.book(due_at=moment, start=moment)
    desk.clock.now = moment

    ending = desk.dial()

    assert (ending.how, ending.because) == (How.POSTPONED, Because.CLOSED)
    assert desk.phone.started == []


def test_what_was_promised_before_closing_is_called_the_next_day(desk: Desk) -> None:
    desk.book(due_at=at(17, 50), start=at(17, 30))
    desk.clock.now = at(18, 20)

    ending = desk.dial()

    assert (ending.how, ending.because) == (How.SHIFTED, Because.CLOSED)
    assert desk.record().due_at == at(9, day=24)


@pytest.mark.parametrize("hours", [Hours(None), Hours(away=True)], ids=["none", "away"])
def test_waits_while_nobody_knows_the_opening_hours(desk: Desk, hours: Hours) -> None:
    desk.book()
    desk.hours = hours
    desk.clock.now += 7200

    ending = desk.dial()

    assert (ending.how, ending.because) == (How.POSTPONED, Because.HOURS_UNKNOWN)
    assert desk.record().shifts == 0
    assert desk.measures.names == ["Overdue", "Postponed"]


def test_hours_that_are_unknown_for_a_moment_alarm_nobody(desk: Desk) -> None:
    desk.book()
    desk.hours = Hours(away=True)

    desk.dial()

    assert desk.measures.names == ["Postponed"]


def test_a_number_that_cannot_be_read_is_no_attempt(desk: Desk) -> None:
    desk.book()

    ending = dial(ID, "run", replace(desk.means, sealing=LocalSealing(b"another key")))

    assert (ending.how, ending.because) == (How.POSTPONED, Because.PHONE_UNREADABLE)
    assert (desk.record().attempts, desk.phone.started) == (0, [])


def test_waits_for_connect_to_be_asked_again(desk: Desk) -> None:
    ids = [f"{number:032x}" for number in range(4)]
    desk.phone.free = 10
    for place, callback_id in enumerate(ids):
        desk.book(callback_id, start=TEN + place * 1800, phone=f"+82101111000{place}")

    endings = [desk.dial(callback_id) for callback_id in ids]

    assert [ending.how for ending in endings] == [How.DIALLED] * 3 + [How.POSTPONED]
    assert endings[3].because is Because.TOO_MANY_DIALS
    assert 1 <= desk.record(ids[3]).due_at - TEN <= 3


def test_does_not_undo_what_the_customer_does_meanwhile(desk: Desk) -> None:
    desk.book()
    desk.phone.free = 0
    desk.clock.now += 1800
    taken = desk.ledger.seats_taken

    def customer_moves(slots: list[Slot]) -> list[int]:
        tomorrow = Slot("general", at(15, day=24))
        moved = desk.ledger.move(ID, tomorrow, due_at=at(15, day=24), capacity=2, now=TEN + 1800, by_customer=True)
        assert isinstance(moved, Booked)
        return taken(slots)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.ledger, "seats_taken", customer_moves)
        ending = desk.dial()

    assert ending.how is How.LOST
    assert (desk.record().due_at, desk.record().shifts) == (at(15, day=24), 0)


def test_does_not_undo_a_cancellation(desk: Desk) -> None:
    desk.book()

    def customer_cancels() -> int:
        desk.tell(Kind.CANCELLED)
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.phone, "free_agents", customer_cancels)
        ending = desk.dial()

    assert ending.how is How.LOST
    assert desk.record().state is State.CANCELLED
