"""What looks like a placeholder and is none: callers would hear it, and Connect would look for it."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._placeholder import SPELLING, looks_ours, malformed_in
from connect_flows._resources import named_resources
from connect_flows._rules._rule import Rule
from connect_flows._view import View


class MalformedPlaceholderInText(Rule):
    id = "W523"
    text = "What begins like a placeholder is one; otherwise it stays as it is, unless another tool fills it in."
    source = "connect_flows.render"

    def check(self, view: View) -> Iterator[Fault]:
        suspect = [(place, value) for _, place, value in view.strings if "${" in value and any(malformed_in(value))]
        resources = {place.path for _, place, _ in named_resources(view)} if suspect else set[str]()
        for place, value in suspect:
            for wrong in dict.fromkeys(malformed_in(value)):
                if not (place.path in resources and looks_ours(wrong)):  # malformed_placeholder says so
                    yield Fault(place, f"{shown(wrong)} is no placeholder and stays as it is", SPELLING)
