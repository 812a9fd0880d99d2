"""Queues with the contacts that wait in them: by priority, then by how long ago the customer's call began."""

import heapq
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
        enabled: Whether it takes contacts.
        others: Contacts that wait besides, of which nothing else is simulated.
        oldest: How many seconds the longest of these others has waited.
    """

    name: str
    max_contacts: int | None = None
    hours: str = ""
    enabled: bool = True
    others: int = 0
    oldest: float = 0.0
    _heap: list[tuple[int, float, int, Contact]] = field(default_factory=list)
    _since: dict[str, float] = field(default_factory=dict)
    _count: int = 0

    def __len__(self) -> int:
        return len(self._since) + self.others

    def __iter__(self) -> Iterator[Contact]:
        return (entry[3] for entry in sorted(self._heap, key=lambda entry: entry[:3]) if entry[3].id in self._since)

    @property
    def full(self) -> bool:
        """Whether nobody more may wait."""
        return self.max_contacts is not None and len(self) >= self.max_contacts

    def fill(self) -> None:
        """As many others wait as may; one without a limit gets the limit of 1."""
        if self.max_contacts is None:
            self.max_contacts = 1
        self.others = self.max_contacts

    def add(self, contact: Contact, now: float) -> None:
        """The contact waits."""
        self._count += 1
        self._since[contact.id] = now
        heapq.heappush(self._heap, (contact.priority, contact.began, self._count, contact))

    def remove(self, contact: Contact) -> float:
        """The contact waits no more; answers since when it did. 0 for one that did not."""
        return self._since.pop(contact.id, 0.0)

    def first(self) -> Contact | None:
        """Who is offered to an agent next."""
        while self._heap:
            contact = self._heap[0][3]
            if contact.id in self._since:
                return contact
            heapq.heappop(self._heap)
        return None

    def count(self, channel: str) -> int:
        """How many wait, of one channel unless that is empty."""
        if not channel:
            return len(self)
        return sum(contact.channel == channel for contact in self) + self.others

    def age(self, now: float) -> float:
        """For how many seconds the longest waits."""
        ages = [now - since for since in self._since.values()]
        return max([*ages, self.oldest] if self.others else ages, default=0.0)
