"""Findings as people read them: in colour on a terminal, else one line each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NoReturn

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from connect_flows._cli.output import counted, printable
from connect_flows._finding import Finding, Severity
from connect_flows._report import Located, located

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def show(found: Iterable[Located], console: Console) -> None:
    """Each finding with its place in the file, so that an editor or a terminal can go there."""
    source = None
    for item in found:
        if not console.is_terminal:
            typer.echo(line_of(item))
            continue
        if source not in (None, item.finding.source):
            console.print()
        source = item.finding.source
        _show_one(item, console)


def line_of(item: Located) -> str:
    """A finding as one line that editors can follow."""
    return str(replace(item.finding, source=_place(item)))


def refuse_findings(findings: Iterable[Finding], texts: Mapping[str, str]) -> NoReturn:
    """Say what keeps a command from doing anything, and stop. `texts`: by source, as far as there are any."""
    for item in located(findings, texts):
        typer.echo(line_of(item), err=True)
    raise typer.Exit(2)


def summary(found: Iterable[Located], files: int) -> str:
    """How much was found, in a line."""
    counts = Counter(item.finding.severity for item in found)
    said = [counted(counts[severity], severity) for severity in Severity if counts[severity]]
    return f"{counted(files, 'file')}: {', '.join(said) or 'nothing found'}"


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
