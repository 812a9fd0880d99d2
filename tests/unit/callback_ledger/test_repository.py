from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from aicc_core.errors import Contention, Unavailable
from aicc_core.keyed_hash import LocalKeyedHash
from callback_ledger.bucket import Rate
from callback_ledger.events import NEEDS_A_PLACE, Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import (
    AlreadyOpen,
    Applied,
    Booked,
    EntryOutcome,
    Forgotten,
    Ignored,
    Missing,
    MoveOutcome,
    NoLine,
    NotForgettable,
    NotMovable,
    SlotFull,
)
from callback_ledger.record import Record, Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.states import State
from callback_ledger.writing import TRIES
from korean.clock import KOREA
from tests.unit.callback_ledger.callbacks_table import TABLE

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

RULES = Rules()
NOW = int(datetime(2026, 11, 23, 10, 0, tzinfo=KOREA).timestamp())
PHONE = "+821012345678"
MORNING, NOON = Slot("general", NOW), Slot("general", NOW + 7200)
CANCEL = Event(kind=Kind.CANCELLED)


@pytest.fixture
def waits() -> list[int]:
    return []


@pytest.fixture
def ledger(client: "DynamoDBClient", waits: list[int]) -> CallbackTable:
    return CallbackTable(client, TABLE, RULES, wait=waits.append)


def wish(callback_id: str = "c1", *, lock: str = "", slot: Slot = MORNING, now: int = NOW) -> Record:
    lock = lock or f"of-{callback_id}"
    return book(callback_id=callback_id, phone=b"\x00sealed", lock=lock, slot=slot, due_at=slot.start, now=now)


def move(
    ledger: CallbackTable, slot: Slot, *, due_at: int = 0, now: int = NOW, by_customer: bool = True
) -> MoveOutcome:
    due_at = due_at or slot.start
    return ledger.move("c1", slot, due_at=due_at, capacity=1, now=now, by_customer=by_customer)


def dial(ledger: CallbackTable, callback_id: str = "c1", *, free_agents: int = 1) -> EntryOutcome:
    ledger.apply(callback_id, Event(kind=Kind.LEASED, owner="me"), now=NOW)
    return ledger.enter(callback_id, owner="me", dial=1, free_agents=free_agents, now=NOW)


def lines(client: "DynamoDBClient") -> list[str]:
    return sorted(items(client).get("LINES#general", {}).get("lines", {}).get("SS", []))


def items(client: "DynamoDBClient") -> dict[str, dict[str, Any]]:
    return {str(item["pk"]["S"]): dict(item) for item in client.scan(TableName=TABLE)["Items"]}


def test_a_booking_takes_a_seat_and_locks_the_number(ledger: CallbackTable) -> None:
    record = wish()

    outcome = ledger.book(record, capacity=1)

    assert outcome == Booked(record)
    assert ledger.record("c1") == record
    assert ledger.open_under("of-c1") == record
    assert ledger.seats_taken([MORNING, NOON]) == [1, 0]


def test_the_same_booking_again_is_recognised(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    again = ledger.book(replace(wish(), created_at=NOW + 5), capacity=1)

    assert again == Booked(wish())
    assert ledger.seats_taken([MORNING]) == [1]


def test_a_full_slot_and_an_open_callback_are_answers_that_change_nothing(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    ledger.book(wish("c1", lock="kim"), capacity=1)
    before = items(client)

    full = ledger.book(wish("c2"), capacity=1)
    second = ledger.book(wish("c3", lock="kim", slot=NOON), capacity=1)

    assert full == SlotFull(MORNING)
    assert second == AlreadyOpen(wish("c1", lock="kim"))
    assert items(client) == before


def test_a_move_changes_seats(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    moved = move(ledger, NOON, due_at=NOON.start + 600)
    again = move(ledger, NOON, due_at=NOON.start + 600)

    assert isinstance(moved, Booked)
    assert (moved.record.slot, moved.record.due_at) == (NOON, NOON.start + 600)
    assert again == moved
    assert ledger.seats_taken([MORNING, NOON]) == [0, 1]


def test_a_move_into_a_full_slot_keeps_the_seat(ledger: CallbackTable) -> None:
    ledger.book(wish("c1"), capacity=1)
    ledger.book(wish("c2", slot=NOON), capacity=1)

    assert move(ledger, NOON) == SlotFull(NOON)
    assert ledger.seats_taken([MORNING, NOON]) == [1, 1]


def test_nothing_is_moved_once_a_call_may_exist(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)
    dialling = dial(ledger)
    assert isinstance(dialling, Applied)

    assert move(ledger, NOON) == NotMovable(dialling.record)


def test_a_move_within_the_slot_keeps_the_seat(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    moved = move(ledger, MORNING, due_at=NOW + 600)

    assert isinstance(moved, Booked)
    assert moved.record.due_at == NOW + 600
    assert ledger.seats_taken([MORNING]) == [1]


def test_we_move_what_is_due_to_a_later_slot_and_the_customer_moves_it_back_on_time(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    too_soon = move(ledger, NOON, now=NOW - 1, by_customer=False)
    shifted = move(ledger, NOON, by_customer=False)
    moved = move(ledger, MORNING)

    assert isinstance(too_soon, NotMovable)
    assert isinstance(shifted, Booked)
    assert isinstance(moved, Booked)
    assert (shifted.record.shifts, moved.record.shifts) == (1, 0)
    assert ledger.seats_taken([MORNING, NOON]) == [1, 0]


def test_a_dial_takes_a_line_only_while_an_agent_is_free_for_it(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    for callback_id in ("c1", "c2", "c3"):
        ledger.book(wish(callback_id), capacity=3)

    outcomes = [
        dial(ledger, "c1", free_agents=0),
        dial(ledger, "c1"),
        dial(ledger, "c2"),
        dial(ledger, "c3", free_agents=2),
    ]

    assert [type(outcome) for outcome in outcomes] == [NoLine, Applied, NoLine, Applied]
    assert lines(client) == ["c1", "c3"]


def test_a_dial_that_is_entered_again_after_a_lost_answer_keeps_its_line(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    ledger.book(wish(), capacity=1)
    entered = dial(ledger)

    again = ledger.enter("c1", owner="me", dial=1, free_agents=0, now=NOW)

    assert again == entered
    assert lines(client) == ["c1"]


def test_a_dial_without_a_right_to_it_takes_no_line(client: "DynamoDBClient", ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    outcome = ledger.enter("c1", owner="me", dial=1, free_agents=1, now=NOW)

    assert outcome == Ignored(wish())
    assert lines(client) == []


@pytest.mark.parametrize("kind", [Kind.THROTTLED, Kind.REFUSED, Kind.CONFIRMED, Kind.TALKED, Kind.NOT_REACHED])
def test_a_call_that_needs_no_agent_any_more_gives_its_line_back(
    client: "DynamoDBClient", ledger: CallbackTable, kind: Kind
) -> None:
    ledger.book(wish(), capacity=1)
    dial(ledger)

    ledger.apply("c1", Event(kind=kind, dial=1), now=NOW)

    assert lines(client) == []


def test_a_call_in_doubt_keeps_its_line_and_one_found_again_takes_one(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    ledger.book(wish(), capacity=1)
    dial(ledger)
    held = []

    for kind, seconds in ((Kind.TIMED_OUT, 0), (Kind.OVERDUE, RULES.settle_within), (Kind.ACCEPTED, 2000)):
        ledger.apply("c1", Event(kind=kind, dial=1), now=NOW + seconds)
        held.append(lines(client))

    assert held == [["c1"], [], ["c1"]]


@pytest.mark.parametrize("kind", sorted(NEEDS_A_PLACE))
def test_what_needs_a_place_is_no_mere_event(ledger: CallbackTable, kind: Kind) -> None:
    with pytest.raises(ValueError, match=f"{kind} takes a seat or a line; use `enter` or `move`"):
        ledger.apply("c1", Event(kind=kind), now=NOW)


def test_a_cancelled_callback_frees_seat_and_number_and_expires(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    ledger.book(wish("c1", lock="kim"), capacity=1)

    outcome = ledger.apply("c1", CANCEL, now=NOW)
    next_one = ledger.book(wish("c2", lock="kim"), capacity=1)

    assert isinstance(outcome, Applied)
    assert outcome.record.state is State.CANCELLED
    assert isinstance(next_one, Booked)
    closed, open_ = items(client)["CALLBACK#c1"], items(client)["CALLBACK#c2"]
    assert closed["expires_at"]["N"] == str(NOW + 30 * 86_400)
    assert "shard" not in closed
    assert "expires_at" not in open_


def test_an_event_that_changes_nothing_writes_nothing(client: "DynamoDBClient", ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)
    ledger.apply("c1", CANCEL, now=NOW)
    before = items(client)

    again = ledger.apply("c1", CANCEL, now=NOW + 1)

    assert isinstance(again, Ignored)
    assert items(client) == before


def test_what_is_not_there_is_missing(ledger: CallbackTable) -> None:
    assert ledger.record("nobody") is None
    assert ledger.open_under("nobody") is None
    assert ledger.apply("nobody", CANCEL, now=NOW) == Missing()
    assert move(ledger, NOON) == Missing()
    assert ledger.enter("nobody", owner="me", dial=1, free_agents=1, now=NOW) == Missing()
    assert ledger.forget("nobody", NOW) == Missing()
    assert ledger.callbacks_of("nobody") == []
    assert ledger.open_callbacks(10) == []
    assert ledger.seats_taken([]) == []


def test_no_key_and_no_text_tells_the_number(client: "DynamoDBClient", ledger: CallbackTable) -> None:
    lock = lock_of(PHONE, LocalKeyedHash(b"key"))

    ledger.book(wish(lock=lock), capacity=1)

    assert lock == lock_of(PHONE, LocalKeyedHash(b"key"))
    assert "12345678" not in str(items(client))
    assert f"PHONE#{lock}" in items(client)


def test_the_sweeper_finds_what_is_due_and_the_operator_what_waits_for_him(ledger: CallbackTable) -> None:
    for callback_id in ("c1", "c2", "c3"):
        ledger.book(wish(callback_id), capacity=3)
    ledger.book(wish("later", slot=NOON), capacity=3)
    ledger.apply("c2", CANCEL, now=NOW)
    dial(ledger, "c3")
    ledger.apply("c3", Event(kind=Kind.REFUSED, dial=1), now=NOW)

    assert ledger.due(now=NOW, limit=10) == ["c1"]
    assert [each.callback_id for each in ledger.open_callbacks(1)] == ["c3"]
    assert [record.callback_id for record in ledger.open_callbacks(10)] == ["c3", "c1", "later"]
    assert [record.callback_id for record in ledger.open_callbacks(2)] == ["c3", "c1"]


@pytest.mark.thorough
def test_an_operator_sees_more_callbacks_than_one_batch_holds(ledger: CallbackTable) -> None:
    for number in range(101):
        ledger.book(wish(f"c{number}"), capacity=101)

    assert len(ledger.open_callbacks(500)) == 101


def test_all_callbacks_of_a_number_are_found_until_they_are_forgotten(
    client: "DynamoDBClient", ledger: CallbackTable
) -> None:
    ledger.book(wish("c1", lock="kim"), capacity=2)
    ledger.apply("c1", CANCEL, now=NOW)
    ledger.book(wish("c2", lock="kim", now=NOW + 1), capacity=2)
    ledger.book(wish("c3", lock="lee"), capacity=2)
    found = ledger.callbacks_of("kim")

    outcome, again = ledger.forget("c1", NOW + 2), ledger.forget("c1", NOW + 3)

    assert found == ["c1", "c2"]
    assert isinstance(outcome, Forgotten)
    assert again == outcome
    assert ledger.record("c1") == outcome.record
    assert ledger.callbacks_of("kim") == ["c2"]
    assert not {"phone", "lock"} & set(items(client)["CALLBACK#c1"])


def test_an_open_callback_is_not_forgotten(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    assert ledger.forget("c1", NOW) == NotForgettable(wish())


def test_tokens_come_at_the_rate_and_no_faster(ledger: CallbackTable) -> None:
    rate = Rate(per_second=2, burst=2)
    times = [0, 0, 0, 499, 500, 501, 5000, 5000, 5000]

    taken = [ledger.take_token("dial", rate, now_ms=NOW * 1000 + time) for time in times]

    assert taken == [True, True, False, False, True, False, True, True, False]


@pytest.fixture
def stubbed() -> Iterator[tuple["DynamoDBClient", Stubber]]:
    client = boto3.client("dynamodb", region_name="ap-northeast-2")
    with Stubber(client) as stubber:
        yield client, stubber


def cancelled(stubber: Stubber, *codes: str) -> None:
    stubber.add_client_error(
        "transact_write_items",
        "TransactionCanceledException",
        modeled_fields={"CancellationReasons": [{"Code": code} for code in codes]},
    )


def test_a_conflict_is_tried_again_with_the_same_token(
    stubbed: tuple["DynamoDBClient", Stubber], waits: list[int]
) -> None:
    client, stubber = stubbed
    tokens: list[str] = []
    client.meta.events.register(
        "provide-client-params.dynamodb.TransactWriteItems",
        lambda params, **_: tokens.append(params["ClientRequestToken"]),
    )
    cancelled(stubber, "None", "ConditionalCheckFailed", "TransactionConflict")
    stubber.add_client_error("transact_write_items", "TransactionInProgressException")
    stubber.add_response("transact_write_items", {})

    outcome = CallbackTable(client, TABLE, RULES, wait=waits.append).book(wish(), capacity=1)

    assert outcome == Booked(wish())
    assert len(tokens) == 3
    assert len(set(tokens)) == 1
    assert waits == [1, 2]


def test_endless_conflicts_are_a_fault(stubbed: tuple["DynamoDBClient", Stubber], waits: list[int]) -> None:
    client, stubber = stubbed
    for _ in range(TRIES):
        cancelled(stubber, "TransactionConflict", "None", "None")

    with pytest.raises(Contention, match="a write lost 8 times"):
        CallbackTable(client, TABLE, RULES, wait=waits.append).book(wish(), capacity=1)


def test_a_fault_of_dynamodb_stays_a_fault(stubbed: tuple["DynamoDBClient", Stubber]) -> None:
    client, stubber = stubbed
    stubber.add_client_error("transact_write_items", "ThrottlingException")

    with pytest.raises(ClientError, match="ThrottlingException"):
        CallbackTable(client, TABLE, RULES).book(wish(), capacity=1)


def test_keys_left_unprocessed_are_a_fault(stubbed: tuple["DynamoDBClient", Stubber]) -> None:
    client, stubber = stubbed
    left = {TABLE: {"Keys": [{"pk": {"S": "SLOT#x"}, "sk": {"S": "SEATS"}}]}}
    stubber.add_response("batch_get_item", {"Responses": {}, "UnprocessedKeys": left})

    with pytest.raises(Unavailable, match="DynamoDB left keys of the batch unprocessed"):
        CallbackTable(client, TABLE, RULES).seats_taken([MORNING])
