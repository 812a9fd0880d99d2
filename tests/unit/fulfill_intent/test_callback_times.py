"""The reasons that callers hear agree with what the ledger offers."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aicc_core.opening_hours import OpeningHours, OpenTimes
from callback_ledger.slots import SlotRules, is_offered
from fulfill_intent.callback_times import Refused, why_refused
from korean import KOREA
from tests.unit.fulfill_intent.caller import HOURS, NOW

MINUTES = st.integers(0, 24 * 60)
TIMES = st.tuples(MINUTES, MINUTES).filter(lambda ends: ends[0] < ends[1]).map(lambda ends: (OpenTimes(*ends),))
WEEKS = st.dictionaries(st.integers(0, 6), TIMES).map(lambda week: OpeningHours("", week, {}))
RULES = st.builds(
    SlotRules,
    length=st.sampled_from([1, 15, 20, 30, 60, 180]),
    lead=st.integers(1, 300),
    days=st.integers(0, 20),
)


@given(hours=WEEKS | st.just(HOURS), rules=RULES, ahead=st.integers(-1500, 31_000), minute=st.integers(0, 1439))
def test_a_time_has_a_reason_against_it_just_where_the_ledger_does_not_offer_it(
    hours: OpeningHours, rules: SlotRules, ahead: int, minute: int
) -> None:
    now = datetime(2026, 11, 23, tzinfo=KOREA) + timedelta(minutes=minute)
    when = now + timedelta(minutes=ahead)

    reason = why_refused(when, hours, rules, now=now)

    assert (reason is None) == is_offered(when, hours, rules, now=now)


@pytest.mark.parametrize(
    ("minutes", "reason"), [(-1, Refused.PAST), (9, Refused.TOO_SOON), (10, None), (60 * 24 * 30, Refused.TOO_FAR)]
)
def test_the_first_reason_that_holds_is_given(minutes: int, reason: Refused | None) -> None:
    assert why_refused(NOW + timedelta(minutes=minutes), HOURS, SlotRules(), now=NOW) is reason


def test_a_slot_that_the_closing_hour_cuts_is_closed() -> None:
    hours = OpeningHours("", {0: (OpenTimes(9 * 60, 17 * 60 + 45),)}, {})
    open_then, cut_off = NOW.replace(hour=17, minute=29), NOW.replace(hour=17, minute=35)

    reasons = [why_refused(when, hours, SlotRules(length=30), now=NOW) for when in (open_then, cut_off)]

    assert reasons == [None, Refused.CLOSED]
