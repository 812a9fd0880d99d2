"""Where customers wait, and who works for them when. Times are in seconds."""

from dataclasses import dataclass

from connect_flows._day._chance import Lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A queue: how many may wait in it, None for no limit, and the name of its hours."""

    max_contacts: int | None = None
    hours: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """When a share of the agents works: seconds since midnight."""

    share: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """Every agent's break of so many seconds, one after the other between these times."""

    seconds: float
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Agents who do the same work.

    Attributes:
        channel: VOICE or CHAT.
        agents: How many.
        seats: How many contacts one agent has at a time.
        queues: What they serve; the first come first.
        handle: How long they take with a contact.
        after: How long they work on after it.
        shifts: When they are there.
        breaks: When they are not, between.
    """

    channel: str
    agents: int
    queues: tuple[str, ...]
    handle: Lengths
    after: Lengths
    shifts: tuple[Shift, ...]
    seats: int = 1
    breaks: tuple[Break, ...] = ()
