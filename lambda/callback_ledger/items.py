"""A callback as an item of DynamoDB, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from callback_ledger.keys import record_key, shard_of
from callback_ledger.record import Record, Slot
from callback_ledger.states import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import UniversalAttributeValueTypeDef

    from callback_ledger.rules import Rules

    Item = dict[str, UniversalAttributeValueTypeDef]

_DAY = 86_400
_TEXTS = ("callback_id", "lease_owner", "contact_id")
_FLAGS = ("cancel_wanted", "put_through", "settled")
_NUMBERS = (
    "due_at",
    "promised_at",
    "created_at",
    "wake_at",
    "version",
    "shifts",
    "attempts",
    "dial",
    "dialled_at",
    "lease_until",
    "postponements",
    "changed_at",
    "closed_at",
)


def to_item(record: Record, rules: Rules) -> Item:
    """Return the item. Only a closed callback expires; of a forgotten one there is neither number nor hash."""
    item: Item = {
        **record_key(record.callback_id),
        "state": {"S": record.state.value},
        "queue": {"S": record.slot.queue},
        "slot": {"N": str(record.slot.start)},
    }
    item |= {name: {"S": getattr(record, name)} for name in _TEXTS}
    item |= {name: {"N": str(getattr(record, name))} for name in _NUMBERS}
    item |= {name: {"BOOL": getattr(record, name)} for name in _FLAGS}
    if record.lock:  # an empty text cannot be the key of an index
        item |= {"phone": {"B": record.phone}, "lock": {"S": record.lock}}
    shard = shard_of(record)
    if shard is None:
        item["expires_at"] = {"N": str(record.closed_at + rules.keep_days * _DAY)}
    else:
        item["shard"] = {"S": shard}
    return item


def from_item(item: Mapping[str, Any]) -> Record:
    """Return the callback of an item."""
    fields: dict[str, Any] = {name: item[name]["S"] for name in _TEXTS}
    fields |= {name: int(item[name]["N"]) for name in _NUMBERS}
    fields |= {name: item[name]["BOOL"] for name in _FLAGS}
    return Record(
        state=State(item["state"]["S"]),
        phone=bytes(item["phone"]["B"]) if "phone" in item else b"",
        lock=item["lock"]["S"] if "lock" in item else "",
        slot=Slot(item["queue"]["S"], int(item["slot"]["N"])),
        **fields,
    )


def slot_expiry(slot: Slot, rules: Rules) -> str:
    """Return when the seats of a slot may go; whoever holds one longer loses nothing but the seat."""
    return str(slot.start + rules.keep_days * _DAY)
