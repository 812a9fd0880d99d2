"""Flows and modules that are named and are not there."""

from collections.abc import Iterator

from connect_flows._flow_set import FlowSet
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class MissingFlow(SetRule):
    id = "E601"
    text = "Every flow and module that a flow names is in the folder, as what it is named."
    source = "a placeholder without a value; a module where a flow is wanted is refused"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        for kind in ("flow", "module"):
            there = sorted({name for name, flow in flows.by_name.items() if flow.is_module == (kind == "module")})
            for naming in flows.named(kind):
                target = flows.target(naming)
                if target is None:
                    cure = f"of kind {kind} there is {', '.join(there)}" if there else f"there is no {kind}"
                    yield set_fault(naming.flow, naming.place, f"{naming.placeholder} is not in the folder", cure)
                elif target.is_module != (kind == "module"):
                    problem = f"{naming.placeholder} is a {'module' if target.is_module else 'flow'}"
                    yield set_fault(naming.flow, naming.place, problem, f"name a {kind}")
