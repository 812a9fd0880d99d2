"""Findings as people read them: in colour on a terminal, else one line each."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from connect_flows._cli.output import counted, printable
from connect_flows._finding import Severity
from connect_flows._report import Located

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def show(found: Iterable[Located], console: Console) -> None:
    """Each finding with its place in the file, so that an editor or a terminal can go there."""
    source = None
    for item in found:
        if not console.is_terminal:
            typer.echo(_line(item))
            continue
        if source not in (None, item.finding.source):
            console.print()
        source = item.finding.source
        _show_one(item, console)


def summary(found: Iterable[Located], files: int) -> str:
    """How much was found, in a line."""
    counts = Counter(item.finding.severity for item in found)
    said = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    return f"{counted(files, 'file')}: {', '.join(said) or 'nothing found'}"


def _line(item: Located) -> str:
    return str(replace(item.finding, source=_place(item)))


def _show_one(item: Located, console: Console) -> None:
    finding = item.finding
    head = Text.assemble(
        (printable(_place(item)), "bold"), " ", (finding.severity, COLOURS[finding.severity]), f" {finding.rule} "
    )
    console.print(head.append(finding.place), soft_wrap=True)
    console.print(Padding(Text(finding.message), (0, 0, 0, 2), expand=False))
    console.print(Padding(Text(finding.cure, style="dim"), (0, 0, 0, 2), expand=False))


def _place(item: Located) -> str:
    finding, position = item
    return finding.source if position is None else f"{finding.source}:{position.line}:{position.column}"
