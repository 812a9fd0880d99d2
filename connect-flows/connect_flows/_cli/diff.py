"""`connect-flows diff`: what changed between two flows in what they do."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from connect_flows._change import Change, ChangeKind
from connect_flows._cli.files import read_flow
from connect_flows._cli.output import STANDARD, counted, refuse, terminal, to_stdout
from connect_flows._diff import diff as differences

_COLOURS = {ChangeKind.ADDED: "green", ChangeKind.REMOVED: "red", ChangeKind.CHANGED: "yellow"}


class Format(StrEnum):
    """How changes are written."""

    TEXT = "text"
    JSON = "json"


def diff(
    before: Annotated[str, typer.Argument(metavar="BEFORE", help="A file, or - for standard input.")],
    after: Annotated[str, typer.Argument(metavar="AFTER", help="A file, or - for standard input.")],
    *,
    style: Annotated[Format, typer.Option("--format", help="text for people, json for programs.")] = Format.TEXT,
) -> None:
    """Say what changed between two flows in what they do, whatever changed in how they are written.

    Exit status: 0 they do the same, 1 they do not, 2 one of them cannot be read.
    """
    if before == after == STANDARD:
        refuse("only one of the two can be standard input")
    changes = differences(read_flow(before), read_flow(after))
    if style is Format.JSON:
        to_stdout(json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2) + "\n")
    else:
        _show(changes)
    raise typer.Exit(1 if changes else 0)


def _show(changes: Sequence[Change]) -> None:
    console = terminal()
    if console.is_terminal and changes:
        console.print(_table(changes))
    elif not console.is_terminal:
        for change in changes:
            typer.echo(str(change))
    said = counted(len(changes), "change") if changes else "both do the same"
    typer.echo(said, err=not console.is_terminal)


def _table(changes: Sequence[Change]) -> Table:
    table = Table(show_lines=True, expand=True)
    for name, share in (("Block", 2), ("What", 2), ("Before", 3), ("After", 3)):
        table.add_column(name, ratio=share, overflow="fold")
    block = None
    for change in changes:
        kind = Text(change.kind, _COLOURS[change.kind])
        what = Text(_printable(change.what)).append("\n") if change.what else Text()
        table.add_row(
            Text(_printable(change.action) if change.action != block else ""),
            what.append_text(kind),
            Text(_printable(change.before or "")),
            Text(_printable(change.after or "")),
        )
        block = change.action
    return table


def _printable(text: str) -> str:
    # Line breaks of a prompt are shown as such; nothing else may steer the terminal.
    return "\n".join(line if line.isprintable() else repr(line)[1:-1] for line in text.split("\n"))
