"""Counts what happens on a day."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from connect_flows._day._description import HALF_HOURS
from connect_flows._day._endings import CallbackOutcome, Outcome, booked_outcome, outcome_of
from connect_flows._day._levels import Level
from connect_flows._day._visit import Kind, Visit
from connect_flows._day._world import World
from connect_flows._simulator._events import (
    AgentConnected,
    Branch,
    CallbackCreated,
    Disconnected,
    FlowFailed,
    Queued,
    Started,
)


class QueueTally:
    """What is counted of a queue."""

    def __init__(self, began: float) -> None:
        self.length = Level(began)
        self.counts: Counter[str] = Counter()
        self.waits: list[float] = []
        self.waited = 0.0


class Tally:
    """What is counted of a day.

    Attributes:
        halves: Counts by half hour.
        outcomes: Of contacts that came in, by channel and outcome.
        intents: Counts by intent.
        queues: By name.
        present: Seats that somebody sits at, by staff.
        worked: Seats that work, by staff.
        contacts: Contacts by staff.
        calls: Calls at the same time: what is ringing counts, what waits to be called back does not.
        chats: Chats at the same time.
        queued: Callbacks in turn, by outcome.
        dials: How often their telephones rang.
        full: How many of them found a full queue.
        waits: How long they took to come.
        ended_booked: Told how a call of a booked callback ended.
    """

    def __init__(self, world: World) -> None:
        began = world.midnight
        self.world = world
        self.blocks = self.talked = self.contained = 0
        self.halves = [Counter[str]() for _ in range(HALF_HOURS)]
        self.outcomes: dict[str, Counter[str]] = {channel: Counter() for channel in world.day.channels}
        self.intents: dict[str, Counter[str]] = {}
        self.queues = {name: QueueTally(began) for name in world.day.queues}
        self.lines = Level(began)
        self.present = {name: Level(began) for name in world.day.staff}
        self.worked = {name: Level(began) for name in world.day.staff}
        self.contacts: Counter[str] = Counter()
        self.calls, self.chats = Level(began), Level(began)
        self.queued: Counter[str] = Counter()
        self.dials = self.full = 0
        self.waits: list[float] = []
        self.ended_booked: Callable[[Visit, CallbackOutcome], None] = _nothing
        self._created: dict[str, float] = {}
        world.staffed = lambda staff, by: self.present[staff].change(world.now(), by)
        world.worked = lambda staff, by: self.worked[staff].change(world.now(), by)
        handlers: dict[type, Callable[[Any], None]] = {
            Started: self._started,
            Branch: self._passed,
            Queued: self._queued,
            AgentConnected: self._connected,
            CallbackCreated: self._called_back,
            FlowFailed: self._failed,
            Disconnected: self._ended,
        }
        world.tell(handlers)

    def _started(self, event: Started) -> None:
        visit = self.world.visits[event.contact]
        if visit.kind is not Kind.QUEUED_CALLBACK:
            self._level(event.channel).change(event.at, 1)
        if visit.kind is Kind.ARRIVAL:
            self.halves[visit.slot]["arrivals"] += 1

    def _level(self, channel: str) -> Level:
        return self.chats if channel == "CHAT" else self.calls

    def _passed(self, event: Branch) -> None:
        self.blocks += 1
        if event.type == "CheckHoursOfOperation":
            if event.results == "False":
                self.world.visits[event.contact].closed = True
        elif event.branch == "error:QueueAtCapacity":
            visit = self.world.visits[event.contact]
            visit.full = True
            self.queues[self._queue_of(visit)].counts["refused"] += 1
            self.halves[self.world.slot(event.at)]["refused"] += 1
        elif event.type == "CreateCallbackContact" and event.results == "QueueAtCapacity":
            self.full += 1

    def _queue_of(self, visit: Visit) -> str:
        return self.world.name(visit.contact.queue)

    def _queued(self, event: Queued) -> None:
        visit = self.world.visits[event.contact]
        if visit.kind is Kind.QUEUED_CALLBACK:
            return
        queue = self.queues[event.queue]
        visit.queued_at, visit.waits = event.at, True
        queue.counts["queued"] += 1
        queue.length.change(event.at, 1)
        self.lines.change(event.at, 1)
        self.halves[self.world.slot(event.at)]["queued"] += 1

    def _waits_no_more(self, visit: Visit, at: float) -> float:
        """The contact has left the queue; answers how long it waited."""
        queue = self.queues[self._queue_of(visit)]
        visit.waits = False
        queue.length.change(at, -1)
        self.lines.change(at, -1)
        assert visit.queued_at is not None
        queue.waited += at - visit.queued_at
        return at - visit.queued_at

    def _connected(self, event: AgentConnected) -> None:
        visit = self.world.visits[event.contact]
        self.contacts[event.agent.rpartition("-")[0]] += 1
        if visit.kind is Kind.QUEUED_CALLBACK:
            self.dials += 1
            self.calls.change(event.at, 1)
            visit.queued_at = event.at
            return
        waited = self._waits_no_more(visit, event.at)
        queue = self.queues[event.queue]
        queue.waits.append(waited)
        assert visit.queued_at is not None
        half = self.halves[self.world.slot(visit.queued_at)]
        in_time = waited <= self.world.day.target
        for counts in (queue.counts, half):
            counts["answered"] += 1
            counts["in_time"] += in_time

    def _called_back(self, event: CallbackCreated) -> None:
        before = self._created.pop(event.contact, None)
        if before is None:
            self._created[event.callback] = event.at
            return
        # Another attempt: what its first one came to does not count.
        self.queued[CallbackOutcome.UNREACHED] -= 1
        self._created[event.callback] = before

    def _failed(self, event: FlowFailed) -> None:
        self.world.visits[event.contact].failed = True

    def _ended(self, event: Disconnected) -> None:
        visit = self.world.visits.pop(event.contact)
        if visit.kind is Kind.QUEUED_CALLBACK:
            self._ended_callback(visit, event.at)
            return
        self._level(visit.contact.channel).change(event.at, -1)
        outcome = outcome_of(visit, event.reason)
        if visit.waits:
            self._waits_no_more(visit, event.at)
            assert visit.queued_at is not None
            for counts in (self.queues[self._queue_of(visit)].counts, self.halves[self.world.slot(visit.queued_at)]):
                counts[outcome] += 1
        if visit.kind is Kind.BOOKED_CALLBACK:
            self.ended_booked(visit, booked_outcome(visit, outcome))
        else:
            self.close(visit, outcome)

    def _ended_callback(self, visit: Visit, at: float) -> None:
        served = visit.served
        self.queued[CallbackOutcome.SERVED if served else CallbackOutcome.UNREACHED] += 1
        if visit.contact.agent:
            self.calls.change(at, -1)
        if served and visit.queued_at is not None:
            self.waits.append(visit.queued_at + visit.rings - self._created[visit.contact.id])

    def close(self, visit: Visit, outcome: Outcome) -> None:
        """Count how a contact that came in has ended."""
        self.outcomes[visit.contact.channel][outcome] += 1
        contained = outcome in (Outcome.CONTAINED, Outcome.BOOKED)
        self.halves[visit.slot]["contained"] += contained
        if visit.conversations:
            self.talked += 1
            self.contained += contained
        if visit.intent is not None:
            counts = self.intents.setdefault(visit.intent.name, Counter())
            counts["contacts"] += 1
            counts["contained"] += contained
            counts["queued"] += visit.queued_at is not None

    def leftover(self) -> None:
        """The day is over: what still goes on has no other outcome."""
        levels = (*self.present.values(), *self.worked.values(), self.calls, self.chats, self.lines)
        for level in (*levels, *(queue.length for queue in self.queues.values())):
            level.close(self.world.now())
        for visit in list(self.world.visits.values()):
            if visit.waits:
                self._waits_no_more(visit, self.world.now())
            if visit.kind is Kind.ARRIVAL:
                self.close(visit, Outcome.OPEN)
            elif visit.kind is Kind.QUEUED_CALLBACK:
                self.queued[CallbackOutcome.OPEN] += 1
            else:
                self.ended_booked(visit, CallbackOutcome.OPEN)


def _nothing(visit: Visit, outcome: CallbackOutcome) -> None:
    """Nobody is told."""
