"""Texts and lists that are too long."""

from connect_flows._action_types import Aspect
from connect_flows._rules._rule import ACTIONS, REFUSAL, ParameterRule


class ValueSize(ParameterRule):
    id = "E208"
    text = "No text, list or set of tags is longer than it may be."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property value; More than 6 tags in Parameters.Tags"
    aspect = Aspect.SIZE
