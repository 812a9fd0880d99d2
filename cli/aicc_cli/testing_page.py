"""What `aicc test` shows: a bar while it goes, then a line for each case."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from aicc_cli.testing_outcome import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import Console

    from aicc_cli.testing_outcome import Outcome

STYLES = {Verdict.PASSED: "green", Verdict.FAILED: "bold red", Verdict.SKIPPED: "yellow"}
_MARKS = {Verdict.PASSED: "✔", Verdict.FAILED: "✘", Verdict.SKIPPED: "-"}
WIDE = 100  # columns in which a reason stands beside its case, and not below it


def collected(outcomes: Iterable[Outcome], total: int, console: Console) -> list[Outcome]:
    """Return the outcomes, with a bar on a terminal while they come."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    found = []
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=total)
        for outcome in outcomes:
            found.append(outcome)
            failed = sum(each.verdict is Verdict.FAILED for each in found)
            progress.update(task, advance=1, description=f"{failed} failed  {outcome.name}")
    return found


def print_outcomes(outcomes: Sequence[Outcome], seconds: float, console: Console) -> None:
    """Print a table, and how many there were of each."""
    if console.is_terminal and console.width >= WIDE:
        _print_table(outcomes, console)
    else:
        for outcome in outcomes:
            console.print(_line(outcome), soft_wrap=True)
    counts = Counter(outcome.verdict for outcome in outcomes)
    told = ", ".join(f"{counts[verdict]} {verdict.lower()}" for verdict in Verdict if counts[verdict])
    console.print(Text(f"{told} in {seconds:.1f} s"))


def _print_table(outcomes: Sequence[Outcome], console: Console) -> None:
    table = Table()
    table.add_column("Case", no_wrap=True)
    table.add_column("Result", no_wrap=True)
    table.add_column("Seconds", justify="right")
    table.add_column("First that failed", overflow="fold")
    for outcome in outcomes:
        verdict = Text(outcome.verdict, style=STYLES[outcome.verdict])
        table.add_row(Text(outcome.name), verdict, f"{outcome.seconds:.2f}", Text(outcome.reason))
    console.print(table)


def _line(outcome: Outcome) -> Text:
    text = Text(_MARKS[outcome.verdict], style=STYLES[outcome.verdict])
    text.append(f" {outcome.name}  {outcome.seconds:.2f} s", style="default")
    return text.append(f"  {outcome.reason}") if outcome.reason else text
