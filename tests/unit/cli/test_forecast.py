"""`aicc forecast` shows a day, and says in one line what is wrong with it."""

import io
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from aicc_cli.forecast_page import print_tables
from aicc_cli.main import app
from connect_flows.day import TextTable

REPOSITORY = Path(__file__).parents[3]
SMALL = ("--contacts", "120", "--agents", "calls=3", "--agents", "chats=1", "--seed", "7")


QUEUES = TextTable(
    "Queues", ("Queue", "Waited for long", "Refused"), (("general", "20,123", "1,234"), ("orders", "13,456", "5,678"))
)


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY)
    monkeypatch.setenv("COLUMNS", "160")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["forecast", *arguments])


def test_operators_read_a_day_in_korean() -> None:
    result = run(*SMALL)

    assert result.exit_code == 0
    assert "하루 요약" in result.stdout
    assert "서비스 수준 (20초 이내)" in result.stdout
    assert "동시 통화 (인스턴스)" in result.stdout


def test_the_report_speaks_english_when_asked() -> None:
    result = run(*SMALL, "--language", "en")

    assert "Service level (within 20 s)" in result.stdout
    assert "서비스" not in result.stdout


def test_programs_read_json_alone_on_standard_output() -> None:
    result = run(*SMALL, "--json")

    [found] = json.loads(result.stdout)["runs"]
    assert (found["contacts"], found["seed"]) == (120, 7)
    assert [staff["agents"] for staff in found["staff"]] == [3, 1]
    assert sum(sum(outcomes.values()) for outcomes in found["outcomes"].values()) == 120


def test_a_day_can_be_drawn(tmp_path: Path) -> None:
    file = tmp_path / "day.svg"

    result = run(*SMALL, "--picture", str(file))

    assert result.exit_code == 0
    assert ET.fromstring(file.read_text(encoding="utf-8")).tag.endswith("svg")


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["nowhere.toml"], 1, "nowhere.toml: cannot be read (No such file or directory); name a TOML file\n"),
        (["--agents", "call=3"], 1, "typical: staff 'call' is not there; name one of: calls, chats\n"),
        (["--flows", "nowhere"], 1, "nowhere: is no folder; name the folder that has the flows: --flows FOLDER\n"),
        (["--picture", "nowhere/day.svg"], 1, "nowhere/day.svg: its folder is not there; make nowhere first\n"),
        (["--agents", "calls"], 2, "write a staff and a number"),
        (["--contacts", "0"], 2, "--contacts"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments: list[str], status: int, told: str) -> None:
    result = run(*arguments)

    assert result.exit_code == status
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize(("width", "terminal"), [(20, False), (20, True), (30, True), (34, True), (120, True)])
def test_no_figure_is_cut_off_where_there_is_little_room(width: int, terminal: bool) -> None:
    page = io.StringIO()

    print_tables([QUEUES], Console(file=page, width=width, force_terminal=terminal, no_color=True))

    for figure in ("general", "20,123", "1,234", "13,456", "5,678"):
        assert figure in page.getvalue()


def test_a_table_is_turned_where_only_that_fits() -> None:
    rows = tuple((f"queue {number}", "1,000", "2,000", "3,000", "4,000") for number in range(2))
    page = io.StringIO()

    print_tables(
        [TextTable("", ("Queue", "A", "B", "C", "D"), rows)], Console(file=page, width=34, force_terminal=True)
    )

    assert [line.split()[1::2] for line in page.getvalue().splitlines() if "3,000" in line] == [["C", "3,000", "3,000"]]


def test_a_terminal_without_korean_sees_its_codes() -> None:
    command = [sys.executable, "-m", "aicc_cli", "forecast", *SMALL]

    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 0, done.stderr
    assert b"\\ud558\\ub8e8" in done.stdout
