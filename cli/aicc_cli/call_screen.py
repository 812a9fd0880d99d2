"""What a call looks like in a terminal: who says what on the left, what the contact centre does on the right.

Where it is not shown in a terminal, or in a narrow one, the two halves are one line each below the other.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from aicc_cli.transcript_row import outside
from aicc_cli.transcript_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from rich.console import Console

    from aicc_cli.transcript_row import Row

WIDE = 100  # columns in which two halves can be read beside each other
PROMPT = "› "
_ERASE_LINE = "\r\x1b[2K"


class Screen:
    """Where rows appear; from whatever thread, and without harm to what is being typed.

    Args:
        console: Where to.

    Attributes:
        typing: Whether somebody is at a prompt, which has to come back below each row.
    """

    def __init__(self, console: Console) -> None:
        self.typing = False
        self._console = console
        self._lock = threading.Lock()
        self._two_columns = console.is_terminal and console.width >= WIDE

    def show(self, events: Iterable[Mapping[str, Any]]) -> None:
        """Show what has happened."""
        drawn = [self._drawn(row) for _, row in rows_of(events)]
        if drawn:
            self._print(*drawn)

    def note(self, text: str, style: str = "italic") -> None:
        """Show something that is not part of the call."""
        self._print(Text(text, style=style))

    def _print(self, *drawn: Table | Text) -> None:
        with self._lock:
            if self.typing:
                sys.stdout.write(_ERASE_LINE)
                sys.stdout.flush()
            for each in drawn:
                self._console.print(each, soft_wrap=not self._two_columns)
            if self.typing:
                sys.stdout.write(PROMPT + typed_so_far())
                sys.stdout.flush()

    def _drawn(self, row: Row) -> Table | Text:
        return _columns(row, self._console.width) if self._two_columns else _line(row)


def _line(row: Row) -> Text:
    text = Text(outside(row), style=row.style)
    return text.append(f"    · {row.inside}", style=row.inside_style) if row.inside else text


def typed_so_far() -> str:
    """Return what stands behind the prompt."""
    readline = sys.modules.get("readline")
    return str(readline.get_line_buffer()) if readline else ""


def _columns(row: Row, width: int) -> Table:
    left = width * 11 // 20
    table = Table.grid(padding=(0, 1))
    table.add_column(width=10, no_wrap=True)
    # Folded, because what is shortened loses syllables where a line ends in the middle of one.
    table.add_column(width=left - 12, overflow="fold")
    table.add_column(width=width - left - 1, overflow="fold")
    who, said = Text(row.who, style=row.style or "bold"), Text(row.said, style=row.style)
    table.add_row(who, said, Text(row.inside, style=row.inside_style))
    return table
