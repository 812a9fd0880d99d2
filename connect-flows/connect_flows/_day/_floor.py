"""A contact centre with a whole staff: whoever is free and whatever waits find each other without a search."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, time
from os import PathLike
from typing import Any

from connect_flows._day._description import DAY, SLOT, Day
from connect_flows._day._room import Count, Pool, Room, Seat
from connect_flows._day._roster import roster
from connect_flows._day._working import Staff
from connect_flows._model import Flow
from connect_flows._simulator._agent import Agent
from connect_flows._simulator._center import KOREA, Center
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import Event
from connect_flows._simulator._program import name_of
from connect_flows._simulator._queues import Queue
from connect_flows._simulator._surroundings import QueueMetrics


class Floor(Center):
    """The centre on a day.

    Attributes:
        day: The day.
        midnight: When it begins, in seconds since 1970.
        rooms: The queues by name.
        pools: The free seats of each staff.
        handlers: Who is told of which events.
        staffed: Told of a staff that somebody comes (1) or leaves (-1).
        worked: Told of a staff that a seat begins (1) or ends (-1) its work.
    """

    def __init__(self, day: Day, flows: Iterable[Flow] | str | PathLike[str], seed: int) -> None:
        midnight = datetime.combine(day.date, time(), KOREA)
        super().__init__(flows, texts=day.texts, at=midnight, seed=seed, keep_events=False)
        self.day = day
        self.midnight = midnight.timestamp()
        self.rooms: dict[str, Room] = {}
        for name, queue in day.queues.items():
            hours = f"${{hours.{queue.hours}}}" if queue.hours else ""
            self.rooms[name] = self.queues[name] = Room(name, max_contacts=queue.max_contacts, hours=hours)
        self.pools = {name: Pool() for name in day.staff}
        self.handlers: dict[type, tuple[Callable[[Any], None], ...]] = {}
        self.staffed: Callable[[str, int], None] = _nothing
        self.worked: Callable[[str, int], None] = _nothing
        self._serving: dict[tuple[str, str], list[Pool]] = {}
        self._by_name: dict[str, Seat] = {}
        self._counts: list[tuple[Staff, Count]] = []
        for name, staff in day.staff.items():
            self._hire(name, staff)

    def tell(self, handlers: Mapping[type, Callable[[Any], None]]) -> None:
        """Tell somebody of events of these types."""
        for kind, handler in handlers.items():
            self.handlers[kind] = (*self.handlers.get(kind, ()), handler)

    def emit(self, event: Event) -> None:
        """Tell those who asked for events of this type."""
        for handler in self.handlers.get(type(event), ()):
            handler(event)

    def settle(self) -> None:
        """Nothing: the whole day passes in one loop, and nobody waits for it inside."""

    def slot(self, at: float) -> int:
        """The half hour of a time; what comes after midnight counts to the last."""
        return min(int((at - self.midnight) // SLOT), int(DAY // SLOT) - 1)

    def is_open(self, contact: Contact, hours: str) -> bool | None:
        """Whether these hours are open now."""
        return self.opened(name_of(hours))

    def opened(self, name: str) -> bool:
        """Whether hours of this name are open now."""
        opens, closes = self.day.hours[name]
        return opens <= (self.now() - self.midnight) % DAY < closes

    def queue_named(self, name: str) -> Queue:
        """The queue of this name."""
        return self.rooms[name]

    def measure(self, contact: Contact, queue: str, channel: str) -> QueueMetrics:
        """Numbers of a queue now; agents count by their seats."""
        room = self.rooms[name_of(queue)]
        counts = [count for serves, count in self._counts if room.name in serves.queues]
        online = sum(count.online for count in counts)
        return QueueMetrics(
            size=room.count(channel),
            oldest_age=room.age(self.now()),
            online=online,
            available=sum(count.available for count in counts),
            staffed=online,
            busy=sum(count.busy for count in counts),
        )

    def free_for(self, queue: str, channel: str) -> int:
        """How many seats are free for a queue."""
        return sum(
            count.available for serves, count in self._counts if serves.channel == channel and queue in serves.queues
        )

    def offer(self, agent: Agent) -> None:
        """Whoever is free takes what waits, or is listed as free."""
        assert isinstance(agent, Seat)
        if agent.works and agent.contact is None and not agent.resting:
            self._finish(agent)
        if not agent.available:
            return
        for name in agent.queues:
            contact = self.rooms[name].first_of(agent.channel)
            if contact is not None:
                self._connect(contact, agent)
                return
        agent.idle_since = self.now()
        self.pools[agent.staff].add(agent)

    def _offer_all(self, queue: str) -> None:
        room = self.rooms[queue]
        for channel in room.lines:
            pools = self._serving.get((queue, channel), ())
            while (contact := room.first_of(channel)) is not None:
                free = [(seat.idle_since, pool, seat) for pool in pools if (seat := pool.first()) is not None]
                if not free:
                    break
                _, pool, seat = min(free, key=_idle_since)
                pool.take()
                self._connect(contact, seat)

    def _connect(self, contact: Contact, agent: Agent) -> None:
        assert isinstance(agent, Seat)
        agent.works = True
        agent.count.busy += 1
        agent.count.available -= agent.online
        self.worked(agent.staff, 1)
        super()._connect(contact, agent)

    def _finish(self, seat: Seat) -> None:
        seat.works = False
        seat.count.available += seat.online
        self.worked(seat.staff, -1)
        if not seat.online:
            self._leave(seat)

    def _release(self, contact: Contact) -> Agent | None:
        seat = self._by_name.get(contact.agent)
        if seat is None or seat.contact is not contact:
            return None
        seat.contact = None
        seat.count.busy -= 1
        return seat

    # --- staff ------------------------------------------------------------------------------------------------------

    def _hire(self, name: str, staff: Staff) -> None:
        for queue in staff.queues:
            self._serving.setdefault((queue, staff.channel), []).append(self.pools[name])
        count = Count()
        self._counts.append((staff, count))
        for stretches in roster(staff):
            for _ in range(staff.seats):
                seat = self._seat(name, staff, count)
                for start, end in stretches:
                    self._plan(seat, start, end)

    def _seat(self, name: str, staff: Staff, count: Count) -> Seat:
        seat = Seat(
            name=f"{name}-{len(self._by_name)}",
            queues=staff.queues,
            center=self,
            online=False,
            staff=name,
            channel=staff.channel,
            count=count,
        )
        self._by_name[seat.name] = seat
        return seat

    def _plan(self, seat: Seat, start: float, end: float) -> None:
        self.timeline.after(start, lambda: self._comes(seat))
        # Whoever works around the clock stays until the last contact is over.
        if end < DAY:
            self.timeline.after(end, lambda: self._goes(seat))

    def _comes(self, seat: Seat) -> None:
        seat.online = True
        seat.count.online += 1
        seat.count.available += not seat.works
        if not seat.present:
            seat.present = True
            self.staffed(seat.staff, 1)
        self.offer(seat)

    def _goes(self, seat: Seat) -> None:
        seat.online = False
        seat.count.online -= 1
        if not seat.works:
            seat.count.available -= 1
            self._leave(seat)

    def _leave(self, seat: Seat) -> None:
        if seat.present:
            seat.present = False
            self.staffed(seat.staff, -1)


def _idle_since(free: tuple[float, Pool, Seat]) -> float:
    return free[0]


def _nothing(staff: str, by: int) -> None:
    """Nobody is told."""
