"""Calls that go on for a while, and the promise that one customer never has two of them."""

from dataclasses import dataclass, field

from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from tests.unit.callbacks.ports import Phone

LASTS = 40  # seconds, longer than a token is repeated


@dataclass
class Call:
    callback_id: str
    token: str
    until: float
    ended: bool = False
    confirmed: bool = False


@dataclass
class LivingCalls(Phone):
    """TIMED_OUT makes a call as ACCEPTED does; only the answer is lost."""

    calls: list[Call] = field(default_factory=list)

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        event = super().start(record, phone, is_late=is_late)
        if event.kind in (Kind.ACCEPTED, Kind.TIMED_OUT) and not self._living(record.token):
            assert self.clock
            self.calls.append(Call(record.callback_id, record.token, self.clock.now + LASTS))
        return event

    def find(self, record: Record) -> Event | None:
        self.go_on()
        calls = [call for call in self.calls if call.token == record.token]
        if not calls:
            return None
        kind = Kind.NOT_REACHED if calls[-1].ended else Kind.ACCEPTED
        return Event(kind=kind, dial=record.dial, contact_id="contact-1")

    def go_on(self) -> None:
        """Let the calls end whose time is over."""
        assert self.clock
        for call in self.calls:
            call.ended = call.ended or self.clock.now >= call.until

    def _living(self, token: str) -> bool:
        self.go_on()
        alive = [call for call in self.calls if not call.ended]
        assert all(call.token == token for call in alive), "a second call while one is alive"
        return bool(alive)
