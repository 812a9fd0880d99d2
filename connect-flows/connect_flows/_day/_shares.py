"""Shares in a TOML file: those of one list are a whole."""

from collections.abc import Sequence
from typing import TypeVar

from connect_flows._day._chance import Choice
from connect_flows._day._table import Table

Thing = TypeVar("Thing")


def shared(table: Table, key: str, shares: Sequence[tuple[Thing, float]]) -> Choice[Thing]:
    """A choice between things that a table lists."""
    add_up(table, key, [share for _, share in shares])
    return Choice(shares)


def add_up(table: Table, key: str, shares: Sequence[float]) -> None:
    """Refuse shares that are no whole."""
    total = sum(shares)
    if abs(total - 1.0) > 1e-6:
        raise table.wrong(key, f"shares add up to {total:g}", "make them add up to 1")
