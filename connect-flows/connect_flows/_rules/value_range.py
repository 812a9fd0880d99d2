"""Numbers beyond their limits."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class ValueRange(ParameterRule):
    id = "E207"
    text = "A number is a whole one within its limits."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value"
    aspect = Aspect.RANGE
