"""Callbacks at a time: booked into slots, dialled when an agent is free, moved or tried again when they must be."""

import random
from collections import Counter, deque

from connect_flows._day._calling_back import BookedCallbacks
from connect_flows._day._description import DAY, SLOT
from connect_flows._day._endings import CallbackOutcome
from connect_flows._day._meters import Requests
from connect_flows._day._tally import Tally
from connect_flows._day._visit import Kind, Visit
from connect_flows._day._world import World
from connect_flows._simulator._contact import Contact
from connect_flows._simulator._events import Ringing

LEAD = 600.0
LOOKS_AGAIN = 30.0
BURST = 3.0
"""How many calls may start in the same moment."""


class Callback:
    """One booked callback."""

    __slots__ = ("attempts", "due", "shifts")

    def __init__(self, due: float) -> None:
        self.due = due
        self.attempts = self.shifts = 0


class Dialler:
    """Who books and dials.

    Attributes:
        outcomes: What became of callbacks.
        dials: Requests to StartOutboundVoiceContact.
        waits: How late the telephones rang that were picked up, in seconds.
    """

    def __init__(self, world: World, tally: Tally, plan: BookedCallbacks, seed: int) -> None:
        self.world = world
        self.plan = plan
        self.outcomes: Counter[str] = Counter()
        self.count = 0
        self.dials = Requests()
        self.waits: list[float] = []
        self._chance = random.Random(f"{seed}/dialler")
        self._taken: Counter[int] = Counter()
        self._calls: dict[str, Callback] = {}
        self._waiting: deque[Callback] = deque()
        self._tokens, self._looked = BURST, world.now()
        self._open = 0
        self._ringing = 0
        opens, closes = world.day.hours[plan.hours]
        self._slots = [slot for slot in range(int(DAY // SLOT)) if opens <= slot * SLOT < closes]
        world.books = self.book
        tally.ended_booked = self._ended
        for _ in range(round(plan.from_before * world.day.contacts)):
            self._reserve(self._slots)

    def book(self) -> None:
        """A customer has booked."""
        if self._chance.random() >= self.plan.same_day:
            self.count += 1
            self.outcomes[CallbackOutcome.OTHER_DAY] += 1
            return
        soonest = self.world.now() - self.world.midnight + LEAD
        self._reserve([slot for slot in self._slots if slot * SLOT >= soonest])

    def leftover(self) -> None:
        """The day is over: what still goes on has no other outcome."""
        self.outcomes[CallbackOutcome.OPEN] += self._open

    def _reserve(self, slots: list[int]) -> None:
        self.count += 1
        free = [slot for slot in slots if self._taken[slot] < self.plan.capacity]
        if not free:
            # A slot of the day is wished for and there is none: on another day, or not at all.
            self.outcomes[CallbackOutcome.NO_SLOT] += 1
            return
        slot = self._chance.choice(free)
        self._taken[slot] += 1
        self._open += 1
        callback = Callback(self.world.midnight + slot * SLOT)
        self.world.timeline.after(callback.due - self.world.now(), lambda: self._due(callback))

    def _due(self, callback: Callback) -> None:
        self._waiting.append(callback)
        if len(self._waiting) == 1:
            # After whatever else is due at this moment.
            self.world.soon(self._look)

    def _look(self) -> None:
        """Dial as many as agents are free, and no faster than allowed; the others wait."""
        now, rate = self.world.now(), self.plan.per_second
        free = self.world.free_for(self.plan.queue, "VOICE") - self._ringing
        self._tokens = min(BURST, self._tokens + (now - self._looked) * rate)
        self._looked = now
        while self._waiting and free > 0 and self._tokens >= 1.0:
            self._dial(self._waiting.popleft())
            self._tokens -= 1.0
            free -= 1
        self._waiting = deque(callback for callback in self._waiting if self._stays(callback, now))
        if self._waiting:
            self.world.timeline.after(LOOKS_AGAIN if free <= 0 else 1.0 / rate, self._look)

    def _stays(self, callback: Callback, now: float) -> bool:
        """Whether a callback that nobody was free for goes on waiting, in this slot or the next."""
        if now - callback.due < self.plan.grace:
            return True
        if callback.shifts < self.plan.shifts and self.world.opened(self.plan.hours):
            callback.shifts += 1
            callback.due = now
            return True
        self._close(CallbackOutcome.NOBODY_FREE)
        return False

    def _dial(self, callback: Callback) -> None:
        world = self.world
        callback.attempts += 1
        self._ringing += 1
        self.dials.ask(world.now())
        visit = world.comes(self._begin, Kind.BOOKED_CALLBACK)
        self._calls[visit.contact.id] = callback
        world.emit(Ringing(visit.contact.id, world.now(), visit.contact.customer))
        world.timeline.after(visit.rings, lambda: self._rung(visit, callback))

    def _begin(self) -> Contact:
        return self.world.begin(channel="VOICE", method="API", customer="+821012345678", state="RINGING")

    def _rung(self, visit: Visit, callback: Callback) -> None:
        self._ringing -= 1
        if not visit.picks_up:
            self.world.end(visit.contact, "TELECOM_PROBLEM")
            return
        self.waits.append(self.world.now() - callback.due)
        self.world.answered(visit.contact, self.world.flow_named(self.plan.flow))

    def _ended(self, visit: Visit, outcome: CallbackOutcome) -> None:
        if outcome is CallbackOutcome.OPEN:
            return  # counted by `leftover`
        callback = self._calls.pop(visit.contact.id)
        if outcome is CallbackOutcome.UNREACHED and callback.attempts < self.plan.attempts:
            delay = self.plan.retry * 2 ** (callback.attempts - 1)
            callback.due = self.world.now() + delay
            self.world.timeline.after(delay, lambda: self._due(callback))
            return
        self._close(outcome)

    def _close(self, outcome: CallbackOutcome) -> None:
        self._open -= 1
        self.outcomes[outcome] += 1
