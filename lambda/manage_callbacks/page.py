"""A callback as operators see it: times in Korea's, no telephone number, and what comes next."""

from dataclasses import fields
from datetime import datetime

from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import BEFORE_A_CALL, State
from korean.clock import KOREA

Shown = dict[str, object]

_SECRET = frozenset({"phone", "lock"})
_SUMMARY = ("callback_id", "state", "queue", "due_at", "promised_at", "attempts", "shifts", "changed_at", "contact_id")
_DAY = 86_400


def summary(record: Record, rules: Rules) -> Shown:
    """Return the few things that a list shows."""
    whole = page(record, rules)
    return {name: whole[name] for name in (*_SUMMARY, "next")}


def page(record: Record, rules: Rules) -> Shown:
    """Return everything but what leads to the customer."""
    shown: Shown = {}
    for field in fields(record):
        if field.name == "slot":
            shown |= {"queue": record.slot.queue, "slot": moment(record.slot.start)}
        elif field.name not in _SECRET:
            value = getattr(record, field.name)
            shown[field.name] = moment(value) if field.name.endswith(("_at", "_until")) else value
    return shown | {"state": record.state.value, "next": what_next(record, rules)}


def moment(seconds: int) -> str | None:
    """Return a time in Korea, None where there is none yet.

    >>> moment(1764205200), moment(0)
    ('2025-11-27T10:00:00+09:00', None)
    """
    return datetime.fromtimestamp(seconds, KOREA).isoformat() if seconds else None


def what_next(record: Record, rules: Rules) -> str:
    """Say what happens next by itself, or what the operator can do."""
    if record.state in BEFORE_A_CALL:
        return f"is dialled at {moment(record.due_at)}, attempt {record.attempts + 1} of {rules.max_attempts}"
    if not record.is_open:
        return f"over; is deleted after {moment(record.closed_at + rules.keep_days * _DAY)}"
    match record.state:
        case State.NEEDS_OPERATOR:
            return _to_decide(record, rules)
        case State.TALKING:
            limit = _limit(record, rules.longest_call)
            return f"closes when the call ends, if it came to the queue; left to you if no end is known by {limit}"
        case State.RINGING:
            return f"the call says; left to you if no end is known by {_limit(record, rules.longest_call)}"
        case _:
            limit = _limit(record, rules.settle_within)
            return f"Connect is asked whether there is a call; left to you if it is not known by {limit}"


def _to_decide(record: Record, rules: Rules) -> str:
    if record.settled and record.contact_id and record.attempts >= rules.max_attempts:
        return "wanted to talk and was not put through, no attempt is left; call the number in Connect, then settle"
    if record.settled and record.dial:
        return "Connect refused to call or nobody was free; put that right and retry, or cancel"
    if record.settled:
        return "nobody was ever free to call; retry when somebody is, or cancel"
    return "find out in Connect whether the customer was talked to; then settle as talked, not_reached or given_up"


def _limit(record: Record, seconds: int) -> str | None:
    return moment(record.dialled_at + seconds)
