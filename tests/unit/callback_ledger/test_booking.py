import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import read_opening_hours
from callback_ledger.booking import Bookings, IdUsedUp, NotOffered
from callback_ledger.events import Event, Kind
from callback_ledger.ledger import AlreadyOpen, Applied, Booked, Missing, NotMovable, SlotFull
from callback_ledger.record import Record, Slot
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from callback_ledger.states import State
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

HOURS = read_opening_hours(json.dumps({"text": "", "week": {"MONDAY": [["09:00", "18:00"]]}, "exceptions": {}}))
MONDAY = datetime(2026, 11, 23, tzinfo=KOREA)
NOW = MONDAY.replace(hour=10)
KIM, LEE = "+821011111111", "+821022222222"


class Alarms:
    """The waking port as a list of what is to be woken when."""

    def __init__(self) -> None:
        self.set: list[tuple[str, datetime]] = []

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        self.set.append((callback_id, datetime.fromtimestamp(due_at, KOREA)))


@pytest.fixture
def ledger(client: "DynamoDBClient") -> CallbackTable:
    return CallbackTable(client, TABLE, Rules())


@pytest.fixture
def alarms() -> Alarms:
    return Alarms()


@pytest.fixture
def bookings(ledger: CallbackTable, alarms: Alarms) -> Bookings:
    return Bookings(
        ledger=ledger,
        sealing=LocalSealing(b"key"),
        keyed_hash=LocalKeyedHash(b"key"),
        waking=alarms,
        rules=SlotRules(length=30, capacity=1, lead=10, days=7),
        queue="general",
    )


def at(hour: int, minute: int = 0) -> datetime:
    return MONDAY.replace(hour=hour, minute=minute)


def book(
    bookings: Bookings, when: datetime, *, callback_id: str = "c1", phone: str = KIM, now: datetime = NOW
) -> object:
    return bookings.book(callback_id, phone, when, HOURS, now)


def booked(outcome: object) -> Record:
    assert isinstance(outcome, Booked)
    return outcome.record


def test_a_moment_is_booked_in_its_slot_and_woken_then(bookings: Bookings, alarms: Alarms) -> None:
    record = booked(book(bookings, at(15, 10)))

    assert record.slot == Slot("general", int(at(15).timestamp()))
    assert record.due_at == record.promised_at == int(at(15, 10).timestamp())
    assert alarms.set == [("c1", at(15, 10))]
    assert bookings.find(KIM) == record
    assert bookings.find(LEE) is None


def test_the_number_is_sealed_for_this_callback(bookings: Bookings) -> None:
    record = booked(book(bookings, at(15)))

    assert KIM.encode() not in record.phone
    assert LocalSealing(b"key").open(record.phone, "c1") == KIM


@pytest.mark.parametrize(
    "when",
    [at(10, 9), at(8), at(17, 59) + timedelta(minutes=1), at(15) + timedelta(days=1), at(15) + timedelta(days=14)],
    ids=["too soon", "before hours", "after hours", "closed that day", "too far ahead"],
)
def test_what_is_not_offered_is_neither_booked_nor_moved_to(bookings: Bookings, when: datetime) -> None:
    refused = book(bookings, when)
    record = booked(book(bookings, at(15)))

    moved = bookings.move("c1", when, HOURS, NOW)

    assert refused == moved == NotOffered()
    assert bookings.find(KIM) == record


def test_a_full_slot_says_so_and_the_nearest_free_moments_are_named(bookings: Bookings) -> None:
    book(bookings, at(15, 10))

    outcome = book(bookings, at(15, 20), callback_id="c2", phone=LEE)

    assert isinstance(outcome, SlotFull)
    assert bookings.nearest_free(at(15, 20), HOURS, NOW) == [at(15, 30), at(16)]
    assert bookings.nearest_free(at(16, 20), HOURS, NOW) == [at(16, 20), at(16, 30)]


def test_the_moment_itself_is_free_in_a_slot_that_has_begun(bookings: Bookings) -> None:
    assert bookings.nearest_free(at(10, 25), HOURS, NOW + timedelta(minutes=12), count=1) == [at(10, 25)]


def test_one_number_has_one_open_callback(bookings: Bookings) -> None:
    record = booked(book(bookings, at(15)))

    again = book(bookings, at(15), callback_id="c2")
    another = book(bookings, at(15, 10), callback_id="c3")

    assert again == Booked(record)
    assert another == AlreadyOpen(record)


def test_a_wish_repeated_with_another_moment_moves_the_callback(bookings: Bookings, alarms: Alarms) -> None:
    book(bookings, at(15))

    record = booked(book(bookings, at(16, 10)))

    assert record.promised_at == int(at(16, 10).timestamp())
    assert alarms.set[-1] == ("c1", at(16, 10))


def test_a_wish_repeated_while_an_operator_is_in_a_hurry_wakes_nobody(
    bookings: Bookings, ledger: CallbackTable, alarms: Alarms
) -> None:
    book(bookings, at(15))
    ledger.apply("c1", Event(kind=Kind.HURRIED), now=int(NOW.timestamp()))

    record = booked(book(bookings, at(15), now=NOW + timedelta(seconds=1)))

    assert record.due_at == int(NOW.timestamp())
    assert alarms.set == [("c1", at(15))]


def test_a_wish_repeated_with_another_moment_during_its_call_is_told_of_it(
    bookings: Bookings, ledger: CallbackTable
) -> None:
    dialling = in_a_call(bookings, ledger)

    assert book(bookings, at(17), now=at(15)) == AlreadyOpen(dialling)


def test_a_wish_repeated_after_its_callback_is_closed_is_a_fault(bookings: Bookings) -> None:
    book(bookings, at(15))
    bookings.cancel("c1", NOW)

    with pytest.raises(IdUsedUp, match="callback c1 is closed; another booking needs another id"):
        book(bookings, at(15), now=NOW + timedelta(seconds=1))


def test_a_move_wakes_at_the_new_moment(bookings: Bookings, alarms: Alarms) -> None:
    book(bookings, at(15))

    outcome = bookings.move("c1", at(16, 20), HOURS, NOW)

    assert booked(outcome).due_at == int(at(16, 20).timestamp())
    assert alarms.set == [("c1", at(15)), ("c1", at(16, 20))]


def test_a_move_may_fail_and_changes_nothing_then(bookings: Bookings, ledger: CallbackTable) -> None:
    book(bookings, at(16), callback_id="c2", phone=LEE)
    dialling = in_a_call(bookings, ledger)

    assert bookings.move("c2", at(15, 10), HOURS, NOW) == SlotFull(dialling.slot)
    assert bookings.move("c1", at(17), HOURS, NOW) == NotMovable(dialling)
    assert bookings.move("nobody", at(17), HOURS, NOW) == Missing()


def test_a_cancelled_callback_gives_way_to_another(bookings: Bookings) -> None:
    book(bookings, at(15))

    outcome = bookings.cancel("c1", NOW)
    another = book(bookings, at(15), callback_id="c2")

    assert isinstance(outcome, Applied)
    assert outcome.record.state is State.CANCELLED
    assert booked(another).callback_id == "c2"
    assert bookings.cancel("nobody", NOW) == Missing()


def in_a_call(bookings: Bookings, ledger: CallbackTable) -> Record:
    now = booked(book(bookings, at(15))).due_at
    ledger.apply("c1", Event(kind=Kind.LEASED, owner="me"), now=now)
    entered = ledger.enter("c1", owner="me", dial=1, free_agents=1, now=now)
    assert isinstance(entered, Applied)
    return entered.record
