"""Names of resources where only their ids and ARNs may stand."""

import re
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._place import Fault
from connect_flows._resources import is_fixed, named_resources
from connect_flows._rules._rule import REFUSAL, Rule
from connect_flows._view import View

_NAMED_BY_ID = frozenset({"queue", "hours", "flow", "module", "prompt"})
# A module may have a version or an alias: <id>:1
_ID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?::.+)?\Z")


class ResourceName(Rule):
    id = "E216"
    text = "A queue, its hours, a flow, a module or a prompt is named by its id or its ARN, not by its name."
    source = f"{REFUSAL}: Failed to convert id"

    def check(self, view: View) -> Iterator[Fault]:
        for kind, place, value in named_resources(view):
            if kind in _NAMED_BY_ID and is_fixed(value) and not value.startswith("arn:") and not _ID.match(value):
                cure = f"write its id or its ARN, or ${{{kind}.<name>}}"
                yield Fault(place, f"{shown(value)} is neither an id nor an ARN", cure)
