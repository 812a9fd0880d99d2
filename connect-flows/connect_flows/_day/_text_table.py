"""A table as text, aligned in a terminal."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table; all columns but the first hold numbers.

    >>> TextTable("Queues", ("Queue", "Answered"), (("general", "91"),)).headings
    ('Queue', 'Answered')
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_text(found: Iterable[TextTable]) -> str:
    """Tables as plain text, aligned in a terminal: a Korean letter is two columns wide.

    >>> print(as_text([TextTable("대기열", ("이름", "응답"), (("general", "91"),))]), end="")
    대기열
    이름     응답
    general    91
    """
    return "\n\n".join(_aligned(table) for table in found) + "\n"


def _aligned(table: TextTable) -> str:
    rows = [table.headings, *table.rows]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(table.headings))]
    lines = [table.title]
    for row in rows:
        cells = [
            cell + " " * (width - _width(cell)) if number == 0 else " " * (width - _width(cell)) + cell
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
