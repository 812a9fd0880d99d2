"""Connect as the ledger may rely on it, which is little: any answer may be lost, any event late, doubled or lost.

What a client token does once its call has ended is documented in two ways, so both are modelled.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from aicc_core.keyed_hash import KeyedHash
from callback_ledger.calling_window import is_daytime
from callback_ledger.events import Event, Kind
from callback_ledger.keys import lock_of
from callback_ledger.record import Record
from callback_ledger.rules import Rules
from callback_ledger.telephone import kind_of
from tests.unit.callback_ledger.faults import Faults
from track_callbacks.contact_event import ContactEvent

INSTANCE = "instance"


class BrokenPromise(AssertionError):
    """Something that must never happen did."""


class Reading(StrEnum):
    REPLAY = "replay"  # the same contact is returned for as long as the token is valid
    NEW_ONCE_ENDED = "new_once_ended"  # a token whose call has ended makes a new call


class Answer(StrEnum):
    ACCEPTED = "accepted"
    ACCEPTED_BUT_TIMED_OUT = "accepted_but_timed_out"
    NEVER_ARRIVED = "never_arrived"
    THROTTLED = "throttled"
    REFUSED = "refused"


ANSWERS = [Answer.ACCEPTED] * 4 + [Answer.ACCEPTED_BUT_TIMED_OUT] * 3 + [Answer.NEVER_ARRIVED] * 2
ANSWERS += [Answer.THROTTLED, Answer.REFUSED]


@dataclass(kw_only=True)
class Call:
    callback_id: str
    dial: int
    token: str
    lock: str
    started: int
    contact_id: str
    agents_then: int
    pressed: bool = False  # the customer wants to go on, and the flow is about to ask what with
    dropped: bool = False  # no queue took it
    confirmed: bool = False  # in the queue, or with an agent
    ended: bool = False

    @property
    def waits_for_agent(self) -> bool:
        return not self.pressed and not self.ended


class ModelOfConnect:
    def __init__(
        self,
        reading: Reading,
        rules: Rules,
        *,
        keyed_hash: KeyedHash,
        faults: Faults,
        clock: Callable[[], int],
        time_passes: Callable[[int], None],
    ) -> None:
        self._reading = reading
        self._rules = rules
        self._keyed_hash = keyed_hash
        self._faults = faults
        self._clock = clock
        self._time_passes = time_passes
        self.free = 2
        self.faultless = False
        self.calls: list[Call] = []
        self.events: list[ContactEvent] = []

    def start(self, record: Record, phone: str, *, is_late: bool, agents_then: int) -> Event:
        """Ask for a call; the answer as the ledger is told of it."""
        if lock_of(phone, self._keyed_hash) != record.lock:
            raise BrokenPromise("another number was called")
        if record.shifts and not is_late:
            raise BrokenPromise("no apology for a call that we moved")
        answer = Answer.ACCEPTED if self.faultless else self._faults.random.choice(ANSWERS)
        if answer in (Answer.THROTTLED, Answer.REFUSED):
            return Event(kind=Kind(answer.value), dial=record.dial)
        if answer is not Answer.NEVER_ARRIVED:
            call = self._call_of(record.token) or self._place(record, agents_then)
            if answer is Answer.ACCEPTED:
                return Event(kind=Kind.ACCEPTED, dial=record.dial, contact_id=call.contact_id)
        self._time_passes(self._faults.random.choice([0, self._rules.request]))  # the connection is cut, or time is out
        return Event(kind=Kind.TIMED_OUT, dial=record.dial)

    def find(self, record: Record) -> Event | None:
        """Look for the last call of a callback; what is new may not be found yet."""
        call = self.call_of(record)
        if call is None or (not self.faultless and self._faults.happens(0.4)):
            return None
        kind = kind_of(wanted=call.confirmed, ended=call.ended)
        return Event(kind=kind, dial=call.dial, contact_id=call.contact_id)

    def of(self, contact_id: str) -> dict[str, str]:
        """Return the attributes of a contact."""
        call = next(call for call in self.calls if call.contact_id == contact_id)
        return {"callback_id": call.callback_id, "callback_dial": str(call.dial)}

    def live(self) -> list[Call]:
        return [call for call in self.calls if not call.ended]

    def call_of(self, record: Record) -> Call | None:
        return next((call for call in reversed(self.calls) if call.token == record.token), None)

    def can_end(self, call: Call) -> bool:
        return not call.ended and self._clock() >= call.started + self._rules.shortest_call

    def confirm(self, call: Call) -> None:
        call.confirmed = True
        self._tell(call, "CONNECTED_TO_AGENT")

    def end(self, call: Call) -> None:
        call.ended = True
        self._tell(call, "DISCONNECTED")

    def _call_of(self, token: str) -> Call | None:
        same = [call for call in self.calls if call.token == token]
        if not same or (same[-1].ended and self._reading is Reading.NEW_ONCE_ENDED):
            return None
        return same[-1]

    def _place(self, record: Record, agents_then: int) -> Call:
        now = self._clock()
        if not is_daytime(now):
            raise BrokenPromise("a dial outside the calling window")
        if any(call.lock == record.lock for call in self.live()):
            raise BrokenPromise("two live calls to one number")
        if any(call.token == record.token for call in self.calls):
            raise BrokenPromise("two calls with one token")
        mine = [call for call in self.calls if call.callback_id == record.callback_id]
        if len(mine) >= self._rules.max_attempts:
            raise BrokenPromise("more calls than attempts allowed")
        if any(call.confirmed for call in mine):
            raise BrokenPromise("called again after the customer was talked to")
        call = Call(
            callback_id=record.callback_id,
            dial=record.dial,
            token=record.token,
            lock=record.lock,
            started=now,
            contact_id=f"contact-{len(self.calls)}",
            agents_then=agents_then,
        )
        self.calls.append(call)
        self._look_after_agents(now)
        return call

    def _look_after_agents(self, now: int) -> None:
        """The last of them to be entered saw the others' lines; one older than this may have been given up."""
        recent = now - self._rules.settle_within
        waiting = [call for call in self.calls if call.waits_for_agent and call.started > recent]
        if len(waiting) > max(call.agents_then for call in waiting):
            raise BrokenPromise("more calls wait for an agent than agents were free")

    def _tell(self, call: Call, event_type: str) -> None:
        self.events.append(
            ContactEvent(
                event_type=event_type,
                contact_id=call.contact_id,
                instance_id=INSTANCE,
                channel="VOICE",
                initiation_method="API",
                wanted=call.confirmed,
            )
        )


class TelephoneOfRun:
    """The telephone of one run of the dialler; it remembers how many agents the run was told of."""

    def __init__(self, connect: ModelOfConnect) -> None:
        self._connect = connect
        self._agents_then = 0

    def free_agents(self) -> int:
        self._agents_then = self._connect.free
        return self._agents_then

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        return self._connect.start(record, phone, is_late=is_late, agents_then=self._agents_then)
