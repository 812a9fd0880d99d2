"""One line of a call: what somebody notices on the left, what the contact centre does on the right."""

from __future__ import annotations

from typing import NamedTuple

NOTE = "◆"


class Row(NamedTuple):
    """What an event shows.

    Attributes:
        who: Who is heard, or what has happened; empty where nobody notices.
        said: What is heard.
        inside: What the contact centre did.
        style: How the left half is drawn, as rich names it.
        inside_style: How the right half is drawn.
    """

    who: str = ""
    said: str = ""
    inside: str = ""
    style: str = ""
    inside_style: str = "dim"


def outside(row: Row) -> str:
    """Return the left half of a row.

    >>> outside(Row("안내", "안녕하십니까.")), outside(Row(NOTE, "끝: OTHER"))
    ('안내: 안녕하십니까.', '◆ 끝: OTHER')
    """
    return f"{row.who}{' ' if row.who == NOTE else ': '}{row.said}" if row.who else ""


def plain(row: Row) -> str:
    """Return a row as one line, what happened inside set in.

    >>> plain(Row("안내", "안녕하십니까.", "inbound/greet"))
    '안내: 안녕하십니까.    · inbound/greet'
    """
    return outside(row) + (f"    · {row.inside}" if row.inside else "")
