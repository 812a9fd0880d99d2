"""What docs/callbacks.md says a callback costs is what the code asks for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from aicc_core.keyed_hash import LocalKeyedHash
from aicc_core.opening_hours import OpeningHours, OpenTimes
from callback_ledger.booking import Bookings
from callback_ledger.events import Event, Kind
from callback_ledger.keys import slot_key
from callback_ledger.record import Record
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.slots import SlotRules, slot_of
from callback_ledger.telling import Telling
from dial_callback.logic import dial
from dial_callback.means import Means
from korean.clock import KOREA
from report_callback.logic import Step, read_report, report
from tests.unit.callback_ledger.callbacks_table import TABLE
from tests.unit.callback_ledger.counting_dynamodb import CountingDynamoDb, Units
from tests.unit.callback_ledger.memory_dynamodb import MemoryDynamoDb
from track_callbacks.contact_event import ContactEvent
from track_callbacks.logic import track

DOCS = Path(__file__).parents[3] / "docs"
ID = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d"
CONTACT = "5e9dc54e-fa12-4ca6-9396-436d870b42dc"
PHONE = "+821012345678"
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=KOREA)
WHEN = datetime(2026, 11, 23, 15, 20, tzinfo=KOREA)
SLOT_RULES = SlotRules()
HOURS = OpeningHours(text="", week=dict.fromkeys(range(7), (OpenTimes(540, 1080),)), special_days={})


@dataclass(slots=True)
class Counted:
    """Requests of one step."""

    units: Units
    kms: int = 0
    woken: int = 0

    def row(self) -> list[int]:
        return [self.units.read, self.units.written, self.units.in_indexes, self.kms, self.woken]


class Office:
    """Everything that a callback meets, with KMS, Connect and the wakers counted."""

    def __init__(self) -> None:
        self.time = int(NOW.timestamp())
        self.client = CountingDynamoDb(MemoryDynamoDb(lambda: self.time))
        self.counted = Counted(self.client.units)
        self.agents = 1
        self.hash = LocalKeyedHash(b"key")
        self.ledger = CallbackTable(self.client, TABLE, Rules(), wait=lambda _: None)  # type: ignore[arg-type]  # the part used
        self.telling = Telling(self.ledger, self, self)

    # Stands for all ports: requests to KMS and wakings count, and a sealed number is about as long as KMS makes it.
    def clock(self) -> float:
        """Time goes on with each look at it."""
        self.time += 1
        return self.time

    def seal(self, phone: str, callback_id: str) -> bytes:
        self.counted.kms += 1
        return bytes(170)

    def open(self, sealed: bytes, callback_id: str) -> str:
        self.counted.kms += 1
        return PHONE

    def secret_of(self, subject: str) -> bytes:
        self.counted.kms += 1
        return self.hash.secret_of(subject)

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        self.counted.woken += 1

    def add(self, name: str, value: float = 1) -> None:
        pass

    def free_agents(self) -> int:
        return self.agents

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        return Event(kind=Kind.ACCEPTED, dial=record.dial, contact_id=CONTACT)

    def of(self, contact_id: str) -> dict[str, str]:
        return {"callback_id": ID, "callback_dial": "1"}

    def current(self, now: datetime) -> OpeningHours:
        return HOURS

    def bookings(self, rules: SlotRules = SLOT_RULES) -> Bookings:
        return Bookings(ledger=self.ledger, sealing=self, keyed_hash=self, waking=self, rules=rules, queue="general")

    def find(self) -> None:
        self.bookings().find(PHONE)

    def book(self) -> None:
        self.bookings().book(ID, PHONE, WHEN, HOURS, NOW)

    def change(self) -> None:
        self.bookings().move(ID, WHEN.replace(hour=16), HOURS, NOW)

    def cancel(self) -> None:
        self.bookings().cancel(ID, NOW)

    def dial(self, *, agents: int = 1, hour: int = 15, minute: int = 20) -> None:
        self.agents = agents
        self.time = int(WHEN.replace(hour=hour, minute=minute).timestamp())
        means = Means(
            ledger=self.ledger,
            waking=self,
            telephone=self,
            sealing=self,
            opening_hours=self,
            rules=Rules(),
            slot_rules=SLOT_RULES,
            measures=self,
            clock=self.clock,
        )
        dial(ID, f"run-{self.time}", means)

    def report(self, step: Step) -> None:
        report(read_report(step, ID, "1", CONTACT), self.telling, Rules(), int(self.clock()))

    def hear(self, event_type: str, *, wanted: bool = True) -> None:
        event = ContactEvent(
            event_type=event_type,
            contact_id=CONTACT,
            instance_id="i",
            channel="VOICE",
            initiation_method="API",
            wanted=wanted,
        )
        track(event, instance_id="i", attributes=self, telling=self.telling, now=int(self.clock()))


def counted(office: Office, *steps: Callable[[], Any]) -> list[int]:
    """What the last step asks for."""
    for step in steps:
        office.client.units = Units()
        office.counted = Counted(office.client.units)
        step()
    return office.counted.row()


def life(name: str) -> list[int]:
    """What the step of that name asks for, after those that come before it."""
    office = Office()
    reached: dict[str, Callable[[], Any]] = {
        "find": office.find,
        "book": office.book,
        "dial": office.dial,
        "answered": partial(office.report, Step.ANSWERED),
        "confirmed": partial(office.report, Step.CONFIRMED),
        "connected": partial(office.hear, "CONNECTED_TO_AGENT"),
        "disconnected": partial(office.hear, "DISCONNECTED"),
        "completed": partial(office.hear, "COMPLETED"),
    }
    if name in reached:
        return counted(office, *list(reached.values())[: list(reached).index(name) + 1])
    others: dict[str, list[Callable[[], Any]]] = {
        "change": [office.book, office.change],
        "cancel": [office.book, office.cancel],
        "nobody free": [office.book, partial(office.dial, agents=0)],
        "not reached": [office.book, office.dial, partial(office.hear, "DISCONNECTED", wanted=False)],
    }
    return counted(office, *others[name])


def said(document: str) -> dict[str, list[int]]:
    """The rows of the table: a name in code, and five numbers."""
    text = (DOCS / document).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z ]+)` \|[^|]*\|((?: \d+ \|){5})$", text, re.MULTILINE)
    return {name: [int(number) for number in re.findall(r"\d+", numbers)] for name, numbers in rows}


NAMES = ["find", "book", "dial", "answered", "confirmed", "connected", "disconnected", "completed"]
OTHERS = ["change", "cancel", "nobody free", "not reached"]


@pytest.mark.parametrize("document", ["callbacks.md", "callbacks.ko.md"])
def test_the_document_says_what_each_step_asks_for(document: str) -> None:
    assert said(document) == {name: life(name) for name in NAMES + OTHERS}


@pytest.mark.parametrize(("taken", "units"), [(4, 2), (100, 8), (500, 32), (999, 64)])
def test_a_seat_costs_more_in_a_full_slot(taken: int, units: int) -> None:
    office = Office()
    seats = {":me": {"SS": [f"{number:032x}" for number in range(taken)]}}
    key = slot_key(slot_of(WHEN, "general", SLOT_RULES))
    update = {
        "TableName": TABLE,
        "Key": key,
        "UpdateExpression": "ADD seats :me",
        "ExpressionAttributeValues": seats,
    }
    office.client.transact_write_items(TransactItems=[{"Update": update}], ClientRequestToken="taken")
    bookings = office.bookings(SlotRules(capacity=1000))

    written = counted(office, lambda: bookings.book(ID, PHONE, WHEN, HOURS, NOW))[1]

    assert written == 4 + units
    assert units == 2 * -(-(32 * taken + 80) // 1024)
