"""JSONPaths where none may be, and other things where one must be."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class ValueReference(ParameterRule):
    id = "E209"
    text = "A JSONPath stands where one may stand, and is whole where one must be."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value"
    aspect = Aspect.REFERENCE
