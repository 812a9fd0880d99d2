"""What can happen to a callback.

Events come late, twice, out of order or never. Those about a call name the dial that they are about: one about an
earlier dial changes nothing, an operator's second click included.
"""

from dataclasses import dataclass
from enum import StrEnum

from callback_ledger.record import Slot


class Kind(StrEnum):
    """The kinds of events, by whom they come from."""

    # a worker that is about to dial
    LEASED = "leased"
    POSTPONED = "postponed"
    ENTERED = "entered"
    SHIFTED = "shifted"
    UNSERVED = "unserved"
    # what Connect answered to a dial
    ACCEPTED = "accepted"
    THROTTLED = "throttled"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    # contact events, or a call that was looked for and found; a call found alive is ACCEPTED once more.
    # CONFIRMED: the customer wants to go on. PUT_THROUGH: was seen in the queue or with an agent.
    # TALKED and NOT_REACHED: the call ended after or before the queue.
    CONFIRMED = "confirmed"
    PUT_THROUGH = "put_through"
    TALKED = "talked"
    NOT_REACHED = "not_reached"
    # the sweeper
    LOOKED = "looked"
    OVERDUE = "overdue"
    # the customer
    MOVED = "moved"
    CANCELLED = "cancelled"
    # an operator: who wants it called now, or found out what nobody else could
    HURRIED = "hurried"
    SETTLED_AS_TALKED = "settled_as_talked"
    SETTLED_AS_NOT_REACHED = "settled_as_not_reached"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event.

    Attributes:
        dial: Which dial it is about; for ENTERED the number that the dial gets.
        owner: Which run of a worker it comes from; for LEASED, POSTPONED, ENTERED and UNSERVED.
        contact_id: Connect's name for the call, where it is known.
        due_at: When to dial; for POSTPONED, SHIFTED and MOVED.
        slot: Where the new seat is; for SHIFTED and MOVED.
    """

    kind: Kind
    dial: int = 0
    owner: str = ""
    contact_id: str = ""
    due_at: int = 0
    slot: Slot | None = None


OF_A_CALL = frozenset(
    {
        Kind.ACCEPTED,
        Kind.THROTTLED,
        Kind.REFUSED,
        Kind.TIMED_OUT,
        Kind.CONFIRMED,
        Kind.PUT_THROUGH,
        Kind.TALKED,
        Kind.NOT_REACHED,
        Kind.LOOKED,
        Kind.OVERDUE,
    }
)
OF_A_DIAL = OF_A_CALL | {Kind.SETTLED_AS_TALKED, Kind.SETTLED_AS_NOT_REACHED, Kind.GIVEN_UP}
NEEDS_A_PLACE = frozenset({Kind.ENTERED, Kind.SHIFTED, Kind.MOVED})  # a line or a seat, taken with the record
