"""Attributes that are too much for a contact."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, Rule
from connect_flows._rules._setters import written_by
from connect_flows._view import View

MOST_BYTES = 32_768


class AttributesTooLarge(Rule):
    id = "W528"
    text = f"The attributes of a contact take {MOST_BYTES:,} bytes at most; of more none at all is set."
    source = ACTIONS

    def check(self, view: View) -> Iterator[Fault]:
        for action, place, _ in view.of("UpdateContactAttributes"):
            written = written_by(action, "Attributes").items()
            size = sum(len(f"{name}{value}".encode(errors="replace")) for name, value in written)
            if size > MOST_BYTES:
                at = place / "Parameters" / "Attributes"
                yield Fault(at, f"has {size:,} bytes: the action fails", "keep such texts elsewhere")
