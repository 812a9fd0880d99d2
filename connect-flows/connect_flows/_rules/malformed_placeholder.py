"""Placeholders of ours that are misspelt, where only an id or an ARN may stand."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import SPELLING, looks_ours, malformed_in
from connect_flows._resources import named_resources
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class MalformedPlaceholder(Rule):
    id = "E214"
    text = "A placeholder that stands for a resource is written ${kind.name}."
    source = f"{REFUSAL}: Failed to convert id, for what is neither an id nor an ARN"

    def check(self, view: View) -> Iterator[Fault]:
        for _, place, value in named_resources(view):
            for wrong in filter(looks_ours, dict.fromkeys(malformed_in(value))):
                yield Fault(place, f"{shown(wrong)} is no placeholder", SPELLING)
