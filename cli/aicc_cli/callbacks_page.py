"""What `aicc callbacks` shows."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from aicc_cli.callbacks_errors import without_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    Callback = Mapping[str, Any]

KOREA = timezone(timedelta(hours=9))
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
WIDE = 132  # columns in which what comes next stands beside the rest, and not below it

STYLES = {
    "booked": "cyan",
    "waiting": "yellow",
    "dialling": "blue",
    "unknown": "magenta",
    "ringing": "blue",
    "talking": "green",
    "needs_operator": "bold red",
    "done": "green",
    "exhausted": "red",
    "cancelled": "dim",
}
# The order in which they are read; what else an answer holds comes after.
_FIRST = ("callback_id", "state", "next", "queue", "due_at", "promised_at", "attempts", "shifts", "postponements")
_HISTORY = ("created_at", "dialled_at", "changed_at", "closed_at")
_SECRET = ("phone", "lock")


def print_list(callbacks: Sequence[Callback], console: Console) -> None:
    """A line for each callback: where it stands, when it is due, and what comes next."""
    if not callbacks:
        console.print("No callback is open.")
        return
    (_print_wide if console.width >= WIDE else _print_narrow)(callbacks, console)
    console.print(f"{len(callbacks)} shown; times are Korea's.", highlight=False)


def print_callback(callback: Callback, console: Console) -> None:
    """All that is known of one, its history last."""
    table = Table("Callback", escape(str(callback.get("callback_id", ""))), title_justify="left")
    rest = [name for name in callback if name not in (*_FIRST, *_HISTORY, *_SECRET)]
    for name in (*_FIRST[1:], *rest):
        _add(table, name, callback)
    table.add_section()
    past = [name for name in _HISTORY if callback.get(name)]
    for name in sorted(past, key=lambda name: str(callback[name])):
        _add(table, name, callback)
    console.print(table)


def print_outcome(answer: Mapping[str, Any], console: Console) -> None:
    """What was done, a line for each thing."""
    for name, value in answer.items():
        if name == "ok":
            continue
        if isinstance(value, dict) and "state" in value:
            console.print(_line(value), soft_wrap=True, highlight=False)
            console.print(_next(value), highlight=False)
        else:
            console.print(f"[bold]{_label(name)}[/]: {_text(value)}", soft_wrap=True, highlight=False)


def to_json(answer: object) -> str:
    """The function's answer as it came, but for what could be personal."""
    return without_numbers(json.dumps(_without_secrets(answer), ensure_ascii=False, indent=2))


def in_korea(text: str) -> str:
    """Return a text whose times are as people in Korea write them down.

    >>> in_korea("is dialled at 2026-11-23T15:00:00+09:00, attempt 1 of 3")
    'is dialled at 2026-11-23 Mon 15:00, attempt 1 of 3'
    """
    return _TIME.sub(lambda found: _written(datetime.fromisoformat(found[0])), text)


def _written(then: datetime) -> str:
    seconds = ":%S" if then.second else ""
    return then.astimezone(KOREA).strftime(f"%Y-%m-%d %a %H:%M{seconds}")


def _print_wide(callbacks: Sequence[Callback], console: Console) -> None:
    table = Table()
    for heading in ("Callback", "State", "Due"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Attempts", justify="right")
    table.add_column("Next")
    for each in callbacks:
        cells = (_text(each.get(name)) for name in ("due_at", "attempts", "next"))
        table.add_row(_text(each["callback_id"]), _state(each), *cells)
    console.print(table)


def _print_narrow(callbacks: Sequence[Callback], console: Console) -> None:
    for each in callbacks:
        console.print(_line(each), soft_wrap=True, highlight=False)
        console.print(_next(each), highlight=False)


def _line(callback: Callback) -> str:
    # An id is never broken into two lines: it is to be copied.
    due, attempts = _text(callback.get("due_at")), _attempts(callback.get("attempts", 0))
    return f"{_text(callback['callback_id'])}  {_state(callback)}  {due}  {attempts}"


def _next(callback: Callback) -> Padding:
    return Padding(f"[dim]{_text(callback.get('next'))}[/]", (0, 0, 0, 2), expand=False)


def _attempts(count: object) -> str:
    return f"{count} attempt" if count == 1 else f"{count} attempts"


def _state(callback: Callback) -> str:
    word = str(callback.get("state", ""))
    return f"[{STYLES[word]}]{word}[/]" if word in STYLES else escape(word)


def _add(table: Table, name: str, callback: Callback) -> None:
    value = callback.get(name)
    if value is None or value == "":
        return
    table.add_row(_label(name), _state(callback) if name == "state" else _text(value))


def _label(name: str) -> str:
    return escape(name.replace("_", " ").capitalize())


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value) or "none"
    return escape(without_numbers(in_korea("" if value is None else str(value))))


def _without_secrets(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_secrets(each) for name, each in value.items() if name not in _SECRET}
    return [_without_secrets(each) for each in value] if isinstance(value, list) else value
