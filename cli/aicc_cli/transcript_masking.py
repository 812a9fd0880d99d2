"""What of a call may be kept: nothing that the customer said or typed while its flow keeps it out of the log.

A flow switches its log off round what is personal: a birth date, an order number, what is said to the bot. A transcript
follows it, so that no file of ours holds what the flow log must not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from aicc_cli.callbacks_errors import without_numbers

if TYPE_CHECKING:
    from collections.abc import Mapping

    Event = Mapping[str, Any]

HIDDEN = "[가림]"
_SWITCH = "UpdateFlowLoggingBehavior"
# What people said, and what came of it; the rest of an event names flows, blocks and queues.
_TEXTS = frozenset({"results", "slots", "values", "parameters", "attributes", "result"})
_SAID_BY_CUSTOMER = frozenset({"Input", "Ignored"})
# Told aloud it may be a number of the customer's; times and sums are shorter.
_LONG_NUMBER = re.compile(r"[0-9A-Za-z]*\d[\d\s-]{4,}\d")


class Discretion:
    """Hides what is personal in the events of a call, which it has to see in their order.

    >>> discretion = Discretion()
    >>> discretion.kept({"event": "Input", "contact": "1", "text": "19900131", "mode": "DTMF"})["text"]
    '[가림]'
    >>> on = {"LoggingBehavior": "Enable"}
    >>> block = {"event": "Branch", "contact": "1", "type": "UpdateFlowLoggingBehavior", "parameters": on}
    >>> discretion.kept(block) == block
    True
    >>> discretion.kept({"event": "Input", "contact": "1", "text": "1", "mode": "DTMF"})["text"]
    '1'
    """

    def __init__(self) -> None:
        self._logged: set[str] = set()

    def kept(self, event: Event) -> dict[str, Any]:
        """Return the event as it may be kept."""
        contact = str(event.get("contact", ""))
        if event.get("event") == "Branch" and event.get("type") == _SWITCH:
            self._switch(contact, event)
        elif contact not in self._logged:
            event = _hidden(event)
        return dict(_cleared(event))

    def _switch(self, contact: str, event: Event) -> None:
        if event.get("parameters", {}).get("LoggingBehavior") == "Enable":
            self._logged.add(contact)
        else:
            self._logged.discard(contact)


def _hidden(event: Event) -> dict[str, Any]:
    hidden = {name: _blotted(value) if name in _TEXTS else value for name, value in event.items()}
    if event.get("event") in _SAID_BY_CUSTOMER or event.get("by") == "bot":
        # A bot repeats what was said, and reads numbers out as words.
        hidden["text"] = HIDDEN
    elif "text" in hidden:
        # The flow's own words stay, and no number that they are about.
        hidden["text"] = re.sub(r"[0-9A-Za-z]*\d[\d-]*", HIDDEN, str(hidden["text"]))
    return hidden


def _blotted(value: Any) -> Any:
    """The same shape, and none of what is in it."""
    if isinstance(value, dict):
        return {name: _blotted(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_blotted(each) for each in value]
    return value if value in (None, "") or isinstance(value, bool) else HIDDEN


def _cleared(value: Any, name: str = "") -> Any:
    """Without telephone numbers, and without long numbers in what was said, wherever the log stood."""
    if isinstance(value, dict):
        return {key: _cleared(each, key) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleared(each, name) for each in value]
    if not isinstance(value, str):
        return value
    text = without_numbers(value)
    return _LONG_NUMBER.sub(HIDDEN, text) if name == "text" else text
