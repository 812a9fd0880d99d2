"""Flows that name one another in a circle."""

from collections.abc import Iterator

from connect_flows._flow_set import FlowSet
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault


class NamingCycle(SetRule):
    id = "E603"
    text = "Flows and modules do not name one another in a circle: none of them could be created first."
    source = "CloudFormation: Circular dependency between resources"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        reported: set[frozenset[str]] = set()
        for flow in flows.flows:
            for place, target in flows.leads_to[flow.source]:
                way = _way(target.source, flow.source, flows)
                if way is not None and frozenset(way) not in reported:
                    reported.add(frozenset(way))
                    names = " -> ".join([flow.source, *way])
                    cure = "break the circle: go back by ending the flow, or keep the way in one flow"
                    yield set_fault(flow, place, f"leads back here: {names}", cure)


def _way(start: str, goal: str, flows: FlowSet) -> list[str] | None:
    came_from: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting:
        here = waiting.pop(0)
        if here == goal:
            way = [here]
            while (before := came_from[way[-1]]) is not None:
                way.append(before)
            return way[::-1]
        for _, target in flows.leads_to[here]:
            if target.source not in came_from:
                came_from[target.source] = here
                waiting.append(target.source)
    return None
