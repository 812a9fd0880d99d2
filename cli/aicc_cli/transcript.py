"""Keeps what was said in a call, and the path that it took, as text for people and as JSON for programs."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aicc_cli.callbacks_errors import CannotBeDone
from aicc_cli.transcript_masking import Discretion
from aicc_cli.transcript_row import plain
from aicc_cli.transcript_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Event = Mapping[str, Any]

KOREA = timezone(timedelta(hours=9))
VERSION = 1


def save(folder: Path, facts: Mapping[str, Any], events: Sequence[Event]) -> list[Path]:
    """Write a call to `<folder>/<time>-<contact>.txt` and `.json`, without what is personal; return both.

    Args:
        folder: Made if it is not there.
        facts: What to tell of the call besides; `contact` is its id.
        events: What happened, in its order.

    Raises:
        CannotBeDone: They cannot be written there.
    """
    discretion = Discretion()
    kept = [discretion.kept(event) for event in events]
    began = _began(kept)
    name = f"{began:%Y%m%d-%H%M%S}-{str(facts['contact'])[:8]}"
    document = {"version": VERSION, "began": began.isoformat(timespec="seconds"), **facts, "events": kept}
    texts = {
        "txt": as_text(kept),
        "json": json.dumps(document, ensure_ascii=False, indent=2) + "\n",
    }
    written = [folder / f"{name}.{ending}" for ending in texts]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in zip(written, texts.values(), strict=True):
            file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise CannotBeDone(f"--save {folder}: cannot be written ({error.strerror}); name another folder") from None
    return written


def as_text(events: Iterable[Event]) -> str:
    """Return a line for each event that shows something, behind the seconds since the first.

    >>> print(as_text([{"event": "Prompt", "at": 60.0, "flow": "hello", "block": "greet", "text": "안녕하십니까."},
    ...                {"event": "Disconnected", "at": 65.0, "reason": "OTHER"}]), end="")
       0.0  안내: 안녕하십니까.    · hello/greet
       5.0  ◆ 끝: OTHER
    """
    lines: list[str] = []
    first: float | None = None
    for event, row in rows_of(events):
        first = float(event["at"]) if first is None else first
        lines.append(f"{event['at'] - first:6.1f}  {plain(row)}\n")
    return "".join(lines)


def _began(events: Sequence[Event]) -> datetime:
    return datetime.fromtimestamp(float(events[0]["at"]), KOREA) if events else datetime.now(KOREA)
