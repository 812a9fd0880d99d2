"""Values that are taken at first, or are not what the console writes."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, ParameterRule


class UnusualValue(ParameterRule):
    id = "W521"
    text = "A value is written as the console writes it: numbers as strings, engines and styles by their names."
    source = f"{ACTIONS}; exports of the console"
    aspect = Aspect.UNUSUAL
