"""Values that a parameter does not have."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class ValueChoice(ParameterRule):
    id = "E206"
    text = "A value is one of those that its parameter has."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value"
    aspect = Aspect.CHOICE
