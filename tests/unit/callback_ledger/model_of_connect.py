"""Connect as the ledger may rely on it, which is little: any answer may be lost, any event late, doubled or lost.

What a client token does once its call has ended is documented in two ways, so both are modelled.
"""

from dataclasses import dataclass
from enum import StrEnum

from callback_ledger.calling_window import is_daytime
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from callback_ledger.rules import Rules


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


@dataclass(kw_only=True)
class Call:
    callback_id: str
    dial: int
    token: str
    lock: str
    started: int
    contact_id: str
    confirmed: bool = False
    ended: bool = False

    def event(self, kind: Kind) -> Event:
        return Event(kind=kind, dial=self.dial, contact_id=self.contact_id)

    def outcome(self) -> Event:
        """What there is to know about it now."""
        if self.ended:
            return self.event(Kind.TALKED if self.confirmed else Kind.NOT_REACHED)
        return self.event(Kind.CONFIRMED if self.confirmed else Kind.ACCEPTED)


class ModelOfConnect:
    def __init__(self, reading: Reading, rules: Rules) -> None:
        self._reading = reading
        self._rules = rules
        self.calls: list[Call] = []
        self.events: list[tuple[str, Event]] = []

    def start(self, record: Record, answer: Answer, now: int) -> Event:
        """Ask for a call; the answer as the ledger is told of it."""
        if answer in (Answer.THROTTLED, Answer.REFUSED):
            return Event(kind=Kind(answer.value), dial=record.dial)
        if answer is Answer.NEVER_ARRIVED:
            return Event(kind=Kind.TIMED_OUT, dial=record.dial)
        call = self._call_of(record.token) or self._place(record, now)
        kind = Kind.ACCEPTED if answer is Answer.ACCEPTED else Kind.TIMED_OUT
        return Event(kind=kind, dial=record.dial, contact_id=call.contact_id if kind is Kind.ACCEPTED else "")

    def live(self) -> list[Call]:
        return [call for call in self.calls if not call.ended]

    def can_end(self, call: Call, now: int) -> bool:
        return not call.ended and now >= call.started + self._rules.shortest_call

    def confirm(self, call: Call) -> None:
        call.confirmed = True
        self._tell(call, call.event(Kind.CONFIRMED))

    def end(self, call: Call) -> None:
        call.ended = True
        self._tell(call, call.outcome())

    def find(self, record: Record) -> Call | None:
        """Look for the last call of a callback."""
        return next((call for call in reversed(self.calls) if call.token == record.token), None)

    def _call_of(self, token: str) -> Call | None:
        same = [call for call in self.calls if call.token == token]
        if not same or (same[-1].ended and self._reading is Reading.NEW_ONCE_ENDED):
            return None
        return same[-1]

    def _place(self, record: Record, now: int) -> Call:
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
        )
        self.calls.append(call)
        self._tell(call, call.event(Kind.ACCEPTED))
        return call

    def _tell(self, call: Call, event: Event) -> None:
        self.events.append((call.callback_id, event))
