"""Types of flow that the console does not have."""

from collections.abc import Iterator
from difflib import get_close_matches

from connect_flows._finding import shown
from connect_flows._model import CONSOLE_TYPES
from connect_flows._place import ROOT, Fault
from connect_flows._rules._rule import Rule
from connect_flows._view import View


class UnknownConsoleType(Rule):
    id = "W525"
    text = "Metadata.type is a type of flow as the console spells it."
    source = "exports of the console; without its type a flow is checked less"

    def check(self, view: View) -> Iterator[Fault]:
        metadata = view.flow.document.get("Metadata")
        spelling = metadata.get("type") if isinstance(metadata, dict) else None
        if view.is_module or not isinstance(spelling, str) or spelling in CONSOLE_TYPES:
            return
        yield Fault(ROOT / "Metadata" / "type", f"{shown(spelling)} is no type of flow", _cure(spelling))


def _cure(spelling: str) -> str:
    by_api_name = {flow_type.value: name for name, flow_type in CONSOLE_TYPES.items()}
    meant = by_api_name.get(spelling) or next(iter(get_close_matches(spelling, CONSOLE_TYPES, 1)), None)
    return f"use {meant}" if meant else f"use one of {', '.join(CONSOLE_TYPES)}"
