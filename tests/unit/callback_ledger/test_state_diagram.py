"""The picture in docs/callbacks.md shows what the table of transitions does, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest

from callback_ledger.events import Event, Kind
from callback_ledger.record import Record, Slot, book
from callback_ledger.rules import Rules
from callback_ledger.states import FINAL, State
from callback_ledger.transitions import after
from korean.clock import KOREA

DOCS = Path(__file__).parents[3] / "docs"
RULES = Rules()
NOW = int(datetime(2026, 11, 23, 10, 0, tzinfo=KOREA).timestamp())
MINE = "run-1"

Edges = dict[tuple[str, str], set[str]]


def callbacks(state: State) -> Iterator[Record]:
    """Callbacks in a state, in their first and last attempt, cancelled meanwhile or not, in a call or after it."""
    record = book(
        callback_id="c", phone=b"sealed", lock="hash", slot=Slot("general", NOW - 600), due_at=NOW - 600, now=NOW - 900
    )
    record = replace(record, state=state, dial=1, dialled_at=NOW - 10_000)
    attempts, flags = (1, RULES.max_attempts), (False, True)
    seen = flags if state in (State.TALKING, State.NEEDS_OPERATOR) else (False,)
    for number, cancelled, settled, put_through, leased in product(attempts, flags, flags, seen, (0, NOW + 30)):
        yield replace(
            record,
            attempts=number,
            cancel_wanted=cancelled,
            settled=settled,
            put_through=put_through,
            lease_owner=MINE if leased else "",
            lease_until=leased,
        )


def event(kind: Kind) -> Event:
    dial = 2 if kind is Kind.ENTERED else 1
    slot = Slot("general", NOW + 3600)
    return Event(kind=kind, dial=dial, owner=MINE, contact_id="contact-1", due_at=NOW + 3600, slot=slot)


def done() -> Edges:
    """From where to where what leads; what leaves a callback in its state is no edge."""
    edges: Edges = defaultdict(set)
    for state, kind in product(State, Kind):
        for record in callbacks(state):
            new = after(record, event(kind), RULES, NOW)
            if new is not None and new.state is not state:
                edges[state, new.state].add(kind)
    return dict(edges)


def drawn(document: str) -> Edges:
    """The same as it stands in a document; one arrow may be drawn for several kinds."""
    text = (DOCS / document).read_text(encoding="utf-8")
    diagram = text.split("```mermaid\nstateDiagram-v2\n")[1].split("```")[0]
    arrows = re.findall(r"^ +(\w+) --> (\w+): (.+)$", diagram, re.MULTILINE)
    return {(start, end): set(kinds.split(", ")) for start, end, kinds in arrows}


@pytest.mark.parametrize("document", ["callbacks.md", "callbacks.ko.md"])
def test_the_diagram_is_the_table(document: str) -> None:
    assert drawn(document) == done()


@pytest.mark.parametrize("document", ["callbacks.md", "callbacks.ko.md"])
def test_the_diagram_begins_and_ends_as_the_states_do(document: str) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")

    assert re.findall(r"^ +\[\*\] --> (\w+)$", text, re.MULTILINE) == [State.BOOKED]
    assert set(re.findall(r"^ +(\w+) --> \[\*\]$", text, re.MULTILINE)) == set(FINAL)
