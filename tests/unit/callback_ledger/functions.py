"""The functions of callbacks as they are, over ports that fail."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from aicc_core.errors import FunctionError
from aicc_core.keyed_hash import KeyedHash
from aicc_core.opening_hours import OpeningHours
from callback_ledger.booking import Bookings
from callback_ledger.events import Event
from callback_ledger.repository import CallbackTable
from callback_ledger.rules import Rules
from callback_ledger.sealing import LocalSealing
from callback_ledger.slots import SlotRules
from callback_ledger.telling import Telling
from dial_callback.logic import dial
from dial_callback.means import Means as MeansToDial
from korean.clock import KOREA
from report_callback.logic import Outcome, Report, Step, report
from sweep_callbacks.logic import sweep
from sweep_callbacks.means import Means as MeansToSweep
from tests.unit.callback_ledger.faults import Faults, FaultyPort
from tests.unit.callback_ledger.model_of_connect import INSTANCE, Call, ModelOfConnect, TelephoneOfRun
from track_callbacks.contact_event import ContactEvent
from track_callbacks.logic import track

QUEUE = "general"


class Alarms:
    """The waking port: what is to be woken; some of it nobody ever hears of."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self.set: list[tuple[int, str]] = []

    def wake(self, callback_id: str, due_at: int, now: int) -> None:
        if not self._faults.happens(self._faults.silences * 10):
            self.set.append((max(due_at, now), callback_id))


@dataclass(frozen=True)
class AlwaysOpen:
    """The opening hours' port."""

    hours: OpeningHours

    def current(self, now: datetime) -> OpeningHours:
        return self.hours


class Uncounted:
    """The port for counts."""

    def add(self, name: str, value: float = 1) -> None:
        pass


@dataclass(frozen=True, kw_only=True)
class Functions:
    ledger: CallbackTable
    connect: ModelOfConnect
    alarms: Alarms
    faults: Faults
    hours: OpeningHours
    rules: Rules
    slot_rules: SlotRules
    keyed_hash: KeyedHash
    clock: Callable[[], int]
    time_passes: Callable[[int], None]

    def dial(self, callback_id: str, owner: str) -> None:
        means = MeansToDial(
            ledger=self.ledger,
            waking=self._port(self.alarms),
            telephone=self._port(TelephoneOfRun(self.connect), silent=("free_agents",), prompt=("start",)),
            sealing=self._sealing(),
            opening_hours=self._port(AlwaysOpen(self.hours), silent=("current",)),
            rules=self.rules,
            slot_rules=self.slot_rules,
            measures=Uncounted(),
            clock=self.clock,
        )
        dial(callback_id, owner, means)

    def sweep(self) -> None:
        means = MeansToSweep(
            ledger=self.ledger,
            calls=self._port(self.connect, silent=("find",)),
            waking=self._port(self.alarms),
            measures=Uncounted(),
            rules=self.rules,
            clock=self.clock,
            in_time=lambda: True,
            pause=lambda: self.time_passes(3),
            failed=_is_expected,
        )
        sweep(100, means)

    def track(self, event: ContactEvent) -> None:
        attributes = self._port(self.connect, silent=("of",))
        track(event, instance_id=INSTANCE, attributes=attributes, telling=self._telling(), now=self.clock())

    def report(self, step: Step, call: Call) -> Outcome:
        told = Report(step=step, callback_id=call.callback_id, dial=call.dial, contact_id=call.contact_id)
        return report(told, self._telling(), self.rules, self.clock())

    def operate(self, callback_id: str, event: Event) -> None:
        self._telling().tell(callback_id, event, self.clock())

    def forget(self, callback_id: str) -> None:
        self.ledger.forget(callback_id, self.clock())

    def book(self, callback_id: str, phone: str, when: int) -> None:
        self._bookings().book(callback_id, phone, _moment(when), self.hours, _moment(self.clock()))

    def move(self, callback_id: str, when: int) -> None:
        self._bookings().move(callback_id, _moment(when), self.hours, _moment(self.clock()))

    def cancel(self, callback_id: str) -> None:
        self._bookings().cancel(callback_id, _moment(self.clock()))

    def _bookings(self) -> Bookings:
        return Bookings(
            ledger=self.ledger,
            sealing=self._sealing(),
            keyed_hash=self.keyed_hash,
            waking=self._port(self.alarms),
            rules=self.slot_rules,
            queue=QUEUE,
        )

    def _telling(self) -> Telling:
        return Telling(self.ledger, self._port(self.alarms), Uncounted())

    def _sealing(self) -> Any:
        return self._port(LocalSealing(b"key"), silent=("seal", "open"))

    def _port(self, port: object, *, silent: tuple[str, ...] = (), prompt: tuple[str, ...] = ()) -> Any:
        return FaultyPort(port, self.faults, silent=silent, prompt=prompt)


def _is_expected(callback_id: str) -> None:
    """The sweeper passes over whatever fails; what is no fault of a port must not be passed over here."""
    failure = cast("BaseException", sys.exc_info()[1])
    if not isinstance(failure, FunctionError):
        raise failure


def _moment(epoch: int) -> datetime:
    return datetime.fromtimestamp(epoch, KOREA)
