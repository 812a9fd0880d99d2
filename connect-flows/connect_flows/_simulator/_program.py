"""A flow made ready to run: what every contact needs of a block is worked out once."""

from collections.abc import Mapping
from typing import Any

from connect_flows._blocks._branches import condition_key
from connect_flows._model import Action, Flow
from connect_flows._placeholder import PATTERN
from connect_flows._simulator._errors import MissingValue
from connect_flows._simulator._values import prepared


class Block:
    """One action, ready to run.

    Attributes:
        identifier: Its name in the flow.
        type: Its type.
        parameters: Prepared values.
        plain: The parameters as they are written, texts filled in.
        next: The block of NextAction.
        errors: The block for each error.
        conditions: Operator, prepared operand, block and key of each condition.
        choices: The block and the key for each operand of Equals that is no reference.
    """

    __slots__ = ("choices", "conditions", "errors", "identifier", "next", "parameters", "plain", "type")

    def __init__(self, action: Action, texts: Mapping[str, str], flow: str) -> None:
        self.identifier = action.identifier
        self.type = action.type
        self.plain: Mapping[str, Any] = {
            name: _filled(value, texts, f"{flow}: block {action.identifier}")
            for name, value in action.parameters.items()
        }
        self.parameters: Mapping[str, Any] = {name: prepared(value) for name, value in self.plain.items()}
        self.next = action.next_action
        self.errors = {branch.error_type: branch.next_action for branch in action.errors}
        self.conditions = tuple(
            (
                branch.operator,
                prepared(branch.operands[0] if branch.operands else ""),
                branch.next_action,
                condition_key(branch),
            )
            for branch in action.conditions
        )
        self.choices: dict[str, tuple[str, str]] = {}
        for branch in action.conditions:
            if branch.operator == "Equals" and branch.operands:
                self.choices.setdefault(branch.operands[0], (branch.next_action, condition_key(branch)))


class Program:
    """A flow or module, ready to run.

    Attributes:
        flow: The flow it was made of.
        name: The flow's name.
        type: As `FlowType`; empty for modules.
        start: The first block.
        blocks: By identifier.
        to: Who hears its prompts: customer or agent.

    >>> from connect_flows import parse
    >>> flow = parse('{"Version": "2019-10-30", "StartAction": "bye", "Metadata": {}, "Actions": ['
    ...     '{"Identifier": "bye", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}',
    ...     source="hello.json")
    >>> program = Program(flow)
    >>> program.name, program.start, program.to
    ('hello', 'bye', 'customer')
    """

    __slots__ = ("blocks", "flow", "is_module", "name", "start", "to", "type")

    def __init__(self, flow: Flow, texts: Mapping[str, str] | None = None, name: str = "") -> None:
        self.flow = flow
        self.name = name or flow.name
        self.type = flow.type.value if flow.type else ""
        self.is_module = flow.is_module
        self.start = flow.start_action
        self.blocks = {action.identifier: Block(action, texts or {}, self.name) for action in flow.actions}
        self.to = "agent" if self.type in ("AGENT_WHISPER", "AGENT_HOLD") else "customer"


def _filled(value: Any, texts: Mapping[str, str], place: str) -> Any:
    """`value` with the placeholders of texts filled in; those of resources name the resources."""
    if isinstance(value, dict):
        return {key: _filled(each, texts, place) for key, each in value.items()}
    if isinstance(value, list):
        return [_filled(each, texts, place) for each in value]
    if not isinstance(value, str) or "${" not in value:
        return value

    def text(match: Any) -> str:
        if match[1] != "text":
            return str(match[0])
        if match[2] not in texts:
            raise MissingValue(f"{place}: {match[0]} has no value; give it: texts={{{match[2]!r}: ...}}")
        return texts[match[2]]

    return PATTERN.sub(text, value)


def name_of(resource: str) -> str:
    """What a flow calls a resource: the name in its placeholder, or the whole text.

    >>> name_of("${queue.general}")
    'general'
    """
    match = PATTERN.fullmatch(resource)
    return match[2] if match else resource
