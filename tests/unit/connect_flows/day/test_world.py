"""What bots, agents and free seats of a day do, one by one."""

from dataclasses import replace
from statistics import mean

import pytest

from connect_flows._day._answering import BotOutcome, Intent
from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._description import Day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._room import Count, Pool, Seat
from connect_flows._day._simulate import simulate
from connect_flows._day._visit import Kind
from connect_flows._day._world import World
from connect_flows._simulator._surroundings import BotRequest, BotResult
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
    world.silent = True
    assert world.speech_seconds("안녕하십니까") == 0.0
    world.silent = False
    assert world.speech_seconds("안녕하십니까") == pytest.approx(6 / 5.5)


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
