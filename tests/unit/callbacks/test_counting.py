from datetime import date
from typing import TYPE_CHECKING

from callback_ledger.counting import CallbackCounts
from callback_ledger.events import Event, Kind
from callback_ledger.record import Slot, book
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callbacks.desk import TEN, no_pause

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient


def test_counts_open_callbacks_and_those_left_to_operators(client: "DynamoDBClient") -> None:
    ledger = CallbackTable(client, TABLE, Rules(), wait=no_pause)
    for number in range(6):
        slot = Slot("general", TEN + number * 1800)
        record = book(callback_id=f"{number:032x}", phone=b"-", lock=str(number), slot=slot, due_at=TEN, now=TEN)
        ledger.book(record, capacity=1)
    ledger.apply(f"{0:032x}", Event(kind=Kind.LEASED, owner="me"), now=TEN)
    ledger.apply(f"{0:032x}", Event(kind=Kind.UNSERVED, owner="me"), now=TEN)
    ledger.apply(f"{1:032x}", Event(kind=Kind.CANCELLED), now=TEN)
    counts = CallbackCounts(client, TABLE, wait=no_pause)

    found = counts.open(), counts.waiting_for_operator()

    assert found == (4, 1)


def test_a_day_is_claimed_once(client: "DynamoDBClient") -> None:
    counts = CallbackCounts(client, TABLE, wait=no_pause)
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)

    claims = [
        counts.claim_day(*each, now=TEN) for each in (("a", monday), ("a", monday), ("a", tuesday), ("b", monday))
    ]

    assert claims == [True, False, True, True]
