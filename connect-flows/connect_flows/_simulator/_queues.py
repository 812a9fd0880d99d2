"""Queues with the contacts that wait in them: by priority, then by how long ago the customer's call began."""

import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from connect_flows._simulator._contact import Contact


@dataclass(slots=True)
class Queue:
    """One queue.

    Attributes:
        name: As flows name it.
        max_contacts: How many may wait; None for no limit.
        hours: The name of its hours of operation.
        outbound: The name of its outbound whisper flow, which those hear who are called back; empty for none.
        enabled: Whether it takes contacts.
        others: Contacts that wait besides, of which nothing else is simulated.
        oldest: How many seconds the longest of these others has waited.

    >>> queue = Queue("general", max_contacts=1)
    >>> queue.add(Contact(id="1"), now=0.0)
    >>> len(queue), queue.full, queue.age(now=30.0)
    (1, True, 30.0)
    """

    name: str
    max_contacts: int | None = None
    hours: str = ""
    outbound: str = ""
    enabled: bool = True
    others: int = 0
    oldest: float = 0.0
    _heap: list[tuple[int, float, int, Contact]] = field(default_factory=list)
    _waiting: dict[str, tuple[float, int]] = field(default_factory=dict)
    _channels: Counter[str] = field(default_factory=Counter)
    _count: int = 0

    def __len__(self) -> int:
        return len(self._waiting) + self.others

    def __iter__(self) -> Iterator[Contact]:
        """Those who wait, whoever is offered first first."""
        ordered = sorted(self._heap, key=lambda entry: entry[:3])
        return (contact for _, _, number, contact in ordered if self._waits(number, contact))

    @property
    def full(self) -> bool:
        """Whether nobody more may wait."""
        return self.max_contacts is not None and len(self) >= self.max_contacts

    def fill(self) -> None:
        """As many others wait as may; a queue without a limit gets the limit of 1."""
        if self.max_contacts is None:
            self.max_contacts = 1
        self.others = self.max_contacts

    def add(self, contact: Contact, now: float) -> None:
        """The contact waits."""
        self._count += 1
        self._waiting[contact.id] = (now, self._count)
        self._channels[contact.channel] += 1
        if len(self._heap) > 2 * len(self._waiting) + 8:
            self._heap = [entry for entry in self._heap if self._waits(entry[2], entry[3])]
            heapq.heapify(self._heap)
        heapq.heappush(self._heap, (contact.priority, contact.began, self._count, contact))

    def remove(self, contact: Contact) -> float | None:
        """The contact waits no more; answers since when it did, None for one that did not."""
        since, _ = self._waiting.pop(contact.id, (None, 0))
        if since is not None:
            self._channels[contact.channel] -= 1
        return since

    def first(self) -> Contact | None:
        """Who is offered to an agent next."""
        while self._heap:
            _, _, number, contact = self._heap[0]
            if self._waits(number, contact):
                return contact
            heapq.heappop(self._heap)
        return None

    def count(self, channel: str) -> int:
        """How many wait, of one channel unless that is empty."""
        return len(self) if not channel else self._channels[channel] + self.others

    def age(self, now: float) -> float:
        """For how many seconds the longest waits."""
        first = next(iter(self._waiting.values()), None)
        return max(now - first[0] if first else 0.0, self.oldest if self.others else 0.0)

    def _waits(self, number: int, contact: Contact) -> bool:
        """Whether an entry still counts: who has left and come again waits by the newer one."""
        return self._waiting.get(contact.id, (0.0, 0))[1] == number
