"""Values of the wrong JSON kind."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class ValueKind(ParameterRule):
    id = "E205"
    text = "A value is of the JSON kind that its parameter takes; booleans are strings."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value"
    aspect = Aspect.KIND
