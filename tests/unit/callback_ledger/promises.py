"""What must hold after every step, read from the table itself and not through the ledger."""

from typing import Any

from callback_ledger.items import from_item
from callback_ledger.keys import lock_key, slot_key
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from tests.unit.callback_ledger.model_of_connect import BrokenPromise

Items = list[dict[str, Any]]


class Promises:
    def __init__(self, rules: Rules, capacity: int) -> None:
        self._rules = rules
        self._capacity = capacity
        self._final: dict[str, Record] = {}

    def check(self, items: Items) -> list[Record]:
        records = [from_item(item) for item in items if item["sk"]["S"] == "RECORD"]
        self._seats(items, records)
        self._locks(items, records)
        self._ends(records)
        for record in records:
            if not 0 <= record.attempts <= self._rules.max_attempts:
                raise BrokenPromise(f"{record.attempts} attempts")
        if any("+82" in item["pk"]["S"] for item in items):
            raise BrokenPromise("a telephone number in a key")
        return records

    def _seats(self, items: Items, records: list[Record]) -> None:
        taken = {item["pk"]["S"]: set(item["seats"]["SS"]) for item in items if item.get("seats")}
        held: dict[str, set[str]] = {}
        for record in records:
            if record.is_open:
                held.setdefault(slot_key(record.slot)["pk"]["S"], set()).add(record.callback_id)
        if taken != held:
            raise BrokenPromise("seats taken are not the open bookings")
        if any(len(holders) > self._capacity for holders in taken.values()):
            raise BrokenPromise("more bookings than seats")

    def _locks(self, items: Items, records: list[Record]) -> None:
        locks = [(item["pk"]["S"], item["callback_id"]["S"]) for item in items if item["sk"]["S"] == "LOCK"]
        wanted = [(lock_key(record.lock)["pk"]["S"], record.callback_id) for record in records if record.is_open]
        if sorted(locks) != sorted(wanted):
            raise BrokenPromise("locks are not the open bookings")

    def _ends(self, records: list[Record]) -> None:
        now = {record.callback_id: record for record in records}
        if any(now.get(callback_id) != final for callback_id, final in self._final.items()):
            raise BrokenPromise("a final state was left")
        self._final |= {record.callback_id: record for record in records if not record.is_open}
