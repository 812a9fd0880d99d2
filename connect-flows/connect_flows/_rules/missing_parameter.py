"""Parameters that an action needs."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class MissingParameter(ParameterRule):
    id = "E203"
    text = "An action has every parameter that it needs."
    source = f"{ACTIONS}; {REFUSAL}: Action is missing required property"
    aspect = Aspect.MISSING
