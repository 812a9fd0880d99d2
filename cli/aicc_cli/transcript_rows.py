"""What a call shows, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aicc_cli.transcript_events import row_of
from aicc_cli.transcript_row import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from aicc_cli.transcript_events import Event

_PASSED = "success"


def rows_of(events: Iterable[Event]) -> Iterator[tuple[Event, Row]]:
    """Yield what events show, each with the event that it begins with.

    Blocks of one flow that were passed one after the other, by their usual branch, are one row.

    >>> passed = {"event": "Branch", "flow": "inbound", "branch": "success"}
    >>> [row.inside for _, row in rows_of([{**passed, "block": "set-voice"}, {**passed, "block": "set-language"}])]
    ['inbound/set-voice → set-language → success']
    """
    passed: list[Event] = []
    for event in events:
        if passed and not (_passes(event) and event.get("flow") == passed[0].get("flow")):
            yield passed[0], _passed(passed)
            passed = []
        if _passes(event):
            passed.append(event)
        elif (row := row_of(event)) is not None:
            yield event, row
    if passed:
        yield passed[0], _passed(passed)


def _passes(event: Event) -> bool:
    return event.get("event") == "Branch" and event.get("branch") == _PASSED


def _passed(events: list[Event]) -> Row:
    blocks = " → ".join(str(event.get("block", "")) for event in events)
    return Row(inside=f"{events[0].get('flow', '')}/{blocks} → {_PASSED}")
