"""Names of the items, in which nothing about the customer can be read.

    CALLBACK#<id>                  RECORD   a callback
    SLOT#<queue>#<start in Korea>  SEATS    the callbacks that hold a seat in the slot
    LINES#<queue>                  LINES    the callbacks whose call needs an agent or may come to need one
    PHONE#<keyed hash>             LOCK     the open callback of a telephone number
    RATE#<name>                    BUCKET   tokens for what Connect allows so many times a second

The index `wake` has the open callbacks by `shard` and `wake_at`; those that wait for an operator under a shard of
their own. The index `phone` has all callbacks of a telephone number, closed ones too, by `lock` and `created_at`.
Both have keys only.
"""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import TYPE_CHECKING, Any

from aicc_core.keyed_hash import fingerprint
from callback_ledger.states import State
from korean.clock import KOREA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aicc_core.keyed_hash import KeyedHash
    from callback_ledger.record import Record, Slot

    Key = dict[str, dict[str, str]]

INDEX = "wake"
PHONE_INDEX = "phone"
SHARDS = ("OPEN#0", "OPEN#1", "OPEN#2", "OPEN#3")  # one takes 1,000 writes a second
OPERATOR_SHARD = "OPERATOR"


def record_key(callback_id: str) -> Key:
    """Return the key of a callback."""
    return _key(f"CALLBACK#{callback_id}", "RECORD")


def id_of(key: Mapping[str, Any]) -> str:
    """Return the callback_id in the key of a callback.

    >>> id_of(record_key("c"))
    'c'
    """
    name: str = key["pk"]["S"]
    return name.removeprefix("CALLBACK#")


def slot_key(slot: Slot) -> Key:
    """Return the key of the seats of a slot."""
    return _key(f"SLOT#{slot.queue}#{datetime.fromtimestamp(slot.start, KOREA).isoformat()}", "SEATS")


def lines_key(queue: str) -> Key:
    """Return the key of the lines of a queue."""
    return _key(f"LINES#{queue}", "LINES")


def lock_key(lock: str) -> Key:
    """Return the key of the lock on a telephone number."""
    return _key(f"PHONE#{lock}", "LOCK")


def bucket_key(name: str) -> Key:
    """Return the key of a token bucket."""
    return _key(f"RATE#{name}", "BUCKET")


def lock_of(phone: str, keyed_hash: KeyedHash) -> str:
    """Return what stands for a telephone number (E.164): one number, one open callback."""
    return fingerprint(keyed_hash.secret_of(phone), "callback")


def shard_of(record: Record) -> str | None:
    """Return where the sweeper finds a callback; None when it is closed."""
    if not record.is_open:
        return None
    if record.state is State.NEEDS_OPERATOR:
        return OPERATOR_SHARD
    return SHARDS[zlib.crc32(record.callback_id.encode()) % len(SHARDS)]


def _key(partition: str, sort: str) -> Key:
    return {"pk": {"S": partition}, "sk": {"S": sort}}
