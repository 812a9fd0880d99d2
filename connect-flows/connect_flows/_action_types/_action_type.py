"""What Amazon Connect wants of one type of action."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from connect_flows._action_types._values import Value
from connect_flows._model import FlowType

NO_MATCH = "NoMatchingError"
NO_CONDITION = "NoMatchingCondition"

Parameters = Mapping[str, object]
Place = FlowType | None

EVERYWHERE: frozenset[Place] = frozenset({*FlowType, None})
TRANSFERS: frozenset[Place] = frozenset({FlowType.AGENT_TRANSFER, FlowType.QUEUE_TRANSFER})
WHISPERS: frozenset[Place] = frozenset({FlowType.CUSTOMER_WHISPER, FlowType.AGENT_WHISPER, FlowType.OUTBOUND_WHISPER})
HOLDS: frozenset[Place] = frozenset({FlowType.CUSTOMER_HOLD, FlowType.AGENT_HOLD})
INBOUND: frozenset[Place] = frozenset({FlowType.CONTACT_FLOW, None})
INTERACTIVE: frozenset[Place] = INBOUND | TRANSFERS | {FlowType.CUSTOMER_QUEUE}
"""Where a caller can be asked something."""


@dataclass(frozen=True, slots=True)
class Errors:
    """The error branches of an action: those it must have and those it may have. All others are refused."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditions:
    """The condition branches of an action.

    `operands`: the closed set they are from, or None for any text. `every`: each of `operands` must have its branch.
    `needed`: there must be one at least.
    """

    operators: tuple[str, ...] = ("Equals",)
    operands: tuple[str, ...] | None = None
    every: bool = False
    needed: bool = False


class Next(Enum):
    """Whether an action goes on by itself."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Group:
    """Parameters of which at least `fewest` and at most `most` may be there."""

    names: tuple[str, ...]
    fewest: int = 0
    most: int | None = None


def _always(errors: Errors) -> Callable[[Parameters], Errors]:
    return lambda parameters: errors


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionType:
    """A type of action.

    `flow_types`: where it is allowed, None standing for modules. `doubtful`: where the sources disagree. `errors` and
    `conditions` depend on the parameters. `known`: False where no page of AWS names the parameters; others than those
    seen are then no error.
    """

    required: Mapping[str, Value] = field(default_factory=dict)
    optional: Mapping[str, Value] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    errors: Callable[[Parameters], Errors] = field(default=_always(Errors((NO_MATCH,))))
    conditions: Callable[[Parameters], Conditions | None] = field(default=lambda parameters: None)
    next_action: Next = Next.REQUIRED
    flow_types: frozenset[Place] = EVERYWHERE
    doubtful: frozenset[Place] = frozenset()
    known: bool = True

    @property
    def is_terminal(self) -> bool:
        """Whether the flow ends there."""
        return self.next_action is Next.NONE


def errors(*required: str, optional: tuple[str, ...] = ()) -> Callable[[Parameters], Errors]:
    """The same error branches, whatever the parameters are."""
    return _always(Errors(required, optional))


def equals(*operands: str, every: bool = False, needed: bool = False) -> Callable[[Parameters], Conditions]:
    """Equals and one of these operands; with none named, any text."""
    conditions = Conditions(operands=operands or None, every=every, needed=needed)
    return lambda parameters: conditions
