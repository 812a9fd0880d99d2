"""Placeholders that are none, where only an id or an ARN may stand."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import SPELLING, malformed_in
from connect_flows._resources import named_resources
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class MalformedPlaceholder(Rule):
    id = "E214"
    text = "What stands for a resource is an id, an ARN, a JSONPath or a ${kind.name} placeholder."
    source = f"{REFUSAL}: Failed to convert id"

    def check(self, view: View) -> Iterator[Fault]:
        for _, place, value in named_resources(view):
            for wrong in dict.fromkeys(malformed_in(value)):
                yield Fault(place, f"{shown(wrong)} is no placeholder", SPELLING)
