"""Forgetting a person."""

from dataclasses import replace

from callback_ledger.record import Record


def forget(record: Record, now: int) -> Record | None:
    """Take out of a closed callback what leads to a person: number, hash, and the call in Connect."""
    if record.is_open:
        return None
    if not record.lock:
        return record
    return replace(record, phone=b"", lock="", contact_id="", version=record.version + 1, changed_at=now)
