from datetime import date, timedelta
from typing import Any

import pytest

from callback_ledger.events import Kind
from callback_ledger.states import State
from sweep_callbacks.logic import sweep
from sweep_callbacks.means import Means
from sweep_callbacks.stock import take_stock
from tests.unit.callbacks.desk import ID, RULES, TEN, Desk
from tests.unit.callbacks.ports import Counted, Stock, at

MONDAY = date(2026, 11, 23)
IDS = [f"{number:032x}" for number in range(6)]


def several(desk: Desk, *, answer: Kind = Kind.ACCEPTED) -> None:
    """Dial all of IDS, as fast as it is allowed."""
    desk.phone.answers, desk.phone.free, desk.phone.seconds = [answer], 9, 3
    for place, callback_id in enumerate(IDS):
        desk.book(callback_id, start=TEN + place * 1800, phone=f"+82101111000{place}")
        desk.dial(callback_id)


def test_wakes_what_nobody_was_woken_for(desk: Desk) -> None:
    desk.book()
    desk.book(IDS[1], due_at=at(11), start=at(11), phone="+821099998888")

    swept = desk.sweep()

    assert desk.waking.woken == [(ID, TEN)]
    assert (dict(swept.steps), swept.overdue) == ({"dial": 1}, 0)


@pytest.mark.parametrize(("late", "overdue"), [(299, 0), (300, 1)])
def test_counts_what_nobody_looked_at_for_too_long(desk: Desk, late: int, overdue: int) -> None:
    desk.book()
    desk.clock.now += late

    assert desk.sweep().overdue == overdue


def test_gives_up_a_dialler_that_ended(desk: Desk) -> None:
    desk.book()
    desk.phone.between = lambda: 1 / 0
    with pytest.raises(ZeroDivisionError):
        desk.dial()
    desk.clock.now += RULES.lease

    desk.sweep()

    assert desk.record().state is State.UNKNOWN
    assert desk.measures.names[-1] == "Unknown"


@pytest.mark.parametrize(
    ("kind", "state"),
    [(Kind.NOT_REACHED, State.WAITING), (Kind.TALKED, State.DONE), (Kind.CONFIRMED, State.TALKING)],
)
def test_hears_of_a_call_whose_events_were_lost(desk: Desk, kind: Kind, state: State) -> None:
    desk.book()
    desk.dial()
    desk.clock.now += RULES.look_every
    desk.found.kinds = {f"{ID}-1": kind}

    desk.sweep()

    assert desk.record().state is state


@pytest.mark.parametrize("kinds", [{}, {f"{ID}-1": Kind.ACCEPTED}, {f"{ID}-1": None}], ids=["none", "same", "fails"])
def test_looks_again_later_when_there_is_no_news(desk: Desk, kinds: dict[str, Kind | None]) -> None:
    desk.book()
    desk.dial()
    desk.clock.now += RULES.look_every
    desk.found.kinds = kinds

    desk.sweep()

    assert desk.record().state is State.RINGING
    assert desk.record().wake_at == TEN + 2 * RULES.look_every
    assert desk.failed == ([ID] if None in kinds.values() else [])


def test_looks_no_more_often_at_a_talk_than_at_a_call_that_rings(desk: Desk) -> None:
    desk.book()
    desk.dial()
    desk.found.kinds = {f"{ID}-1": Kind.PUT_THROUGH}
    looked = []

    for _ in range(3):
        desk.clock.now = desk.record().wake_at
        desk.sweep()
        looked.append(desk.record().wake_at - desk.clock.now)

    assert desk.record().state is State.TALKING
    assert looked == [RULES.look_every] * 3


def test_leaves_to_an_operator_what_is_never_found(desk: Desk) -> None:
    desk.book()
    desk.phone.answers, desk.phone.seconds = [Kind.TIMED_OUT], 3
    desk.dial()

    while desk.record().state is State.UNKNOWN:
        desk.clock.now = max(desk.clock.now + 1, desk.record().wake_at)
        desk.sweep()

    assert desk.record().state is State.NEEDS_OPERATOR
    assert desk.clock.now >= TEN + RULES.settle_within
    assert len(desk.phone.started) == 1
    assert desk.measures.names[-1] == "NeedsOperator"


def test_searches_no_faster_than_connect_allows(desk: Desk) -> None:
    several(desk, answer=Kind.TIMED_OUT)
    began = desk.clock.now

    desk.sweep()

    assert sorted(desk.found.looked_for) == [f"{callback_id}-1" for callback_id in IDS]
    assert desk.clock.now - began >= 5 / 0.4


def test_looks_at_once_at_calls_that_it_need_not_search_for(desk: Desk) -> None:
    several(desk)
    desk.clock.now = began = desk.clock.now + RULES.look_every

    desk.sweep()

    assert len(desk.found.looked_for) == len(IDS)
    assert desk.clock.now == began


def test_one_bad_callback_stops_no_other(desk: Desk) -> None:
    several(desk)
    desk.clock.now += RULES.look_every
    good = desk.ledger.record

    def damaged(callback_id: str) -> Any:
        if callback_id == IDS[2]:
            raise KeyError("state")
        return good(callback_id)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk.ledger, "record", damaged)
        swept = desk.sweep()

    assert desk.failed == [IDS[2]]
    assert swept.steps == {"look": 5, "failed": 1}


def test_stops_when_its_time_is_over(desk: Desk) -> None:
    several(desk, answer=Kind.TIMED_OUT)
    times = iter([True] * 7 + [False] * 100)
    means = Means(
        ledger=desk.ledger,
        calls=desk.found,
        waking=desk.waking,
        measures=desk.measures,
        rules=desk.rules,
        clock=desk.clock,
        in_time=lambda: next(times),
        pause=lambda: None,
        failed=desk.failed.append,
    )

    sweep(100, means)

    assert len(desk.found.looked_for) == 1  # six were looked through, one was searched for


def test_takes_stock_with_each_sweep_and_for_the_day_with_the_first() -> None:
    counted, stock = Counted(), Stock(open_=7, waiting=2)

    for day in (MONDAY, MONDAY, MONDAY + timedelta(days=1)):
        take_stock(3, counts=stock, into=counted, today=day, now=TEN)

    each = [("Open", 9), ("Overdue", 3), ("WaitingForOperator", 2)]
    daily = [("DailyOpen", 9), ("DailyWaitingForOperator", 2)]
    assert counted.values == [*each, *daily, *each, *each, *daily]
