"""Two flows of one name."""

from collections import Counter
from collections.abc import Iterator

from connect_flows._finding import shown
from connect_flows._flow_set import FlowSet
from connect_flows._place import ROOT
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class NameTwice(SetRule):
    id = "E602"
    text = "Each flow has a name of its own, and so has each module."
    source = "https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateContactFlow.html: DuplicateResource"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        counted = Counter((flow.is_module, flow.name) for flow in flows.flows)
        for flow in flows.flows:
            if counted[flow.is_module, flow.name] > 1:
                others = sorted(
                    other.source for other in flows.flows if other.name == flow.name and other.source != flow.source
                )
                problem = f"{shown(flow.name)} is also the name of {', '.join(others)}"
                yield set_fault(flow, ROOT / "Metadata" / "name", problem, "give each its own")
