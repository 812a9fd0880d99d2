"""What must hold after every step, read from the table itself and not through the ledger."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from callback_ledger.items import from_item
from callback_ledger.keys import lines_key, lock_key, slot_key
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import BEFORE_A_CALL, State
from tests.unit.callback_ledger.model_of_connect import BrokenPromise, Call

Items = Sequence[dict[str, Any]]
Holders = dict[str, set[str]]


class Promises:
    def __init__(self, rules: Rules, capacity: int) -> None:
        self._rules = rules
        self._capacity = capacity
        self._final: dict[str, Record] = {}
        self._seen: dict[str, Record] = {}

    def watch(self, item: dict[str, Any], now: int) -> None:
        """Check one write of a callback: what the customer chose stays until it is due, who wants to talk is heard."""
        record = from_item(item)
        seen = self._seen.get(record.callback_id, record)
        if record.shifts > seen.shifts and now < seen.due_at:
            raise BrokenPromise("moved before it was due")
        if (seen.state, record.state) == (State.TALKING, State.EXHAUSTED):
            raise BrokenPromise("given up, though the customer wanted to talk")
        self._seen[record.callback_id] = record

    def check(self, items: Items, calls: Sequence[Call]) -> list[Record]:
        records = [from_item(item) for item in items if item["sk"]["S"] == "RECORD"]
        self._seats(items, records)
        self._locks(items, records)
        self._lines(items, records)
        self._ends(records)
        self._calls(records, calls)
        for record in records:
            self._record(record)
        if any("+82" in item["pk"]["S"] for item in items):
            raise BrokenPromise("a telephone number in a key")
        return records

    def _seats(self, items: Items, records: list[Record]) -> None:
        taken = _holders(items, "seats")
        if taken != _wanted((slot_key(record.slot)["pk"]["S"], record) for record in records if record.is_open):
            raise BrokenPromise("seats taken are not the open bookings")
        if any(len(holders) > self._capacity for holders in taken.values()):
            raise BrokenPromise("more bookings than seats")

    def _locks(self, items: Items, records: list[Record]) -> None:
        locks = [(item["pk"]["S"], item["callback_id"]["S"]) for item in items if item["sk"]["S"] == "LOCK"]
        wanted = [(lock_key(record.lock)["pk"]["S"], record.callback_id) for record in records if record.is_open]
        if sorted(locks) != sorted(wanted):
            raise BrokenPromise("locks are not the open bookings")

    def _lines(self, items: Items, records: list[Record]) -> None:
        lines = ((lines_key(record.slot.queue)["pk"]["S"], record) for record in records if record.holds_line)
        if _holders(items, "lines") != _wanted(lines):
            raise BrokenPromise("lines held are not the calls that may need an agent")

    def _ends(self, records: list[Record]) -> None:
        for record in records:
            final = self._final.get(record.callback_id)
            if final and record not in (final, _forgotten(final, record)):
                raise BrokenPromise("a final state was left")
            if not record.is_open:
                self._final[record.callback_id] = record
        if len(self._final) > sum(not record.is_open for record in records):
            raise BrokenPromise("a closed callback is gone")

    def _calls(self, records: list[Record], calls: Sequence[Call]) -> None:
        known = {record.callback_id for record in records if record.is_open and not record.settled}
        if any(not call.ended and call.callback_id not in known for call in calls):
            raise BrokenPromise("a live call that the ledger holds to be over")
        talked_to = {call.callback_id for call in calls if call.confirmed}
        if any(record.state is State.DONE and record.callback_id not in talked_to for record in records):
            raise BrokenPromise("done, though the customer was never put through")

    def _record(self, record: Record) -> None:
        if not 0 <= record.attempts <= self._rules.max_attempts:
            raise BrokenPromise(f"{record.attempts} attempts")
        if not 0 <= record.shifts <= self._rules.max_shifts:
            raise BrokenPromise(f"moved {record.shifts} times")
        if record.state in BEFORE_A_CALL and not record.settled:
            raise BrokenPromise("waits while a call may exist")


def _holders(items: Items, name: str) -> Holders:
    return {item["pk"]["S"]: set(item[name]["SS"]) for item in items if item.get(name)}


def _wanted(places: Any) -> Holders:
    held: Holders = {}
    for place, record in places:
        held.setdefault(place, set()).add(record.callback_id)
    return held


def _forgotten(final: Record, record: Record) -> Record:
    return replace(final, phone=b"", lock="", contact_id="", version=final.version + 1, changed_at=record.changed_at)
