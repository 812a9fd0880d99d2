"""What `aicc callbacks` shows."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.table import Table

from aicc_cli.callbacks_errors import without_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.console import Console

    Callback = Mapping[str, Any]

KOREA = timezone(timedelta(hours=9))
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
            console.print(_next(value), soft_wrap=True, highlight=False)
        else:
            console.print(f"[bold]{_label(name)}[/]: {_text(value)}", soft_wrap=True, highlight=False)


def to_json(answer: object) -> str:
    """The function's answer as it came, but for what could be personal."""
    return without_numbers(json.dumps(_without_secrets(answer), ensure_ascii=False, indent=2))


def moment(text: object) -> str:
    """A time as people in Korea write it down; what is no time stays as it is.

    >>> moment("2026-11-23T15:00:00+09:00")
    '2026-11-23 Mon 15:00'
    """
    try:
        then = datetime.fromisoformat(str(text))
    except ValueError:
        return str(text)
    return (then.astimezone(KOREA) if then.tzinfo else then).strftime("%Y-%m-%d %a %H:%M")


def _print_wide(callbacks: Sequence[Callback], console: Console) -> None:
    table = Table()
    for heading in ("Callback", "State", "Due"):
        table.add_column(heading, no_wrap=True)
    table.add_column("Attempts", justify="right")
    table.add_column("Next")
    for each in callbacks:
        state, due = _state(each), moment(each.get("due_at", ""))
        table.add_row(_text(each["callback_id"]), state, due, _text(each.get("attempts", 0)), _text(each.get("next")))
    console.print(table)


def _print_narrow(callbacks: Sequence[Callback], console: Console) -> None:
    for each in callbacks:
        console.print(_line(each), soft_wrap=True, highlight=False)
        console.print(_next(each), highlight=False)


def _line(callback: Callback) -> str:
    # An id is never broken into two lines: it is to be copied.
    due = moment(callback.get("due_at", ""))
    return f"{_text(callback['callback_id'])}  {_state(callback)}  {due}  {_attempts(callback.get('attempts', 0))}"


def _next(callback: Callback) -> str:
    return f"  [dim]{_text(callback.get('next'))}[/]"


def _attempts(count: object) -> str:
    return f"{count} attempt" if count == 1 else f"{count} attempts"


def _state(callback: Callback) -> str:
    word = str(callback.get("state", ""))
    return f"[{STYLES[word]}]{word}[/]" if word in STYLES else escape(word)


def _add(table: Table, name: str, callback: Callback) -> None:
    value = callback.get(name)
    if value is None or value == "":
        return
    table.add_row(_label(name), _state(callback) if name == "state" else _text(value, is_time=name.endswith("_at")))


def _label(name: str) -> str:
    return escape(name.replace("_", " ").capitalize())


def _text(value: object, *, is_time: bool = False) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(_text(each) for each in value) or "none"
    return escape(without_numbers(moment(value) if is_time else str(value if value is not None else "")))


def _without_secrets(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_secrets(each) for name, each in value.items() if name not in _SECRET}
    return [_without_secrets(each) for each in value] if isinstance(value, list) else value
