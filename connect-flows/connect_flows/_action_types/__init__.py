"""Every type of action that Amazon Connect knows, and what it wants of one: facts, no checks."""

from collections.abc import Mapping

from connect_flows._action_types._action_type import ActionType, Conditions, Errors, Group, Next
from connect_flows._action_types._contact import CONTACT
from connect_flows._action_types._flow_control import FLOW_CONTROL
from connect_flows._action_types._interaction import INTERACTION
from connect_flows._action_types._participant import PARTICIPANT, only_sets_buffer, stores_input
from connect_flows._action_types._values import Aspect, Wrong, is_reference

__all__ = [
    "ACTION_TYPES",
    "ActionType",
    "Aspect",
    "Conditions",
    "Errors",
    "Group",
    "Next",
    "Wrong",
    "is_reference",
    "only_sets_buffer",
    "stores_input",
]

ACTION_TYPES: Mapping[str, ActionType] = {**CONTACT, **PARTICIPANT, **FLOW_CONTROL, **INTERACTION}
