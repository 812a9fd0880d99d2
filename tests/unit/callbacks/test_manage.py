from typing import TYPE_CHECKING, Any, cast

import pytest

from aicc_core.keyed_hash import LocalKeyedHash
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import Booked
from callback_ledger.record import Record, Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.states import State
from callback_ledger.telling import Telling
from manage_callbacks.logic import manage
from manage_callbacks.means import Means
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callbacks.desk import ID, PHONE, RULES, SEALING, TEN, no_pause
from tests.unit.callbacks.indexed_dynamodb import IndexedDynamoDb
from tests.unit.callbacks.ports import Counted, Wakings, at

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

HASH = LocalKeyedHash(b"key")
OTHER = "1" * 32
Answer = dict[str, Any]


class DeadLetters:
    def __init__(self) -> None:
        self.moved = {"dial": "", "events": ""}

    def redrive(self) -> dict[str, str]:
        return self.moved


class Office:
    def __init__(self) -> None:
        client = cast("DynamoDBClient", IndexedDynamoDb(lambda: self.now))
        self.ledger = CallbackTable(client, TABLE, RULES, wait=no_pause)
        self.waking = Wakings()
        self.measures = Counted()
        self.dead_letters = DeadLetters()
        self.now = TEN

    def ask(self, action: str, **fields: object) -> Answer:
        means = Means(
            ledger=self.ledger,
            telling=Telling(self.ledger, self.waking, self.measures),
            keyed_hash=HASH,
            dead_letters=self.dead_letters,
            rules=RULES,
            now=self.now,
        )
        return manage({"action": action, **fields}, means)

    def book(self, callback_id: str = ID, *, due_at: int = TEN, phone: str = PHONE, now: int = TEN - 3600) -> Record:
        record = book(
            callback_id=callback_id,
            phone=SEALING.seal(phone, callback_id),
            lock=lock_of(phone, HASH),
            slot=Slot("general", due_at),
            due_at=due_at,
            now=now,
        )
        assert isinstance(self.ledger.book(record, capacity=4), Booked)
        return record

    def enter(self, callback_id: str = ID, *, dial: int = 1) -> None:
        self.tell(Kind.LEASED, callback_id)
        self.ledger.enter(callback_id, owner="me", dial=dial, free_agents=9, now=self.now)

    def tell(self, kind: Kind, callback_id: str = ID, *, dial: int = 1) -> None:
        self.ledger.apply(callback_id, Event(kind=kind, dial=dial, owner="me", contact_id="contact-1"), now=self.now)

    def bring_to(self, state: State) -> None:
        """Bring a new callback there."""
        self.book()
        match state:
            case State.NEEDS_OPERATOR:
                self.enter()
                self.tell(Kind.TIMED_OUT)
                self.now += RULES.settle_within
                self.tell(Kind.OVERDUE)
            case State.RINGING:
                self.enter()
                self.tell(Kind.ACCEPTED)
            case State.DONE:
                self.enter()
                self.tell(Kind.TALKED)
            case State.CANCELLED:
                self.tell(Kind.CANCELLED)
        assert self.state() is state

    def state(self, callback_id: str = ID) -> State:
        record = self.ledger.record(callback_id)
        assert record
        return record.state


@pytest.fixture
def office() -> Office:
    return Office()


def test_lists_what_needs_an_operator_first(office: Office) -> None:
    office.book(OTHER, due_at=at(11), phone="+821099998888")
    office.bring_to(State.NEEDS_OPERATOR)

    answer = office.ask("list")

    assert answer["ok"]
    assert [each["callback_id"] for each in answer["callbacks"]] == [ID, OTHER]
    assert answer["callbacks"][1] == {
        "callback_id": OTHER,
        "state": "booked",
        "queue": "general",
        "due_at": "2026-11-23T11:00:00+09:00",
        "promised_at": "2026-11-23T11:00:00+09:00",
        "attempts": 0,
        "shifts": 0,
        "changed_at": "2026-11-23T09:00:00+09:00",
        "contact_id": "",
        "next": "is dialled at 2026-11-23T11:00:00+09:00, attempt 1 of 3",
    }


def test_lists_those_of_a_state_behind_others(office: Office) -> None:
    office.bring_to(State.NEEDS_OPERATOR)
    office.book(OTHER, due_at=at(11), phone="+821099998888")
    office.book("2" * 32, due_at=at(12), phone="+821077776666")

    answer = office.ask("list", state="booked", limit=1)

    assert [each["callback_id"] for each in answer["callbacks"]] == [OTHER]


@pytest.mark.parametrize("state", [State.BOOKED, State.RINGING, State.NEEDS_OPERATOR, State.DONE, State.CANCELLED])
def test_shows_everything_but_what_leads_to_the_customer(office: Office, state: State) -> None:
    office.bring_to(state)

    shown = office.ask("show", callback_id=ID)["callback"]

    assert shown["state"] == state
    assert shown["next"]
    assert not {"phone", "lock"} & set(shown)
    assert lock_of(PHONE, HASH) not in str(shown)
    assert {"slot", "created_at", "wake_at", "dial", "closed_at", "cancel_wanted"} <= set(shown)


def test_retries_at_once_what_waits(office: Office) -> None:
    office.book(due_at=at(15))

    answer = office.ask("retry", callback_id=ID)

    assert answer["callback"]["due_at"] == "2026-11-23T10:00:00+09:00"
    assert answer["callback"]["promised_at"] == "2026-11-23T15:00:00+09:00"
    assert office.waking.woken == [(ID, TEN)]


def test_retries_what_reached_nobody_after_the_usual_delay(office: Office) -> None:
    office.bring_to(State.NEEDS_OPERATOR)

    answer = office.ask("retry", callback_id=ID)

    assert answer["callback"]["state"] == "waiting"
    assert office.waking.woken == [(ID, office.now + RULES.first_delay)]
    assert office.measures.names == ["NotReached"]


def test_whoever_wanted_to_talk_in_the_last_attempt_is_left_to_the_operator_and_not_closed(office: Office) -> None:
    office.book()
    for dial in range(1, RULES.max_attempts + 1):
        office.enter(dial=dial)
        office.tell(Kind.CONFIRMED, dial=dial)
        office.tell(Kind.NOT_REACHED, dial=dial)
        office.now += RULES.delay_after(dial)

    shown, answer = office.ask("show", callback_id=ID), office.ask("retry", callback_id=ID)

    assert shown["callback"]["next"] == (
        "wanted to talk and was not put through, no attempt is left; call the number in Connect, then settle"
    )
    assert answer == {"ok": False, "error": f"callback_id: {ID} has no attempt left; settle it, or cancel it"}
    assert office.ask("settle", callback_id=ID, **{"as": "talked"})["callback"]["state"] == "done"


@pytest.mark.parametrize("state", [State.RINGING, State.DONE])
def test_retries_nothing_that_is_under_way_or_over(office: Office, state: State) -> None:
    office.bring_to(state)

    answer = office.ask("retry", callback_id=ID)

    assert answer == {
        "ok": False,
        "error": f"callback_id: {ID} is {state}; only what waits or needs you can be retried",
    }
    assert office.state() is state


def test_cancels_once_and_says_so_twice(office: Office) -> None:
    office.book()

    answers = [office.ask("cancel", callback_id=ID) for _ in range(2)]

    assert [each["callback"]["state"] for each in answers] == ["cancelled", "cancelled"]
    assert office.measures.names == ["Cancelled"]


def test_a_call_under_way_is_not_cut_off_by_a_cancellation(office: Office) -> None:
    office.bring_to(State.RINGING)

    answer = office.ask("cancel", callback_id=ID)

    assert answer["callback"]["state"] == "ringing"
    assert office.ask("show", callback_id=ID)["callback"]["cancel_wanted"] is True


def test_what_is_done_cannot_be_cancelled(office: Office) -> None:
    office.bring_to(State.DONE)

    assert office.ask("cancel", callback_id=ID)["ok"] is False


@pytest.mark.parametrize(
    ("found", "state"),
    [("talked", State.DONE), ("not_reached", State.WAITING), ("given_up", State.EXHAUSTED)],
)
def test_settles_what_only_a_person_could_find_out(office: Office, found: str, state: State) -> None:
    office.bring_to(State.NEEDS_OPERATOR)

    answer = office.ask("settle", callback_id=ID, **{"as": found})

    assert answer["callback"]["state"] == state
    assert office.ask("settle", callback_id=ID, **{"as": found})["ok"] is False


def test_settles_nothing_that_goes_on_by_itself(office: Office) -> None:
    office.bring_to(State.RINGING)

    answer = office.ask("settle", callback_id=ID, **{"as": "talked"})

    assert answer["error"] == f"callback_id: {ID} is ringing; only what needs you can be settled"


@pytest.mark.parametrize("action", ["show", "retry", "cancel", "forget"])
def test_says_when_there_is_no_such_callback(office: Office, action: str) -> None:
    answer = office.ask(action, callback_id=ID)

    assert answer["error"] == f"callback_id: {ID} does not exist; list shows those that are open"


def test_says_what_is_wrong_with_a_request(office: Office) -> None:
    assert office.ask("list", limit=0) == {
        "ok": False,
        "error": "limit: 0 is no whole number from 1 to 1000; give one, such as 50",
    }


def test_forgets_an_open_callback_by_cancelling_it(office: Office) -> None:
    office.book()

    answers = [office.ask("forget", callback_id=ID) for _ in range(2)]

    assert answers == [{"ok": True, "forgotten": [ID]}] * 2
    record = office.ledger.record(ID)
    assert record
    assert (record.state, record.phone, record.lock) == (State.CANCELLED, b"", "")


def test_forgets_all_callbacks_of_a_number_and_no_others(office: Office) -> None:
    office.bring_to(State.DONE)
    second, third = "2" * 32, "3" * 32
    office.book(second, due_at=at(15), now=TEN)
    office.book(third, due_at=at(16), phone="+821099998888")

    answer = office.ask("forget", phone="010-1234-5678")

    assert answer == {"ok": True, "forgotten": [ID, second]}
    assert [office.state(each) for each in (ID, second, third)] == [State.DONE, State.CANCELLED, State.BOOKED]
    assert office.ask("forget", phone=PHONE) == {"ok": True, "forgotten": []}


def test_forgets_the_open_callback_that_the_index_does_not_know_yet(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.book()
    monkeypatch.setattr(office.ledger, "callbacks_of", lambda _: [])

    assert office.ask("forget", phone=PHONE) == {"ok": True, "forgotten": [ID]}


def test_says_what_could_not_be_forgotten_yet(office: Office) -> None:
    office.bring_to(State.RINGING)

    answers = [office.ask("forget", phone=PHONE), office.ask("forget", callback_id=ID)]

    assert [each["ok"] for each in answers] == [False, False]
    assert answers[0]["error"] == (
        f"phone: {ID} may have a call, so that only 0 of 1 could be forgotten; settle it or wait, then ask again"
    )
    office.tell(Kind.NOT_REACHED)
    assert office.ask("forget", phone=PHONE) == {"ok": True, "forgotten": [ID]}


def test_has_dead_letters_moved(office: Office) -> None:
    assert office.ask("redrive") == {"ok": True, "moving": ["dial", "events"]}


def test_says_which_dead_letters_could_not_be_moved(office: Office) -> None:
    office.dead_letters.moved = {"dial": "", "events": "UnsupportedOperation"}

    answer = office.ask("redrive")

    assert answer["error"] == (
        "dead letters: events (UnsupportedOperation) could not be moved; see whether a move is under way, and ask again"
    )
