"""Whether a flow with a branch that leads elsewhere is the same to customers on every path that the explorer walks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from connect_flows import Action, Flow, parse
from connect_flows.simulator import explore
from tests.flows.company import TEXTS

# Paths begin with the flow itself, or with one that does nothing but invoke the module and tell what came of it.
INVOKES = parse(
    """{"Version": "2019-10-30", "StartAction": "invoke", "Metadata": {"name": "invokes"}, "Actions": [
    {"Identifier": "invoke", "Type": "InvokeFlowModule", "Parameters": {"FlowModuleId": "${module.authenticate}"},
     "Transitions": {"NextAction": "check", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "other"}]}},
    {"Identifier": "check", "Type": "Compare",
     "Parameters": {"ComparisonValue": "$.Attributes.customer_authenticated"},
     "Transitions": {"NextAction": "other", "Errors": [{"ErrorType": "NoMatchingCondition", "NextAction": "other"}],
      "Conditions": [{"NextAction": "known", "Condition": {"Operator": "Equals", "Operands": ["true"]}},
                     {"NextAction": "unknown", "Condition": {"Operator": "Equals", "Operands": ["false"]}}]}},
    {"Identifier": "known", "Type": "MessageParticipant", "Parameters": {"Text": "known"},
     "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
    {"Identifier": "unknown", "Type": "MessageParticipant", "Parameters": {"Text": "unknown"},
     "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
    {"Identifier": "other", "Type": "MessageParticipant", "Parameters": {"Text": "other"},
     "Transitions": {"NextAction": "bye", "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "bye"}]}},
    {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""",
    source="invokes",
)
# What contacts bring along from flows that would have run before.
GIVEN = {
    "authenticate": ("customer_authenticated",),
    "agent_whisper": ("bot_intent", "customer_authenticated", "intent"),
    "customer_queue": ("callback_offer",),
}
MOST_PATHS = 1_000_000
# The world of the explorer has a reason for the errors of other types: a function fails, hours are missing.
FAILS_WITHOUT_REASON = {
    "GetParticipantInput",
    "InvokeFlowModule",
    "Loop",
    "MessageParticipant",
    "MessageParticipantIteratively",
    "UpdateContactAttributes",
    "UpdateContactData",
    "UpdateContactEventHooks",
    "UpdateContactTextToSpeechVoice",
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A flow of which one branch leads to another block.

    Attributes:
        flow: The flow's name.
        block: The block whose branch it is.
        branch: The branch's key.
        target: Where it leads now.
    """

    flow: str
    block: str
    branch: str
    target: str

    def __str__(self) -> str:
        return f"{self.flow}: {self.block}: {self.branch} -> {self.target}"


class Paths:
    """All paths through flows as they are, each kind walked once."""

    def __init__(self, flows: Mapping[str, Flow]) -> None:
        self.flows = flows
        self._walked: dict[tuple[str, str], frozenset[object] | None] = {}

    def are_same_with(self, mutant: Mutant) -> bool:
        """Whether customers do, hear and come to the same on all paths; False also when there are too many of them."""
        usual = self.flows[mutant.flow]
        other = mutated(usual, mutant)
        key = (mutant.flow, "")
        [action] = [each for each in usual.actions if each.identifier == mutant.block]
        if mutant.branch == "error:NoMatchingError" and action.type in FAILS_WITHOUT_REASON:
            usual, other = failing(usual, mutant.block), failing(other, mutant.block)
            key = (mutant.flow, mutant.block)
        if key not in self._walked:
            self._walked[key] = self._paths(mutant.flow, usual)
        before = self._walked[key]
        return before is not None and before == self._paths(mutant.flow, other)

    def _paths(self, name: str, flow: Flow) -> frozenset[object] | None:
        found = explore(
            (*{**self.flows, name: flow}.values(), INVOKES),
            INVOKES.name if flow.is_module else name,
            texts=TEXTS,
            given=GIVEN.get(name, ()),
            channels=("VOICE",) if name == "inbound" or flow.is_module else (),
            most_paths=MOST_PATHS,
        )
        return frozenset(found.paths) if found.complete else None


def mutated(flow: Flow, mutant: Mutant) -> Flow:
    """The flow with the branch that leads elsewhere."""
    return replace(flow, actions=tuple(_mutated(action, mutant) for action in flow.actions))


def failing(flow: Flow, block: str) -> Flow:
    """The flow with a block that always meets an error: in its place is one that does nothing and goes on there."""
    return replace(flow, actions=tuple(_failing(each) if each.identifier == block else each for each in flow.actions))


def _failing(action: Action) -> Action:
    [target] = [branch.next_action for branch in action.errors if branch.error_type == "NoMatchingError"]
    nothing: dict[str, object] = {"FlowAttributes": {}}
    return replace(
        action, type="UpdateFlowAttributes", parameters=nothing, next_action=target, errors=(), conditions=()
    )


def _mutated(action: Action, mutant: Mutant) -> Action:
    if action.identifier != mutant.block:
        return action
    kind, _, rest = mutant.branch.partition(":")
    if kind == "success":
        return replace(action, next_action=mutant.target)
    if kind == "error":
        errors = (
            replace(branch, next_action=mutant.target) if branch.error_type == rest else branch
            for branch in action.errors
        )
        return replace(action, errors=tuple(errors))
    conditions = (
        replace(branch, next_action=mutant.target) if ":".join((branch.operator, *branch.operands)) == rest else branch
        for branch in action.conditions
    )
    return replace(action, conditions=tuple(conditions))
