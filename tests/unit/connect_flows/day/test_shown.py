"""Reports as tables, pictures and JSON, in both languages, and over several runs."""

import doctest
import importlib
import json
import math
import pkgutil
import random
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from types import ModuleType

import pytest

import connect_flows._day
from connect_flows._day._endings import CallbackOutcome, Outcome
from connect_flows._day._json import as_json
from connect_flows._day._picture import picture
from connect_flows._day._quotas import QUOTAS
from connect_flows._day._replicate import estimated, estimates, figures, replicate
from connect_flows._day._report import Report
from connect_flows._day._simulate import simulate
from connect_flows._day._tables import tables
from connect_flows._day._text_table import TextTable, as_text
from connect_flows._day._words import ENGLISH, KOREAN, LANGUAGES, word
from tests.unit.connect_flows.day.days import asking, day, line, talkative_day

HANGUL = re.compile("[가-힣]")
MODULES = [
    importlib.import_module(f"connect_flows._day.{found.name}")
    for found in pkgutil.iter_modules(connect_flows._day.__path__)
]


@pytest.fixture(scope="module")
def report() -> Report:
    return simulate(talkative_day(), asking(), seed=3)


def found(report: Report, title: str) -> dict[str, tuple[str, ...]]:
    """The rows of a table by their first cell."""
    [rows] = [table.rows for table in tables([report], ENGLISH) if table.title == title]
    return {row[0]: row[1:] for row in rows}


def test_tables_show_what_the_report_has(report: Report) -> None:
    quotas = found(report, "Quotas of AWS")

    assert found(report, "The day")["Contacts"] == ("1,500",)
    assert found(report, "The day")["Service level (within 20 s)"] == (f"{report.service_level:.1%}",)
    assert found(report, "How contacts ended")["Talked to an agent"][0] == f"{report.ended(Outcome.SERVED):,}"
    assert quotas["Concurrent calls (instance)"][:3] == ("10", str(report.quotas[0].needed), "too little")
    assert quotas["Users (instance)"][2:] == ("enough", "-", "-")


def test_a_quota_that_only_a_burst_exceeds_is_told_from_one_that_is_enough(report: Report) -> None:
    quotas = tuple(
        replace(quota, needed=7, refused=0, exceeded=False, request=None)
        if quota.name == "start_chat_contact"
        else quota
        for quota in report.quotas
    )

    rows = found(replace(report, quotas=quotas), "Quotas of AWS")

    assert rows["StartChatContact a second"][1:3] == ("7", "within the burst")


def test_half_hours_without_anybody_waiting_are_left_out(report: Report) -> None:
    rows = found(report, "Half hours")

    assert list(rows) == [half.start for half in report.half_hours if half.queued]
    assert 0 < len(rows) < 48


def test_operators_read_korean(report: Report) -> None:
    shown = list(tables([report], KOREAN))

    assert all(HANGUL.search(table.title) for table in shown)
    assert all(HANGUL.search(heading) for table in shown for heading in table.headings)
    assert not HANGUL.search(as_text(tables([report], ENGLISH)))


def test_columns_stand_below_each_other_in_a_terminal() -> None:
    table = TextTable("제목", ("결과", "수"), (("상담사", "1"), ("bot", "1,000")))

    assert as_text([table]) == "제목\n결과       수\n상담사      1\nbot     1,000\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_outcome_and_quota_has_a_word(language: str) -> None:
    keys = [*Outcome, *CallbackOutcome, *(quota.name for quota in QUOTAS)]

    assert [key for key in keys if word(key, language) == key] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_svg_with_a_bar_for_every_half_hour(report: Report, language: str) -> None:
    root = ET.fromstring(picture(report, language))

    greens = [each for each in root.iter() if each.get("fill") in ("#2f855a", "#c53030") and each.get("height") != "10"]
    assert root.tag.endswith("svg")
    assert len(greens) >= sum(half.service_level is not None for half in report.half_hours if half.in_time)
    for each in root.iter():
        if each.tag.endswith("rect"):
            assert 0 <= float(each.get("y", 0)) <= 690
            assert float(each.get("height", 0)) >= 0


def test_a_day_on_which_nobody_waits_can_be_drawn() -> None:
    nobody = simulate(day(1, limit=0), [line()], seed=1)

    ET.fromstring(picture(nobody, ENGLISH))
    assert found(nobody, "The day")["Contacts"] == ("1",)


def test_json_has_every_number(report: Report) -> None:
    document = json.loads(as_json([report]))

    assert document["figures"]["service_level"] == {
        "mean": report.service_level,
        "half_of_95_percent_interval": None,
    }
    [run] = document["runs"]
    assert run["outcomes"]["VOICE"]["served"] == report.ended(Outcome.SERVED)
    assert len(run["half_hours"]) == 48


def test_several_runs_have_an_interval() -> None:
    reports = replicate(day(100, agents=2), [line()], seed=5, runs=3, processes=1)

    assert [report.seed for report in reports] == [5, 6, 7]
    named = {each.name: each for each in estimates(reports)}
    waits = [report.waits.mean for report in reports]
    assert named["mean_wait"].mean == pytest.approx(sum(waits) / 3)
    assert named["mean_wait"].half == pytest.approx(
        4.303 / math.sqrt(3) * math.sqrt(sum((each - sum(waits) / 3) ** 2 for each in waits) / 2)
    )
    headline = next(iter(tables(reports, ENGLISH)))
    assert headline.headings == ("Figure", "Value", "95 % interval")


def test_an_interval_has_the_mean_in_it_as_often_as_it_says() -> None:
    chance = random.Random(2)
    hits = 0
    for _ in range(2000):
        each = estimated("x", [chance.gauss(10.0, 3.0) for _ in range(5)])
        assert each.half is not None
        hits += abs(each.mean - 10.0) <= each.half

    assert hits / 2000 == pytest.approx(0.95, abs=0.015)


@pytest.mark.thorough
def test_two_processes_bring_what_one_brings() -> None:
    told: list[tuple[int, int]] = []
    described = day(300, agents=2)

    alone = replicate(described, [line()], runs=2, processes=1)
    both = replicate(described, [line()], runs=2, processes=2, progress=lambda come, whole: told.append((come, whole)))

    assert both == alone
    assert told[-1] == (600, 600)


def test_progress_goes_on_from_run_to_run() -> None:
    told: list[tuple[int, int]] = []

    replicate(day(200), [line()], runs=2, processes=1, progress=lambda come, whole: told.append((come, whole)))

    assert told == [(200, 400), (400, 400)]


def test_figures_of_a_day_without_anybody_in_a_queue_are_none_or_nothing() -> None:
    values = dict(figures(simulate(day(3, limit=0), [line()], seed=1)))

    assert values["service_level"] == values["abandonment"] == values["mean_wait"] == 0.0
    assert values["refused"] == 3


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_run(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0
