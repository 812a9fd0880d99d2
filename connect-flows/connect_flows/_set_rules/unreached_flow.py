"""Flows and modules that no contact can come to."""

from collections.abc import Iterator

from connect_flows._flow_set import FlowSet
from connect_flows._model import FlowType
from connect_flows._place import ROOT
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault

# Numbers, quick connects and outbound queues name these outside of flows.
_ENTRANCES = frozenset(
    {
        FlowType.CONTACT_FLOW,
        FlowType.AGENT_TRANSFER,
        FlowType.QUEUE_TRANSFER,
        FlowType.OUTBOUND_WHISPER,
        FlowType.CAMPAIGN,
    }
)


class UnreachedFlow(SetRule):
    id = "W602"
    text = "Some flow leads to every module and to every flow that nothing but a flow can name."
    source = "https://docs.aws.amazon.com/connect/latest/adminguide/create-contact-flow.html#contact-flow-types"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        waiting = [flow.source for flow in flows.flows if not flow.is_module and _is_entrance(flow.type)]
        reached = set(waiting)
        while waiting:
            for _, target in flows.leads_to[waiting.pop()]:
                if target.source not in reached:
                    reached.add(target.source)
                    waiting.append(target.source)
        for flow in flows.flows:
            if flow.source not in reached:
                kind = "module" if flow.is_module else "flow"
                cure = f"name ${{{kind}.{flow.name}}} in a flow that contacts come to, or delete the file"
                yield set_fault(flow, ROOT, "is reached by no flow of the folder", cure)


def _is_entrance(flow_type: FlowType | None) -> bool:
    return flow_type is None or flow_type in _ENTRANCES
