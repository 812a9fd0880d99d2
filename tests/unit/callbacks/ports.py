"""The ports of the callback functions, in memory: what they are asked is kept, what they answer is said before."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar, cast

from aicc_core.errors import Unavailable
from aicc_core.opening_hours import OpeningHours, OpenTimes
from callback_ledger.events import Event, Kind
from callback_ledger.record import Record
from korean.clock import KOREA

Port = TypeVar("Port")

NINE_TO_SIX = OpeningHours(text="", week={day: (OpenTimes(9 * 60, 18 * 60),) for day in range(5)}, special_days={})


def at(hour: int, minute: int = 0, second: int = 0, *, day: int = 23) -> int:
    """A moment of November 2026, of which the 23rd is a Monday."""
    return int(datetime(2026, 11, day, hour, minute, second, tzinfo=KOREA).timestamp())


class Clock:
    """Stands still until it is moved."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@dataclass
class Wakings:
    woken: list[tuple[str, int]] = field(default_factory=list)

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        self.woken.append((callback_id, due_at))


@dataclass
class Counted:
    values: list[tuple[str, float]] = field(default_factory=list)

    def add(self, name: str, value: float = 1) -> None:
        self.values.append((name, value))

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.values]


@dataclass
class Hours:
    """`hours` None: there are none that can be understood; `away`: they cannot be read."""

    hours: OpeningHours | None = NINE_TO_SIX
    away: bool = False

    def current(self, now: datetime) -> OpeningHours | None:
        if self.away:
            raise Unavailable("Parameter Store: ThrottlingException")
        return self.hours


@dataclass
class Phone:
    """Answers the first call as the first of `answers` says, the last one again and again; each takes `seconds`.

    `free` None: nobody can say who is free. `between` happens while a call is being asked for.
    """

    answers: list[Kind] = field(default_factory=lambda: [Kind.ACCEPTED])
    free: int | None = 1
    clock: Clock | None = None
    seconds: float = 0
    between: Callable[[], object] = lambda: None
    started: list[tuple[str, str, bool]] = field(default_factory=list)

    def free_agents(self) -> int:
        if self.free is None:
            raise Unavailable("GetCurrentMetricData: ThrottlingException")
        return self.free

    def start(self, record: Record, phone: str, *, is_late: bool) -> Event:
        self.started.append((record.token, phone, is_late))
        assert len(self.started) < 50, "calls for ever"
        if self.clock:
            self.clock.now += self.seconds
        self.between()
        kind = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return Event(kind=kind, dial=record.dial, contact_id="contact-1" if kind is Kind.ACCEPTED else "")


@dataclass
class Found:
    """What is found of each call, by its token; None: the search fails."""

    kinds: dict[str, Kind | None] = field(default_factory=dict)
    looked_for: list[str] = field(default_factory=list)

    def find(self, record: Record) -> Event | None:
        self.looked_for.append(record.token)
        if record.token not in self.kinds:
            return None
        kind = self.kinds[record.token]
        if kind is None:
            raise Unavailable("Connect: ThrottlingException")
        return Event(kind=kind, dial=record.dial, contact_id="contact-1")


@dataclass
class Stock:
    """Counts of callbacks; a day is claimed once."""

    open_: int = 0
    waiting: int = 0
    days: set[tuple[str, date]] = field(default_factory=set)

    def open(self) -> int:
        return self.open_

    def waiting_for_operator(self) -> int:
        return self.waiting

    def claim_day(self, name: str, day: date, *, now: int) -> bool:
        is_new = (name, day) not in self.days
        self.days.add((name, day))
        return is_new


class Crash(BaseException):
    """The process ends: nothing in it runs any more."""


class Crashing:
    """Ends the process at the call of a number, counted over all ports; `after`: once the call has done its work."""

    def __init__(self, at_call: int, *, after: bool) -> None:
        self._left = at_call
        self._after = after
        self.crashed = False

    def __call__(self, port: Port) -> Port:
        return cast(Port, _Watched(port, self.reach))

    def reach(self, call: Callable[[], object]) -> object:
        self._left -= 1
        if self._left:
            return call()
        self.crashed = True
        if self._after:
            call()
        raise Crash


class _Watched:
    def __init__(self, port: object, reach: Callable[[Callable[[], object]], object]) -> None:
        self._port = port
        self._reach = reach

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._port, name)
        return lambda *args, **kwargs: self._reach(lambda: method(*args, **kwargs))
