"""What a flow is, once read: plain values that nothing changes any more."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from connect_flows._placeholder import Placeholder


class FlowType(StrEnum):
    """The kinds of flow, as the API of Amazon Connect spells them.

    >>> FlowType.from_console("agentWhisper")
    <FlowType.AGENT_WHISPER: 'AGENT_WHISPER'>
    """

    CONTACT_FLOW = "CONTACT_FLOW"
    CUSTOMER_QUEUE = "CUSTOMER_QUEUE"
    CUSTOMER_HOLD = "CUSTOMER_HOLD"
    CUSTOMER_WHISPER = "CUSTOMER_WHISPER"
    AGENT_HOLD = "AGENT_HOLD"
    AGENT_WHISPER = "AGENT_WHISPER"
    OUTBOUND_WHISPER = "OUTBOUND_WHISPER"
    AGENT_TRANSFER = "AGENT_TRANSFER"
    QUEUE_TRANSFER = "QUEUE_TRANSFER"
    CAMPAIGN = "CAMPAIGN"

    @classmethod
    def from_console(cls, spelling: str) -> "FlowType":
        """The flow type that the console writes as `Metadata.type`; a KeyError if it writes no such type."""
        return CONSOLE_TYPES[spelling]


CONSOLE_TYPES: Mapping[str, FlowType] = {
    "contactFlow": FlowType.CONTACT_FLOW,
    "customerQueue": FlowType.CUSTOMER_QUEUE,
    "customerHold": FlowType.CUSTOMER_HOLD,
    "customerWhisper": FlowType.CUSTOMER_WHISPER,
    "agentHold": FlowType.AGENT_HOLD,
    "agentWhisper": FlowType.AGENT_WHISPER,
    "outboundWhisper": FlowType.OUTBOUND_WHISPER,
    "agentTransfer": FlowType.AGENT_TRANSFER,
    "queueTransfer": FlowType.QUEUE_TRANSFER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBranch:
    """Where an action goes on after an error.

    >>> ErrorBranch(error_type="NoMatchingError", next_action="apologise").next_action
    'apologise'
    """

    error_type: str
    next_action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionBranch:
    """Where an action goes on when its result compares with the operands as the operator says.

    >>> ConditionBranch(operator="Equals", operands=("1",), next_action="orders").operands
    ('1',)
    """

    operator: str
    operands: tuple[str, ...]
    next_action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One block of a flow. `path` is its place in the document.

    >>> action = Action(identifier="bye", type="DisconnectParticipant", parameters={}, path="Actions[0]")
    >>> action.targets
    ()
    """

    identifier: str
    type: str
    parameters: Mapping[str, object]
    path: str
    next_action: str | None = None
    errors: tuple[ErrorBranch, ...] = ()
    conditions: tuple[ConditionBranch, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The identifiers that the action can go on to, in the document's order, each once."""
        following = [] if self.next_action is None else [self.next_action]
        following += [branch.next_action for branch in self.errors]
        following += [branch.next_action for branch in self.conditions]
        return tuple(dict.fromkeys(following))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A flow or a flow module. `load` and `parse` make it.

    `name`: Metadata.name, else the source's file name without its ending. `type`: None for modules, and for flows whose
    Metadata does not say. `document`: the parsed JSON, unchanged; treat it as read-only. `size`: how many characters
    the text had.

    >>> from connect_flows import parse
    >>> flow = parse('''{"Version": "2019-10-30", "StartAction": "bye",
    ...     "Metadata": {"type": "contactFlow"}, "Actions": [
    ...     {"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}''',
    ...     source="flows/goodbye.json")
    >>> flow.name, flow.type, flow.is_module, flow.start_action
    ('goodbye', <FlowType.CONTACT_FLOW: 'CONTACT_FLOW'>, False, 'bye')
    """

    name: str
    type: FlowType | None
    description: str
    start_action: str
    actions: tuple[Action, ...]
    settings: Mapping[str, object] | None
    placeholders: tuple[Placeholder, ...]
    document: Mapping[str, object]
    source: str
    size: int

    @property
    def is_module(self) -> bool:
        """Only the content of a module has Settings."""
        return self.settings is not None
