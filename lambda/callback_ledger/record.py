"""A callback as the ledger keeps it. All times are epoch seconds, 0 where there is none yet."""

from dataclasses import dataclass

from callback_ledger.states import FINAL, ON_A_LINE, State


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of time of one queue in which so many callbacks can be booked, named by its start."""

    queue: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A callback.

    Attributes:
        callback_id: The same for each repetition of one request to book.
        phone: The telephone number, encrypted; the ledger cannot read it. Empty once it is forgotten.
        lock: Stands for the telephone number, a keyed hash. Empty once it is forgotten.
        slot: Where its seat is.
        due_at: When to dial; a wait for a free agent puts it off.
        promised_at: What the customer was told: the time booked or moved to, or that of the next attempt.
        shifts: How often we moved it to a later slot since the customer chose the time.
        wake_at: When somebody must look at it even if nothing is heard.
        version: Grows by one with each write.
        attempts: Calls that Connect took or may have taken.
        dial: Number of the dial, growing even when Connect turned one away, so that no two dials share a token.
        dialled_at: When the last dial was entered.
        put_through: Whether the customer of the last call was in the queue or with an agent.
        settled: Whether no call can exist: none was made, or it is certain that the last one is over.
        lease_owner: Who has it, one name for each run of a worker.
        lease_until: Until when.
        contact_id: Connect's name for the last call.
        cancel_wanted: The customer cancelled while a call may have existed: no further attempt.
        postponements: How often nobody was free to take the call.
        closed_at: When it became final.
    """

    callback_id: str
    phone: bytes
    lock: str
    slot: Slot
    due_at: int
    promised_at: int
    created_at: int
    state: State = State.BOOKED
    wake_at: int
    version: int = 1
    shifts: int = 0
    attempts: int = 0
    dial: int = 0
    dialled_at: int = 0
    settled: bool = True
    put_through: bool = False
    lease_owner: str = ""
    lease_until: int = 0
    contact_id: str = ""
    cancel_wanted: bool = False
    postponements: int = 0
    changed_at: int
    closed_at: int = 0

    @property
    def token(self) -> str:
        """The client token of the last dial, the same until its outcome is settled."""
        return f"{self.callback_id}-{self.dial}"

    @property
    def is_open(self) -> bool:
        """Whether it holds a seat and the lock."""
        return self.state not in FINAL

    @property
    def holds_line(self) -> bool:
        """Whether its call needs an agent or may come to need one."""
        return self.state in ON_A_LINE

    @property
    def is_late(self) -> bool:
        """Whether the customer is called later than he chose, and is owed an apology."""
        return self.shifts > 0

    def is_leased_to_another(self, owner: str, now: int) -> bool:
        """Whether somebody else has it."""
        return self.lease_until > now and self.lease_owner != owner

    def is_leased_to(self, owner: str, now: int) -> bool:
        """Whether `owner` has it."""
        return self.lease_until > now and self.lease_owner == owner


def book(*, callback_id: str, phone: bytes, lock: str, slot: Slot, due_at: int, now: int) -> Record:
    """Return a callback that waits for `due_at`, a moment within its slot.

    >>> record = book(callback_id="c", phone=b"sealed", lock="hash", slot=Slot("general", 600), due_at=700, now=0)
    >>> record.state, record.promised_at, record.is_late, record.token
    (<State.BOOKED: 'booked'>, 700, False, 'c-0')
    """
    return Record(
        callback_id=callback_id,
        phone=phone,
        lock=lock,
        slot=slot,
        due_at=due_at,
        promised_at=due_at,
        wake_at=due_at,
        created_at=now,
        changed_at=now,
    )
