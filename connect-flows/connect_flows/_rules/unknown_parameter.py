"""Parameters that an action does not take."""

from collections.abc import Iterator

from connect_flows._action_types import Aspect
from connect_flows._place import Fault
from connect_flows._rules._rule import ACTIONS, REFUSAL, Rule
from connect_flows._view import View


class UnknownParameter(Rule):
    id = "E202"
    text = "A parameter is one that its action takes."
    source = f"{ACTIONS}; {REFUSAL}: Invalid Action property name"

    def check(self, view: View) -> Iterator[Fault]:
        for known, (_, place, problem, cure) in view.wrongs[Aspect.UNKNOWN]:
            if known.facts.known:
                yield Fault(place, problem, cure)
