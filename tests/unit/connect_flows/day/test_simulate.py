"""Every contact ends in one way, totals add up, and the same seed brings the same day."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._description import Day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._reader import read_day
from connect_flows._day._report import CallbacksReport, Report
from connect_flows._day._roster import roster
from connect_flows._day._simulate import simulate
from connect_flows._day._working import Break, Queue, Shift
from tests.unit.connect_flows.building import block
from tests.unit.connect_flows.day.days import MOMENT, asking, asking_day, day, exponential, line, talkative_day

REPOSITORY = Path(__file__).parents[4]


def check_sums(report: Report) -> None:
    assert sum(sum(outcomes.values()) for outcomes in report.outcomes.values()) == report.contacts
    assert sum(half.arrivals for half in report.half_hours) == report.contacts
    for queue in report.queues:
        assert queue.mean_length * 86400 == pytest.approx(queue.waited_seconds, abs=1e-3)
        assert queue.waits.count == queue.answered
        assert queue.queued >= queue.answered + queue.abandoned + queue.left + queue.called_back
    for callbacks in (report.queued_callbacks, report.booked_callbacks):
        assert sum(callbacks.outcomes.values()) == callbacks.count
        assert all(count >= 0 for count in callbacks.outcomes.values())


def test_everybody_is_served_when_there_are_agents_enough() -> None:
    report = simulate(day(300, agents=30), [line()], seed=1)

    check_sums(report)
    assert report.ended(Outcome.SERVED) == 300
    assert report.service_level == 1.0


def test_the_same_seed_brings_the_same_report() -> None:
    described = day(300, agents=2, patience=exponential(60.0))

    assert simulate(described, [line()], seed=4) == simulate(described, [line()], seed=4)
    assert simulate(described, [line()], seed=4).outcomes != simulate(described, [line()], seed=5).outcomes


def test_nobody_waits_in_a_queue_that_takes_nobody() -> None:
    report = simulate(day(50, limit=0), [line()], seed=1)

    check_sums(report)
    assert report.ended(Outcome.REFUSED) == report.queues[0].refused == 50


def test_whoever_has_no_patience_hangs_up_where_no_agent_is() -> None:
    report = simulate(day(50, agents=0, patience=Lengths(30.0)), [line()], seed=1)

    check_sums(report)
    assert report.ended(Outcome.ABANDONED) == report.queues[0].abandoned == 50
    assert report.queues[0].waited_seconds == pytest.approx(50 * 30.0)


def test_whoever_waits_when_the_day_is_over_is_open() -> None:
    report = simulate(day(20, agents=0), [line()], seed=1)

    check_sums(report)
    assert report.ended(Outcome.OPEN) == 20


def test_agents_take_breaks_and_finish_what_they_have() -> None:
    staff = replace(
        day().staff["agents"],
        agents=10,
        shifts=(Shift(share=1.0, start=9 * 3600.0, end=18 * 3600.0),),
        breaks=(Break(seconds=3600.0, start=11 * 3600.0, end=14 * 3600.0),),
    )

    report = simulate(day(2000, staff={"agents": staff}, patience=Lengths(20.0)), [line()], seed=1)

    check_sums(report)
    # Eight hours each, and at most one call longer.
    assert 80.0 <= report.staff[0].present_hours < 80.0 + 10 * 2 * 1000 / 3600
    assert report.half_hours[17].agents == 0.0
    assert report.half_hours[24].agents < 10.0


def test_each_agent_has_the_breaks_of_the_shift() -> None:
    breaks = (Break(seconds=3600.0, start=11 * 3600.0, end=13 * 3600.0), Break(seconds=600.0, start=8e4, end=8.2e4))
    shifts = (Shift(share=0.5, start=9 * 3600.0, end=18 * 3600.0), Shift(share=0.5, start=12 * 3600.0, end=15 * 3600.0))
    staff = replace(day().staff["agents"], agents=4, shifts=shifts, breaks=breaks)

    found = [[(start / 3600, end / 3600) for start, end in stretches] for stretches in roster(staff)]

    assert found == [
        [(9.0, 11.25), (12.25, 18.0)],
        [(9.0, 11.75), (12.75, 18.0)],
        [(12.0, 15.0)],
        [(12.0, 15.0)],
    ]


def test_progress_is_told_up_to_the_last_contact() -> None:
    told: list[tuple[int, int]] = []

    simulate(day(450), [line()], seed=1, progress=lambda come, whole: told.append((come, whole)))

    assert told == [(200, 450), (400, 450), (450, 450)]


def test_the_number_of_flows_changes_nothing() -> None:
    described = day(200)
    others = [line(name=f"other_{number}") for number in range(20)]

    assert simulate(described, [line(), *others], seed=2) == simulate(described, [line()], seed=2)


def chats_and_calls(
    contacts: int, *, agents: int, seats: int = 1, handle: Lengths = MOMENT, patience: float = 0.001
) -> Day:
    """Half of the contacts are chats, and only chats have agents."""
    plain = day(contacts, agents=agents, patience=Lengths(patience), handle=handle)
    calls, staff = plain.channels["VOICE"], plain.staff["agents"]
    return replace(
        plain,
        channels={
            "VOICE": replace(calls, share=0.5),
            "CHAT": replace(calls, share=0.5, messages_per_minute=60.0),
        },
        staff={"agents": replace(staff, channel="CHAT", seats=seats)},
    )


def test_who_has_chats_takes_no_calls() -> None:
    report = simulate(chats_and_calls(300, agents=20), [line()], seed=1)

    check_sums(report)
    assert report.outcomes["CHAT"][Outcome.SERVED] == sum(report.outcomes["CHAT"].values()) > 100
    assert report.outcomes["VOICE"][Outcome.ABANDONED] == sum(report.outcomes["VOICE"].values()) > 100


def test_calls_that_wait_are_not_for_who_has_chats() -> None:
    report = simulate(chats_and_calls(300, agents=1, handle=Lengths(400.0), patience=2000.0), [line()], seed=1)

    check_sums(report)
    assert report.outcomes["CHAT"][Outcome.SERVED] == report.waits.count > 100
    assert report.waits.longest > 400.0
    assert report.outcomes["VOICE"][Outcome.SERVED] == 0


def test_an_agent_has_as_many_chats_at_a_time_as_seats() -> None:
    one = simulate(chats_and_calls(2500, agents=1, handle=Lengths(100.0)), [line()], seed=1)
    three = simulate(chats_and_calls(2500, agents=1, seats=3, handle=Lengths(100.0)), [line()], seed=1)

    # A day has room for 864 chats of 100 seconds one after the other.
    assert one.staff[0].contacts < 864 < three.staff[0].contacts < 3 * 864
    # The one that comes is there for a moment, until it hangs up.
    assert max(half.chats for half in three.half_hours) == 4
    assert three.staff[0].present_hours == pytest.approx(one.staff[0].present_hours, abs=0.1)


def test_messages_count_while_an_agent_is_in_the_chat() -> None:
    report = simulate(chats_and_calls(2000, agents=40, handle=Lengths(60.0)), [line()], seed=1)

    [messages] = [quota for quota in report.quotas if quota.name == "send_message"]
    # Some 0.7 chats at a time, each with one message a second.
    assert 2 <= messages.needed <= 12
    [chats] = [quota for quota in report.quotas if quota.name == "start_chat_contact"]
    assert 1 <= chats.needed <= 5


@pytest.mark.parametrize("agents", [0, 1, 3, 40])
def test_whatever_happens_adds_up(agents: int) -> None:
    report = simulate(asking_day().with_agents(agents=agents), asking(), seed=agents)

    check_sums(report)
    assert report.contained == report.ended(Outcome.CONTAINED) + report.ended(Outcome.BOOKED)
    assert report.ended(Outcome.CLOSED) > 100
    assert report.blocks > 4 * report.contacts


@pytest.mark.parametrize(("calls", "chats"), [(1, 0), (3, 1), (20, 4)])
def test_the_typical_day_adds_up_in_our_flows(calls: int, chats: int) -> None:
    described = read_day(REPOSITORY / "config" / "days" / "typical.toml").with_contacts(400)

    report = simulate(described.with_agents(calls=calls, chats=chats), REPOSITORY / "flows", seed=calls)

    check_sums(report)
    assert report.ended(Outcome.FAILED) == report.ended(Outcome.TOLD) == 0
    assert report.talked_to_bot > 380
    assert report.blocks > 30 * 400


def test_the_bot_keeps_whom_it_is_enough_for() -> None:
    report = simulate(asking_day(hours={"main": (0.0, 86400.0)}), asking(), seed=3)

    told = {intent.name: intent for intent in report.intents}
    assert report.talked_to_bot == report.contacts
    assert (told["faq"].contained, told["faq"].queued) == (told["faq"].contacts, 0)
    assert (told["agent"].contained, told["agent"].queued) == (0, told["agent"].contacts)
    assert report.ended(Outcome.BOOKED) == told["callback"].contacts


def with_calls(described: Day, **changes: Any) -> Day:
    return replace(described, channels={"VOICE": replace(described.channels["VOICE"], **changes)})


def test_some_hang_up_whatever_the_flow_says() -> None:
    described = asking_day(hours={"main": (0.0, 86400.0)})

    everybody = simulate(with_calls(described, leaving=1.0, leaving_after=Lengths(2.0)), asking(), seed=3)
    some = simulate(with_calls(described, leaving=0.25, leaving_after=Lengths(2.0)), asking(), seed=3)

    assert everybody.ended(Outcome.HUNG_UP) == everybody.contacts
    assert 0.18 < some.ended(Outcome.HUNG_UP) / some.contacts < 0.32


def test_who_shows_no_number_cannot_be_called_back() -> None:
    described = asking_day(600, booked=None).with_agents(agents=1)

    assert simulate(described, asking(), seed=3).queued_callbacks.count > 20
    assert simulate(with_calls(described, hidden=1.0), asking(), seed=3).queued_callbacks.count == 0


def test_callbacks_in_turn_are_dialled_until_somebody_picks_up() -> None:
    report = simulate(asking_day(600).with_agents(agents=1), asking(), seed=3)

    callbacks = report.queued_callbacks
    assert callbacks.count >= report.ended(Outcome.CALLBACK) > 20
    assert callbacks.dials > callbacks.outcomes[CallbackOutcome.SERVED] + callbacks.outcomes[CallbackOutcome.UNREACHED]
    assert callbacks.waits.count == callbacks.outcomes[CallbackOutcome.SERVED] > 0
    assert callbacks.waits.mean > 30.0


def test_a_full_queue_takes_no_callback() -> None:
    described = asking_day(600, queues={"general": Queue(max_contacts=3)}).with_agents(agents=0)

    report = simulate(described, asking(), seed=3)

    check_sums(report)
    # A caller who waits has a place that a callback would need besides.
    assert report.queued_callbacks.refused > 0
    assert report.queues[0].refused > 0


def test_nobody_is_dialled_while_no_agent_is_free() -> None:
    report = simulate(asking_day().with_agents(agents=0), asking(), seed=3)

    assert report.booked_callbacks.dials == 0
    assert report.booked_callbacks.outcomes[CallbackOutcome.NOBODY_FREE] > 0


def test_nobody_is_dialled_after_the_last_shift() -> None:
    described = asking_day(1500)
    staff = replace(described.staff["agents"], shifts=(Shift(share=1.0, start=9 * 3600.0, end=12 * 3600.0),))

    report = simulate(replace(described, staff={"agents": staff}), asking(), seed=3)

    booked = report.booked_callbacks
    assert booked.outcomes[CallbackOutcome.SERVED] > 0
    assert booked.outcomes[CallbackOutcome.NOBODY_FREE] > 0
    # Whoever is called while there is an agent gets one.
    assert booked.outcomes[CallbackOutcome.OPEN] == booked.outcomes[CallbackOutcome.ABANDONED] == 0


def test_booked_callbacks_come_when_agents_are_free() -> None:
    report = simulate(asking_day().with_agents(agents=40), asking(), seed=3)

    callbacks = report.booked_callbacks
    assert callbacks.outcomes[CallbackOutcome.NOBODY_FREE] == 0
    assert callbacks.outcomes[CallbackOutcome.OTHER_DAY] > 0
    assert callbacks.dials > callbacks.waits.count > 0
    # The telephone rings as soon as it is time, as fast as calls may be started.
    assert 12.0 <= callbacks.waits.median <= 12.0 + 3 / 1.6


def test_a_voice_mail_is_called_again_and_somebody_who_declines_is_not() -> None:
    confirm = line(
        block(
            "confirm",
            "GetParticipantInput",
            {"Text": "상담을 원하시면 1번을 눌러 주십시오.", "InputTimeLimitSeconds": "5", "StoreInput": "False"},
            next="bye",
            errors={"NoMatchingError": "bye", "NoMatchingCondition": "bye", "InputTimeLimitExceeded": "bye"},
            conditions=[("Equals", "1", "choose"), ("Equals", "2", "bye")],
        ),
        name="confirm",
        first="confirm",
    )
    plain = asking_day(100).with_agents(agents=40)
    assert plain.booked is not None
    plan = replace(plain.booked, flow="confirm", answered=1.0, same_day=0.0, from_before=0.3, retry=60.0)

    def booked(key: str) -> CallbacksReport:
        menus = {**plain.menus, "confirm/confirm": Choice([(key, 1.0)])}
        return simulate(replace(plain, booked=plan, menus=menus), [*asking(), confirm], seed=3).booked_callbacks

    declined, silent, confirmed = booked("2"), booked(""), booked("1")
    assert (declined.dials, declined.outcomes[CallbackOutcome.UNCONFIRMED]) == (30, 30)
    assert (silent.dials, silent.outcomes[CallbackOutcome.UNREACHED]) == (90, 30)
    assert (confirmed.dials, confirmed.outcomes[CallbackOutcome.SERVED]) == (30, 30)


def test_a_slot_has_only_so_many_callbacks() -> None:
    described = asking_day(400)
    assert described.booked is not None
    described = replace(described, booked=replace(described.booked, capacity=1, same_day=1.0, from_before=0.0))

    report = simulate(described, asking(), seed=3)

    booked = report.booked_callbacks
    assert booked.outcomes[CallbackOutcome.NO_SLOT] > 0
    assert booked.count - booked.outcomes[CallbackOutcome.NO_SLOT] <= 18


def test_quotas_show_what_the_day_needs() -> None:
    report = simulate(talkative_day(), asking(), seed=3)

    quotas = {quota.name: quota for quota in report.quotas}
    calls = quotas["concurrent_calls"]
    assert calls.needed == max(half.calls for half in report.half_hours) > 10
    assert calls.exceeded
    assert calls.request is not None
    assert calls.request * 0.8 >= calls.needed
    assert quotas["concurrent_chats"].needed == 0
    assert 0 < quotas["lambda_concurrency"].needed < 100
    assert quotas["users"].needed == 20
