"""Modules in modules in modules."""

from collections.abc import Iterator, Mapping

from connect_flows._flow_set import FlowSet
from connect_flows._model import Flow
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault

DEEPEST = 5


class ModuleDepth(SetRule):
    id = "E604"
    text = f"Modules nest at most {DEEPEST} levels deep."
    source = "https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-modules.html"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        invoked: dict[str, list[Flow]] = {flow.source: [] for flow in flows.flows}
        for naming in flows.named("module"):
            target = flows.target(naming)
            if target is not None:
                invoked[naming.flow.source].append(target)
        for naming in flows.named("module"):
            target = flows.target(naming)
            if target is not None and not naming.flow.is_module and _depth(target, invoked) > DEEPEST:
                problem = f"{naming.placeholder} nests modules {_depth(target, invoked)} levels deep"
                yield set_fault(naming.flow, naming.place, problem, f"nest at most {DEEPEST}")


def _depth(module: Flow, invoked: Mapping[str, list[Flow]], above: frozenset[str] = frozenset()) -> int:
    if module.source in above:
        return 0
    inner = (_depth(target, invoked, above | {module.source}) for target in invoked[module.source])
    return 1 + max(inner, default=0)
