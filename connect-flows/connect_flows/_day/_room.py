"""A queue in which calls and chats wait apart, and the agents who are free for it."""

import heapq
from collections import deque
from dataclasses import dataclass, field

from connect_flows._simulator._agent import Agent
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._queues import Queue


@dataclass(slots=True)
class Room(Queue):
    """A queue with a line for each channel."""

    lines: dict[str, list[tuple[int, float, int, Contact]]] = field(default_factory=dict)

    def add(self, contact: Contact, now: float) -> None:
        """The contact waits in the line of its channel."""
        self._count += 1
        self._waiting[contact.id] = (now, self._count)
        self._channels[contact.channel] += 1
        line = self.lines.setdefault(contact.channel, [])
        heapq.heappush(line, (contact.priority, contact.began, self._count, contact))

    def first_of(self, channel: str) -> Contact | None:
        """Who of this channel is offered to an agent next."""
        line = self.lines.get(channel)
        while line:
            _, _, number, contact = line[0]
            if self._waits(number, contact):
                return contact
            heapq.heappop(line)
        return None


@dataclass(slots=True)
class Count:
    """How many seats of a staff are occupied, free for a contact, and busy with one."""

    online: int = 0
    available: int = 0
    busy: int = 0


@dataclass(slots=True, kw_only=True, eq=False)
class Seat(Agent):
    """Room for one contact at an agent's: one seat for calls, several for chats.

    Attributes:
        staff: Whom it belongs to.
        channel: VOICE or CHAT.
        count: The numbers of its staff.
        works: Whether there is a contact, or work after one.
        present: Whether somebody sits there; whoever works when the shift is over stays until it is done.
        idle_since: Since when it is free.
        listed: Whether `Pool` has it.
    """

    staff: str
    channel: str
    count: Count
    works: bool = False
    present: bool = False
    idle_since: float = 0.0
    listed: bool = False


class Pool:
    """The free seats of a staff, whoever has been free longest first; who is not free any more is dropped."""

    __slots__ = ("_free",)

    def __init__(self) -> None:
        self._free: deque[Seat] = deque()

    def add(self, seat: Seat) -> None:
        """It is free from now on."""
        if not seat.listed:
            seat.listed = True
            self._free.append(seat)

    def take(self) -> None:
        """The first is free no more."""
        self._free.popleft().listed = False

    def first(self) -> Seat | None:
        """Whoever has been free longest."""
        while self._free:
            seat = self._free[0]
            if seat.available:
                return seat
            seat.listed = False
            self._free.popleft()
        return None
