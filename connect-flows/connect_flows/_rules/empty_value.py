"""Values that are empty strings."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class EmptyValue(ParameterRule):
    id = "E204"
    text = "No value is an empty string."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value; Empty value in Parameters.Attributes"
    aspect = Aspect.EMPTY
