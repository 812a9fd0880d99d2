"""A time to live at: as people write it, and as processes get it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from aicc_local.local_time import FILE, VARIABLE, go_ahead, live_at_wanted_time, moment, seconds_away, shifted

CHRISTMAS = datetime(2026, 12, 25, 1, 0, tzinfo=UTC)
# What a process that is started with a time does, and what the processes do that it starts.
PARENT = """
import os, subprocess, sys
from pathlib import Path
from aicc_local.local_time import go_ahead, live_at_wanted_time
live_at_wanted_time(os.environ, Path(os.environ["FOLDER"]))
for seconds in sys.argv[2:]:
    go_ahead(os.environ, float(seconds))
subprocess.run([sys.executable, "-c", sys.argv[1]], check=True)
"""
# A function's process reads its next event when the signal comes.
PARENT_OF_A_LISTENER = """
import os, signal, subprocess, sys, time
from pathlib import Path
from aicc_local.local_time import go_ahead, live_at_wanted_time
live_at_wanted_time(os.environ, Path(os.environ["FOLDER"]))
LISTENER = "import sys, time\\nfor _ in sys.stdin: print(time.time(), flush=True)"
with subprocess.Popen(
    [sys.executable, "-c", LISTENER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
) as listener:
    def ask():
        print("", file=listener.stdin, flush=True)
        return listener.stdout.readline()
    before = ask()
    go_ahead(os.environ, 3600)
    listener.send_signal(signal.SIGUSR1)
    time.sleep(1)
    mine = time.time()
    print(before, ask(), mine)
"""
CLOCKS = """
import datetime, json, threading, time
began = time.monotonic()
fired = threading.Event()
threading.Timer(0.01, fired.set).start()
print(json.dumps({
    "time": time.time(),
    "now": datetime.datetime.now(datetime.timezone.utc).isoformat(),
    "gmtime": time.gmtime()[:3],
    "timer": fired.wait(5),
    "seconds": time.monotonic() - began,
}))
"""


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-25 10:00",
        "2026-12-25T10:00:00",
        "2026-12-25T10:00+09:00",
        "2026-12-25T01:00Z",
        "2026-12-24T17:00-08:00",
        " 2026-12-25 10:00 ",
    ],
)
def test_reads_what_people_write(text: str) -> None:
    assert moment(text) == CHRISTMAS


@pytest.mark.parametrize(
    "text", ["", "noon", "25.12.2026", "2026-13-01 10:00", "2026-12-25 25:00", "1999-12-31 10:00", "9999-12-31T23:00Z"]
)
def test_refuses_in_one_line_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match="is no time to live at; write it as 2026-12-25 10:00") as refused:
        moment(text)

    assert "\n" not in str(refused.value)
    assert repr(text) in str(refused.value)


def test_a_shifted_clock_says_korean_time() -> None:
    now = shifted(seconds_away(CHRISTMAS))

    assert timedelta(0) <= now - CHRISTMAS < timedelta(minutes=1)
    assert now.isoformat().endswith("+09:00")


def test_processes_of_a_shifted_process_live_at_its_time() -> None:
    told = clocks({VARIABLE: "2026-12-25 10:00"})

    assert 0 <= told["time"] - CHRISTMAS.timestamp() < 60
    assert datetime.fromisoformat(told["now"]) - CHRISTMAS < timedelta(minutes=1)
    assert told["gmtime"] == [2026, 12, 25]


@pytest.mark.parametrize(
    ("variables", "began"),
    [({VARIABLE: "2026-12-25 10:00"}, CHRISTMAS), ({}, None)],
    ids=["another time", "the present"],
)
@pytest.mark.thorough
def test_time_that_has_passed_has_passed_for_the_processes_of_a_process(
    variables: dict[str, str], began: datetime | None
) -> None:
    told = clocks(variables, "3600", "60")

    passed = told["time"] - (began or datetime.now(UTC)).timestamp()
    assert abs(passed - 3660) < 60


@pytest.mark.thorough
def test_a_process_that_runs_is_told_that_time_has_passed() -> None:
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "FOLDER": folder, VARIABLE: "2026-12-25 10:00"}
        done = subprocess.run(
            [sys.executable, "-c", PARENT_OF_A_LISTENER], env=environment, capture_output=True, text=True, check=True
        )

    before, after, of_parent = (float(line) for line in done.stdout.split())
    assert 0 <= before - CHRISTMAS.timestamp() < 60
    assert 3600 <= after - before < 3660
    # Its clock went on while nobody looked at it.
    assert 0 <= after - of_parent < 0.9


@pytest.mark.parametrize("seconds", [0, -1, 400 * 86_400])
def test_time_neither_goes_back_nor_beyond_a_year(seconds: float) -> None:
    with pytest.raises(ValueError, match="time goes ahead by more than 0"):
        go_ahead({}, seconds)


def test_durations_are_not_shifted() -> None:
    told = clocks({VARIABLE: "2026-12-25 10:00"})

    assert told["timer"] is True
    assert 0 < told["seconds"] < 5


def test_a_process_without_a_wish_lives_at_the_present_whoever_started_it() -> None:
    told = clocks({FILE: "/nowhere/seconds-away"})

    assert abs(told["time"] - datetime.now(UTC).timestamp()) < 60


def test_refuses_a_wish_that_is_no_time(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'noon' is no time"):
        live_at_wanted_time({VARIABLE: "noon"}, tmp_path)


def clocks(variables: dict[str, str], *passing: str) -> dict[str, Any]:
    command = [sys.executable, "-c", PARENT, CLOCKS, *passing]
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "FOLDER": folder, **variables}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told
