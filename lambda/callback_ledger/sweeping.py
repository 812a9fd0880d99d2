"""What the sweeper does about a callback that nothing was heard of."""

from enum import StrEnum

from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.states import BEFORE_A_CALL, IN_A_CALL, State


class Step(StrEnum):
    """The next step; LEAVE until `wake_at`."""

    LEAVE = "leave"
    DIAL = "dial"
    LOOK = "look"
    OVERDUE = "overdue"


def next_step(record: Record, rules: Rules, now: int) -> Step:
    """Return what is to be done now. A call is looked for before its time is up: OVERDUE follows the last LOOK."""
    if not record.is_open or record.state is State.NEEDS_OPERATOR or record.wake_at > now:
        return Step.LEAVE
    if record.state in BEFORE_A_CALL:
        return Step.DIAL
    if record.state is State.DIALLING:
        return Step.OVERDUE
    limit = rules.longest_call if record.state in IN_A_CALL else rules.settle_within
    return Step.OVERDUE if now >= record.dialled_at + limit + rules.look_every else Step.LOOK
