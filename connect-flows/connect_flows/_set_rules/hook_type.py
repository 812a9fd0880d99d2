"""Flows that are used as flows of another type."""

from collections.abc import Iterator, Mapping

from connect_flows._flow_set import FlowSet
from connect_flows._model import FlowType
from connect_flows._set_rules._set_rule import SetFault, SetRule, set_fault

_HOOKS: Mapping[str, FlowType] = {
    "AgentHold": FlowType.AGENT_HOLD,
    "AgentWhisper": FlowType.AGENT_WHISPER,
    "CustomerHold": FlowType.CUSTOMER_HOLD,
    "CustomerQueue": FlowType.CUSTOMER_QUEUE,
    "CustomerRemaining": FlowType.CONTACT_FLOW,
    "CustomerWhisper": FlowType.CUSTOMER_WHISPER,
}
_TRANSFERRED_TO = frozenset({FlowType.CONTACT_FLOW, FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER})


class HookType(SetRule):
    id = "W601"
    text = "A flow that is used as an event hook, or transferred to, is of a type that can be used so."
    source = "https://docs.aws.amazon.com/connect/latest/adminguide/create-contact-flow.html#contact-flow-types"

    def check(self, flows: FlowSet) -> Iterator[SetFault]:
        for naming in flows.named("flow"):
            target = flows.target(naming)
            if target is None or target.type is None:
                continue
            wanted: frozenset[FlowType] = frozenset()
            if naming.action.type == "UpdateContactEventHooks":
                hook = naming.place.path.rpartition(".")[2]
                wanted = frozenset({_HOOKS[hook]} if hook in _HOOKS else ())
            elif naming.action.type == "TransferToFlow":
                wanted = _TRANSFERRED_TO
            if wanted and target.type not in wanted:
                problem = f"{naming.placeholder} is a {target.type} flow"
                yield set_fault(
                    naming.flow, naming.place, problem, f"name a flow of type {' or '.join(sorted(wanted))}"
                )
