"""ARNs that tie a flow to one instance."""

from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._instance_arn import ARN
from connect_flows._place import Fault
from connect_flows._resources import named_resources
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View


class ArnLiteral(Rule):
    id = "W513"
    text = "A flow names resources by placeholders; with ARNs it runs in one instance only."
    source = f"{GUIDE}/contact-flow-import-export.html: ARNs of another instance are not resolved"

    def check(self, view: View) -> Iterator[Fault]:
        if view.around.instance is not None:
            return
        literal = [(place, value) for _, place, value in view.strings if "arn:aws" in value and ARN.search(value)]
        kinds = {place.path: kind for kind, place, _ in named_resources(view)} if literal else {}
        for place, value in literal:
            yield Fault(place, f"is the ARN {shown(value)}", f"write ${{{kinds.get(place.path, 'text')}.<name>}}")
