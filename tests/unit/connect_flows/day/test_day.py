"""What is wrong in the description of a day is told in one line: place, value, cure."""

import random
from dataclasses import replace
from pathlib import Path
from statistics import mean, stdev

import pytest

from connect_flows._day._chance import EXPONENTIAL, Choice, Lengths
from connect_flows._day._errors import InvalidDay
from connect_flows._day._levels import Level
from connect_flows._day._meters import Requests
from connect_flows._day._quotas import QUOTAS, judged
from connect_flows._day._reader import parse_day, read_day
from connect_flows._day._simulate import simulate
from connect_flows._day._speech import spoken
from tests.unit.connect_flows.day.days import asking, asking_day

TYPICAL = Path(__file__).parents[4] / "config" / "days" / "typical.toml"
ARRIVALS = f"arrivals = {[1.0] * 48}"
SMALLEST = f"""
date = 2026-03-03
contacts = 10
{ARRIVALS}
[channels.voice]
share = 1
flow = "line"
answering = 1
patience = {{ mean = 60, shape = "exponential" }}
[hours]
main = {{ opens = "09:00", closes = "18:00" }}
[staff.calls]
channel = "voice"
agents = 2
queues = ["general"]
handle = {{ mean = 60, sd = 30 }}
shifts = [{{ start = "09:00", end = "18:00" }}]
breaks = [{{ minutes = 60, start = "12:00", end = "13:00" }}]
[functions.status]
seconds = 1
answers = [{{ share = 0.5, values = {{ line_status = "open" }} }}, {{ share = 0.5, error = "Unhandled" }}]
"""


def test_the_typical_day_is_one() -> None:
    day = read_day(TYPICAL)

    assert (day.name, day.contacts, day.target) == ("typical", 100_000, 20.0)
    assert day.staff["calls"].handle == Lengths(250.0, 190.0)
    assert day.staff["chats"].seats == 3
    assert day.menus["callback/ask-customer"].shares[-1] == ("", 0.04)
    assert day.booked is not None
    assert day.booked.retry == 600.0


def test_what_is_not_written_is_usual() -> None:
    day = parse_day(SMALLEST, "small")

    assert day.channels["VOICE"].patience == Lengths(60.0, shape=EXPONENTIAL)
    assert day.staff["calls"].after == Lengths(0.0)
    assert day.staff["calls"].shifts[0].share == 1.0
    assert day.queued is None


@pytest.mark.parametrize(
    ("there", "instead", "told"),
    [
        ("contacts = 10", "contacts = 0", "day.toml: contacts: 0 is no whole number; write one of at least 1"),
        ("contacts = 10", "contacts = 10\ncontact = 1", "day.toml: contact: is unknown; did you mean contacts?"),
        (
            "date = 2026-03-03",
            'date = "today"',
            "day.toml: date: 'today' is no date; write it without quotes: 2026-03-03",
        ),
        ("share = 1\n", "share = 0.5\n", "day.toml: channels: shares add up to 0.5; make them add up to 1"),
        (
            "share = 1\n",
            "share = nan\n",
            "day.toml: channels.voice.share: nan is out of bounds; write a number from 0 to 1",
        ),
        ("[channels.voice]", "[channels.fax]", "day.toml: channels.fax: is unknown; write one of: voice, chat"),
        ('flow = "line"\n', "", "day.toml: channels.voice.flow: is missing; add it"),
        ('flow = "line"', "flow = 1", "day.toml: channels.voice.flow: 1 is no text; write it in quotes"),
        (
            "answering = 1",
            'answering = "1"',
            "day.toml: channels.voice.answering: '1' is no number; write one without quotes",
        ),
        (
            '"exponential"',
            '"normal"',
            "day.toml: channels.voice.patience.shape: 'normal' is unknown; write one of: lognormal, exponential",
        ),
        (
            '"09:00", closes',
            '"9am", closes',
            "day.toml: hours.main.opens: '9am' is no time; write hours and minutes: \"09:30\"",
        ),
        (
            'closes = "18:00"',
            'closes = "08:00"',
            "day.toml: hours.main.closes: is before it opens; write a later time, up to 24:00",
        ),
        (
            "minutes = 60",
            "minutes = 90",
            "day.toml: staff.calls.breaks[0].minutes: 90 is out of bounds; write a number from 0 to 60",
        ),
        (
            'queues = ["general"]',
            "queues = []",
            'day.toml: staff.calls.queues: [] is no list of texts; write ["one", "two"]',
        ),
        (
            "agents = 2",
            "agents = true",
            "day.toml: staff.calls.agents: True is no whole number; write one of at least 0",
        ),
        (
            "share = 0.5, error",
            "share = 0.4, error",
            "day.toml: functions.status.answers: shares add up to 0.9; make them add up to 1",
        ),
        (
            ARRIVALS,
            "arrivals = [1, 2]",
            "day.toml: arrivals: [1, 2] are no 48 numbers; write 48 numbers, not all of them 0",
        ),
        ("[functions.status]", "[[functions.status]]", "day.toml: functions.status: "),
        ("date = ", "date ", "day.toml: is no TOML ("),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_cure(there: str, instead: str, told: str) -> None:
    assert there in SMALLEST

    with pytest.raises(InvalidDay) as error:
        parse_day(SMALLEST.replace(there, instead, 1))

    assert str(error.value).startswith(told)
    assert "\n" not in str(error.value)


def test_a_day_must_say_what_its_flows_ask() -> None:
    day = asking_day()
    for less, told in (
        (
            replace(day, functions={}),
            "functions.status: is missing, and flow line uses it; add [functions.status]",
        ),
        (replace(day, bots={}), "bots.service: is missing, and flow line uses it; add [bots.service]"),
        (replace(day, queues={}), "queues.general: is missing, and flow line uses it; add [queues.general]"),
        (
            replace(day, queued=None),
            "queued_callbacks: is missing, and block call of flow waiting makes them; add [queued_callbacks]",
        ),
        (
            replace(day, menus={}),
            'menus."waiting/offer": is missing, and the flow asks it; add [menus."waiting/offer"]',
        ),
    ):
        with pytest.raises(InvalidDay, match="is missing") as error:
            simulate(less, asking())

        assert str(error.value) == f"plain: {told}"


def test_a_day_says_nothing_that_its_flows_do_not_have() -> None:
    offer = asking_day().menus["waiting/offer"]
    for menus, told in (
        (
            {"waiting/offer": offer, "waiting/other": offer},
            'menus."waiting/other": is no menu; there are waiting/offer',
        ),
        (
            {"waiting/offer": Choice([("9", 1.0)])},
            'menus."waiting/offer".9: is no key of the menu; write one of: 1, 2, silence',
        ),
    ):
        with pytest.raises(InvalidDay) as error:
            simulate(replace(asking_day(), menus=menus), asking())

        assert told in str(error.value)


def test_agents_can_be_others_but_not_of_another_staff() -> None:
    day = parse_day(SMALLEST)

    assert day.with_agents(calls=7).staff["calls"].agents == 7
    with pytest.raises(InvalidDay, match="staff 'call' is not there; name one of: calls"):
        day.with_agents(call=7)
    with pytest.raises(InvalidDay, match="0 contacts are too few"):
        day.with_contacts(0)


def test_lengths_have_the_mean_and_the_deviation_that_they_say() -> None:
    chance = random.Random(1)

    drawn = [Lengths(250.0, 190.0).draw(chance) for _ in range(50_000)]

    assert mean(drawn) == pytest.approx(250.0, rel=0.02)
    assert stdev(drawn) == pytest.approx(190.0, rel=0.05)


def test_a_choice_keeps_to_its_shares() -> None:
    chance = random.Random(1)
    choice = Choice([("1", 0.2), ("2", 0.0), ("3", 0.8)])

    drawn = [choice.draw(chance) for _ in range(20_000)]

    assert drawn.count("1") / 20_000 == pytest.approx(0.2, abs=0.01)
    assert "2" not in drawn


def test_agents_are_shared_out_whole() -> None:
    assert Choice([("a", 0.62), ("b", 0.38)]).split(520) == [322, 198]
    assert sum(Choice([("a", 1 / 3), ("b", 1 / 3), ("c", 1 / 3)]).split(10)) == 10


def test_a_level_is_split_over_half_hours() -> None:
    level = Level(0.0)

    level.change(1700.0, 3)
    level.change(3700.0, -3)

    assert level.sums[:3] == [300.0, 5400.0, 300.0]
    assert level.peaks[:4] == [3, 3, 3, 0]


def test_a_bucket_refuses_what_comes_too_fast() -> None:
    api = Requests()
    for at in range(100):
        api.ask(float(at))
        api.ask(float(at))
        api.ask(float(at))

    # 5 at once, then 2 a second; the last second fills nothing any more.
    assert api.refused(rate=2, burst=5) == 300 - (5 + 99 * 2)
    assert api.refused(rate=3, burst=5) == 0


def test_a_bucket_holds_no_more_than_its_burst() -> None:
    api = Requests()
    for at in [0.0] * 4 + [1000.0] * 9:
        api.ask(at)

    assert api.refused(rate=2, burst=5) == 4


def test_a_quota_of_an_api_is_exceeded_when_requests_are_refused() -> None:
    calm, hurried, peaks = Requests(), Requests(), {quota.name: 1 for quota in QUOTAS}
    for at in range(100):
        calm.ask(float(at))
        for _ in range(20):
            hurried.ask(float(at))
    apis = [quota.name for quota in QUOTAS if quota.unit == "per_second"]

    for requests, exceeded in ((calm, False), (hurried, True)):
        judgements = [each for each in judged(peaks, dict.fromkeys(apis, requests)) if each.name in apis]
        assert [each.exceeded for each in judgements] == [exceeded] * len(apis)
        assert all((each.request == 25) is exceeded and (each.refused == 0) is not exceeded for each in judgements)


def test_prompts_take_as_long_as_their_syllables_and_pauses() -> None:
    assert spoken("안녕하십니까. 예시상사입니다!", 13.0) == 1.0
    assert spoken('<speak>네<break time="500ms"/><break time="2s"/></speak>', 2.0) == 3.0
