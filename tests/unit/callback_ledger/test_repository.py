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
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.ledger import AlreadyOpen, Applied, Booked, Ignored, Missing, NotMovable, SlotFull
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


def wish(callback_id: str = "c1", *, lock: str = "", slot: Slot = MORNING) -> Record:
    return book(callback_id=callback_id, phone=b"\x00sealed", lock=lock or f"of-{callback_id}", slot=slot, now=NOW)


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
    assert second == AlreadyOpen("c1")
    assert items(client) == before


def test_a_move_changes_seats(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)

    moved = ledger.move("c1", NOON, capacity=1, now=NOW)
    again = ledger.move("c1", NOON, capacity=1, now=NOW)

    assert isinstance(moved, Booked)
    assert (moved.record.slot, moved.record.due_at) == (NOON, NOON.start)
    assert again == moved
    assert ledger.seats_taken([MORNING, NOON]) == [0, 1]


def test_a_move_into_a_full_slot_keeps_the_seat(ledger: CallbackTable) -> None:
    ledger.book(wish("c1"), capacity=1)
    ledger.book(wish("c2", slot=NOON), capacity=1)

    assert ledger.move("c1", NOON, capacity=1, now=NOW) == SlotFull(NOON)
    assert ledger.seats_taken([MORNING, NOON]) == [1, 1]


def test_nothing_is_moved_once_a_call_may_exist(ledger: CallbackTable) -> None:
    ledger.book(wish(), capacity=1)
    ledger.apply("c1", Event(kind=Kind.LEASED, owner="me"), now=NOW)
    dialling = ledger.apply("c1", Event(kind=Kind.ENTERED, owner="me", dial=1), now=NOW)
    assert isinstance(dialling, Applied)

    assert ledger.move("c1", NOON, capacity=1, now=NOW) == NotMovable(dialling.record)


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
    assert ledger.move("nobody", NOON, capacity=1, now=NOW) == Missing()
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
    for kind in (Kind.LEASED, Kind.ENTERED, Kind.REFUSED):
        ledger.apply("c3", Event(kind=kind, owner="me", dial=1), now=NOW)

    assert ledger.due(now=NOW, limit=10) == ["c1"]
    assert ledger.waiting_for_operator(limit=10) == ["c3"]


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
