"""What bots, agents and free seats of a day do, one by one."""

from dataclasses import replace
from statistics import mean

import pytest

from connect_flows._day._answering import BotOutcome, Intent
from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._description import Day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._report import Report
from connect_flows._day._room import Count, Pool, Seat
from connect_flows._day._simulate import simulate
from connect_flows._day._visit import Kind
from connect_flows._day._world import World
from connect_flows._simulator._surroundings import BotRequest, BotResult, FunctionRequest, FunctionResult
from tests.unit.connect_flows.day.days import asking, asking_day

PROOF = {"customer_authenticated": "true"}


def world_of(day: Day) -> World:
    return World(day, asking(), seed=1)


def with_intent(turns: float) -> Day:
    """A bot that knows one intent, and ends it in one way with strangers and in another with customers."""
    stranger, customer = (Choice([(BotOutcome(attributes={"next": each}), 1.0)]) for each in ("prove", "bye"))
    intent = Intent(name="refund", turns=turns, outcomes=stranger, proven=customer)
    day = asking_day()
    bot = replace(day.bots["service"], intents=Choice([(intent, 1.0)]), proven_if=PROOF)
    return replace(day, bots={"service": bot})


def conversation(world: World, attributes: dict[str, str]) -> list[BotResult]:
    """The turns of a conversation; only the first of them has what the flow tells the bot."""
    visit = world.comes(lambda: world.begin(channel="VOICE", method="INBOUND"), Kind.ARRIVAL)
    world.begins_talk(visit)
    turns: list[BotResult] = []
    while not turns or not turns[-1].closed:
        told = {} if turns else attributes
        request = BotRequest(
            bot="${bot.service}", locale="ko_KR", session=visit.contact.id, text="네", mode="Speech", attributes=told
        )
        turns.append(world.ask_bot(request))
    return turns


def test_conversations_have_as_many_turns_as_the_day_says_on_average() -> None:
    world = world_of(with_intent(turns=3.0))

    lengths = [len(conversation(world, {})) for _ in range(3000)]

    assert mean(lengths) == pytest.approx(3.0, abs=0.15)
    assert min(lengths) == 1
    assert world.lambdas.count == sum(lengths)


def test_a_bot_ends_otherwise_with_somebody_who_has_proved_to_be_who_it_is() -> None:
    world = world_of(with_intent(turns=2.0))

    assert conversation(world, {})[-1].attributes == {"next": "prove"}
    assert conversation(world, PROOF)[-1].attributes == {"next": "bye"}
    assert conversation(world, {"customer_authenticated": "false"})[-1].attributes == {"next": "prove"}


def test_a_bot_needs_no_time_to_say_what_is_written() -> None:
    world = world_of(with_intent(turns=1.0))
    visit = world.comes(lambda: world.begin(channel="CHAT", method="API"), Kind.ARRIVAL)
    world.begins_talk(visit)

    result = world.ask_bot(
        BotRequest(bot="${bot.service}", locale="ko_KR", session=visit.contact.id, text="네", mode="Text")
    )

    assert result.seconds == pytest.approx(0.5 + 0.3)


def test_a_flow_needs_its_time_to_say_something() -> None:
    assert world_of(with_intent(turns=1.0)).speech_seconds("안녕하십니까") == pytest.approx(6 / 5.5)


def test_an_agent_waits_for_the_telephone_to_be_picked_up() -> None:
    day = asking_day(600, booked=None).with_agents(agents=1)
    assert day.queued is not None
    day = replace(day, queued=replace(day.queued, answered=1.0, rings=Lengths(10.0)))
    day = replace(day, staff={"agents": replace(day.staff["agents"], handle=Lengths(120.0))})

    report = simulate(day, asking(), seed=3)

    called = report.queued_callbacks.outcomes[CallbackOutcome.SERVED]
    assert called > 20
    work = 120.0 * report.ended(Outcome.SERVED) + (10.0 + 120.0) * called
    assert report.staff[0].worked_hours * 3600 == pytest.approx(work)


def test_a_telephone_that_nobody_picks_up_costs_an_agent_a_minute_and_no_work_after_it() -> None:
    day = asking_day(600, booked=None).with_agents(agents=1)
    assert day.queued is not None
    staff = replace(day.staff["agents"], handle=Lengths(120.0), after=Lengths(50.0))
    day = replace(day, queued=replace(day.queued, answered=0.0), staff={"agents": staff})

    report = simulate(day, asking(), seed=3)

    callbacks = report.queued_callbacks
    assert callbacks.outcomes[CallbackOutcome.UNREACHED] == callbacks.count > 20
    assert callbacks.dials == 3 * callbacks.count
    work = (120.0 + 50.0) * report.ended(Outcome.SERVED) + 60.0 * callbacks.dials
    assert report.staff[0].worked_hours * 3600 == pytest.approx(work)


def test_a_function_that_takes_longer_than_the_block_allows_times_out() -> None:
    world = world_of(asking_day())
    function = world.day.functions["status"]

    def ask(seconds: float) -> FunctionResult:
        return world.ask_function(FunctionRequest(function="${function.status}", event={}, seconds=seconds))

    assert function.seconds == Lengths(0.2)
    assert (ask(0.5).error, ask(0.5).seconds) == ("", 0.2)
    assert (ask(0.1).error, ask(0.1).seconds) == ("TimedOut", 0.1)
    assert world.lambdas.count == 4


def at_nine(callbacks: int, agents: int) -> Report:
    """Callbacks that were all booked for nine, on a day without other contacts but one."""
    day = asking_day(1, hours={"main": (9 * 3600.0, 9.5 * 3600.0)}).with_agents(agents=agents)
    assert day.booked is not None
    plan = replace(day.booked, capacity=callbacks, from_before=float(callbacks), answered=1.0)
    return simulate(replace(day, booked=plan), asking(), seed=1)


def test_calls_start_at_the_pace_that_is_allowed() -> None:
    report = at_nine(30, agents=40)

    assert report.booked_callbacks.dials == 30
    # Three at once, then 1.6 a second, and twelve seconds until somebody picks up.
    assert report.booked_callbacks.waits.longest == pytest.approx(27 / 1.6 + 12.0, abs=0.7)
    [outbound] = [quota for quota in report.quotas if quota.name == "start_outbound_voice_contact"]
    assert outbound.needed <= 5
    assert not outbound.exceeded


def test_no_more_telephones_ring_than_agents_are_free() -> None:
    report = at_nine(12, agents=2)

    assert report.booked_callbacks.dials == 12
    assert report.booked_callbacks.outcomes[CallbackOutcome.SERVED] > 3
    assert report.queues[0].waits.longest == 0.0


def test_who_has_been_free_longest_comes_first() -> None:
    world = world_of(asking_day())
    first, second = (
        Seat(name=name, queues=(), center=world, staff="agents", channel="VOICE", count=Count())
        for name in ("first", "second")
    )
    pool = Pool()
    pool.add(first)
    pool.add(second)

    assert pool.first() is first
    pool.take()
    pool.add(first)
    assert pool.first() is second
    second.online = False
    assert pool.first() is first
