"""The time at which a local AWS lives, if not the present: read, lived at, and handed on to the functions' processes.

Only what asks for the date is shifted (time.time, datetime.now and their like, in every thread and in code written in C
that asks Python). What measures a duration goes on as before: time.monotonic, timers, time-outs.
"""

import os
import time
from collections.abc import Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

VARIABLE = "AICC_LOCAL_TIME"
FILE = "AICC_LOCAL_TIME_FILE"
_FILE_NAME = "seconds-away"

KOREA = ZoneInfo("Asia/Seoul")
# Credentials, schedules and signatures of other centuries prove nothing.
YEARS = range(2000, 2201)
MOST_AHEAD = 366 * 86_400

# Python runs `sitecustomize` of its path when it starts.
_START = Path(__file__).parent / "start_of_processes"


def moment(text: str) -> datetime:
    """The moment that a person has named: Korea's time unless it says its offset.

    Raises:
        ValueError: It is none; one line says what one looks like.

    >>> moment("2026-12-25 10:00").isoformat()
    '2026-12-25T10:00:00+09:00'
    >>> moment("2026-12-25T01:00Z").isoformat()
    '2026-12-25T10:00:00+09:00'
    """
    try:
        read = datetime.fromisoformat(text.strip())
        named = read.replace(tzinfo=KOREA) if read.tzinfo is None else read.astimezone(KOREA)
    except (ValueError, OverflowError):
        named = None
    if named is None or named.year not in YEARS:
        raise ValueError(
            f"{text!r} is no time to live at; write it as 2026-12-25 10:00 (Korea's time) or 2026-12-25T01:00Z, "
            f"in the years {YEARS[0]} to {YEARS[-1]}"
        )
    return named


def seconds_away(wanted: datetime) -> float:
    """How far a moment is from the present; added to the clock of this machine, it gives the shifted time."""
    return wanted.timestamp() - time.time()


def shifted(offset: float) -> datetime:
    """What the clock of a local AWS says now, in Korea's time."""
    return datetime.fromtimestamp(time.time() + offset, UTC).astimezone(KOREA)


def live_at_wanted_time(environment: MutableMapping[str, str], folder: Path) -> None:
    """Let this process and those it starts live at the time that AICC_LOCAL_TIME names, and go on from there.

    How far away that is stands in a file in `folder`, which those that it starts read.

    Raises:
        ValueError: It names none.
    """
    text = environment.get(VARIABLE, "")
    away = seconds_away(moment(text)) if text else 0.0
    environment[FILE] = str(folder / _FILE_NAME)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_START), environment.get("PYTHONPATH")]))
    _write(environment, away)
    _live(away)


def go_ahead(environment: Mapping[str, str], seconds: float) -> None:
    """Let so much time have passed, for this process and those that it starts from now on.

    Those that run read the file again when they get SIGUSR1.

    Raises:
        ValueError: It is nothing, or leads back.
    """
    if not 0 < seconds <= MOST_AHEAD:
        raise ValueError(f"time goes ahead by more than 0 and at most {MOST_AHEAD} seconds, got {seconds}")
    _write(environment, float(Path(environment[FILE]).read_text(encoding="ascii")) + seconds)
    _live(seconds)


def _write(environment: Mapping[str, str], seconds: float) -> None:
    file = Path(environment[FILE])
    written = file.with_suffix(".new")
    written.write_text(str(seconds), encoding="ascii")
    written.replace(file)


def _live(seconds: float) -> None:
    if not seconds:
        return
    # Here, because commands are to start quickly, and most live at the present.
    from aicc_local.shifted_clocks import time_machine

    time_machine.travel(time.time() + seconds, tick=True).start()
    time.time()  # from the first look on it goes on, and not before
