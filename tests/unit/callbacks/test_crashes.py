"""The process may end before or after any call that it makes: what is promised holds, and what is booked goes on."""

from collections.abc import Callable
from typing import Any

import pytest

from callback_ledger.events import Kind
from callback_ledger.states import State
from tests.unit.callback_ledger.promises import Promises
from tests.unit.callbacks.desk import ID, RULES, SLOTS, Desk
from tests.unit.callbacks.living_calls import LivingCalls
from tests.unit.callbacks.ports import Crash, Crashing

pytestmark = pytest.mark.thorough

Scene = Callable[[Desk], None]


def _accepted(desk: Desk) -> None:
    """Connect takes the call."""


def _throttled(desk: Desk) -> None:
    desk.phone.answers = [Kind.THROTTLED, Kind.ACCEPTED]


def _refused(desk: Desk) -> None:
    desk.phone.answers = [Kind.REFUSED]


def _doubtful(desk: Desk) -> None:
    desk.phone.answers, desk.phone.seconds = [Kind.TIMED_OUT, Kind.ACCEPTED], 2


def _nobody_free(desk: Desk) -> None:
    desk.phone.free = 0


def _nobody_free_for_long(desk: Desk) -> None:
    desk.phone.free = 0
    desk.clock.now += 1800


SCENES = [_accepted, _throttled, _refused, _doubtful, _nobody_free, _nobody_free_for_long]


def _scene(arrange: Scene) -> tuple[Desk, LivingCalls]:
    phone = LivingCalls()
    desk = Desk(phone=phone)
    desk.book()
    arrange(desk)
    return desk, phone


def _hold(promises: Promises, desk: Desk, phone: LivingCalls) -> None:
    calls: Any = phone.calls  # as much of a call as is looked at
    promises.check(desk.memory.items(), calls)


def _live_on(desk: Desk, phone: LivingCalls, promises: Promises) -> None:
    """Go on as the functions do, until the callback is closed or somebody is asked."""
    phone.free = 1
    for _ in range(100):
        phone.go_on()
        _hold(promises, desk, phone)
        record = desk.record()
        if not record.is_open or record.state is State.NEEDS_OPERATOR:
            return
        desk.clock.now = max(desk.clock.now + 1, record.wake_at)
        desk.sweep(calls=phone)
        if desk.record().state in (State.BOOKED, State.WAITING):
            desk.dial()
    raise AssertionError("a callback is lost")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("arrange", SCENES, ids=lambda scene: scene.__name__.strip("_"))
def test_a_dialler_may_end_at_any_call(arrange: Scene, after: bool) -> None:
    for at_call in range(1, 50):
        desk, phone = _scene(arrange)
        promises, crashing = Promises(RULES, SLOTS.capacity), Crashing(at_call, after=after)

        try:
            desk.dial(crashing=crashing)
        except Crash:
            _hold(promises, desk, phone)
        _live_on(desk, phone, promises)

        assert len({call.token for call in phone.calls}) <= RULES.max_attempts
        if not crashing.crashed:
            assert at_call > 4
            return
    raise AssertionError("a dial of more than 50 calls")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("kind", [Kind.ACCEPTED, Kind.TIMED_OUT], ids=["ringing", "unknown"])
def test_a_sweeper_may_end_at_any_call(kind: Kind, after: bool) -> None:
    for at_call in range(1, 50):
        desk, phone = _scene(_accepted)
        phone.answers, phone.seconds = [kind], 3
        desk.dial()
        desk.clock.now += RULES.look_every
        promises, crashing = Promises(RULES, SLOTS.capacity), Crashing(at_call, after=after)

        try:
            desk.sweep(calls=phone, crashing=crashing)
        except Crash:
            _hold(promises, desk, phone)
        _live_on(desk, phone, promises)

        assert len({call.token for call in phone.calls}) == RULES.max_attempts
        assert desk.record().state is State.EXHAUSTED
        if not crashing.crashed:
            assert at_call > 3
            return
    raise AssertionError("a sweep of more than 50 calls")


def test_the_crashes_can_be_seen() -> None:
    desk, _ = _scene(_accepted)

    with pytest.raises(Crash):
        desk.dial(crashing=Crashing(1, after=True))

    assert desk.record(ID).lease_owner == "run-1"
