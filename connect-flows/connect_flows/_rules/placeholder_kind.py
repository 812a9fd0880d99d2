"""Placeholders of one kind where another is meant."""

from collections.abc import Iterator

from connect_flows._place import Fault
from connect_flows._placeholder import placeholders_in
from connect_flows._resources import named_resources
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View


class PlaceholderKind(Rule):
    id = "E215"
    text = "A placeholder is of the kind that its parameter names."
    source = f"{REFUSAL}: an ARN of another kind of resource is refused"

    def check(self, view: View) -> Iterator[Fault]:
        for kind, place, value in named_resources(view):
            for placeholder in placeholders_in(value):
                if placeholder.kind != kind:
                    yield Fault(place, f"{placeholder} is no {kind}", f"use ${{{kind}.<name>}}")
