"""Where a callback stands.

    BOOKED          waits for its time
    WAITING         an attempt did not reach the customer, or nobody was free; waits for the next
    DIALLING        an attempt is entered: from now on a call may exist
    UNKNOWN         nobody knows whether Connect took the call
    RINGING         Connect took the call
    TALKING         the customer answered and wants to go on; how the call ended says whether it came to that
    NEEDS_OPERATOR  only a person can find out or decide, or nobody was ever free to call
    DONE            the customer was in the queue or talked to
    EXHAUSTED       all attempts are used up
    CANCELLED       the customer wants no call any more

The last three are final. All others are open: they hold a seat in a slot and the lock on the telephone number. Those
whose call may still need an agent hold a line as well: a place among the agents who are free.
"""

from enum import StrEnum


class State(StrEnum):
    """One word for the table and for operators."""

    BOOKED = "booked"
    WAITING = "waiting"
    DIALLING = "dialling"
    UNKNOWN = "unknown"
    RINGING = "ringing"
    TALKING = "talking"
    NEEDS_OPERATOR = "needs_operator"
    DONE = "done"
    EXHAUSTED = "exhausted"
    CANCELLED = "cancelled"


FINAL = frozenset({State.DONE, State.EXHAUSTED, State.CANCELLED})
BEFORE_A_CALL = frozenset({State.BOOKED, State.WAITING})
IN_A_CALL = frozenset({State.RINGING, State.TALKING})
ON_A_LINE = frozenset({State.DIALLING, State.UNKNOWN, State.RINGING})
