"""What `aicc forecast` shows: tables, none of whose figures is cut off however narrow the terminal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.measure import Measurement
from rich.table import Table

from connect_flows.day import TextTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

_ENDLESS = 10_000


def print_tables(tables: Iterable[TextTable], console: Console) -> None:
    """Print tables one below the other, each upright, or turned where only that fits.

    What fits neither way, and whatever is read by a program, is as wide as it is.
    """
    for table in tables:
        upright, turned = _drawn(table), _drawn(_turned(table))
        if console.is_terminal and not _fits(upright, console) and _fits(turned, console):
            console.print(turned)
        elif console.is_terminal and _fits(upright, console):
            console.print(upright)
        else:
            _print_wide(upright, console)
        console.print()


def _print_wide(table: Table, console: Console) -> None:
    width = console.width
    console.width = max(width, _widths(table, console).maximum)
    console.print(table)
    console.width = width


def _fits(table: Table, console: Console) -> bool:
    return _widths(table, console).minimum <= console.width


def _widths(table: Table, console: Console) -> Measurement:
    return Measurement.get(console, console.options.update(max_width=_ENDLESS), table)


def _turned(table: TextTable) -> TextTable:
    headings, *columns = zip(table.headings, *table.rows, strict=True)
    return TextTable(table.title, headings, tuple(columns))


def _drawn(table: TextTable) -> Table:
    drawn = Table(title=table.title, title_justify="left", title_style="bold")
    for number, heading in enumerate(table.headings):
        widest = max(cell_len(part) for part in (*heading.split(), *(row[number] for row in table.rows), ""))
        drawn.add_column(heading, justify="right" if number else "left", min_width=widest)
    for row in table.rows:
        drawn.add_row(*row)
    return drawn
