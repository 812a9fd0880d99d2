"""Whether a request may go to Connect at this very moment; asked right before it is sent."""

from callback_ledger.calling_window import is_daytime
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import State


def may_dial(record: Record, owner: str, rules: Rules, now: int) -> bool:
    """Whether the dial just entered may be sent, so that its answer is here before the lease runs out."""
    if record.state is not State.DIALLING or not is_daytime(now):
        return False
    return record.lease_owner == owner and now + rules.request <= record.lease_until


def may_repeat(record: Record, rules: Rules, now: int) -> bool:
    """Whether the same token may be sent again: only while the call that it may have made cannot have ended."""
    if record.state is not State.UNKNOWN or not is_daytime(now):
        return False
    return now + rules.request <= record.dialled_at + rules.shortest_call
