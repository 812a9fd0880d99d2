"""What callers type, in the log."""

from collections.abc import Iterator
from operator import or_

from connect_flows._action_types import stores_input
from connect_flows._graph import Edge
from connect_flows._model import Action
from connect_flows._place import Fault
from connect_flows._rules._rule import GUIDE, Rule
from connect_flows._view import View

_SWITCH = "UpdateFlowLoggingBehavior"


class LoggingStoredInput(Rule):
    id = "W512"
    text = "What a caller types is stored while the flow is not logged, or encrypted."
    source = f"{GUIDE}/bp-contact-flows.html: disable logging where sensitive information is collected"

    def check(self, view: View) -> Iterator[Fault]:
        if not any(_switches_on(action) for action, _, _ in view.of(_SWITCH)):
            return
        storing = [known for known in view.of("GetParticipantInput") if _stores_much(known.action)]
        states = view.graph.states(False, _after, or_) if storing else {}
        for action, place, _ in storing:
            if states.get(action.identifier):
                problem = "stores what is typed while the flow may be logged"
                yield Fault(place, problem, f"set {_SWITCH} to Disabled before it, or use InputEncryption")


def _after(edge: Edge, is_logged: bool) -> bool:
    return _switches_on(edge.source) if edge.source.type == _SWITCH else is_logged


def _switches_on(action: Action) -> bool:
    return action.parameters.get("FlowLoggingBehavior") == "Enabled"


def _stores_much(action: Action) -> bool:
    """More than one key: a mark from 1 to 5 tells nothing about whoever gives it."""
    parameters = action.parameters
    if not stores_input(parameters) or "InputEncryption" in parameters:
        return False
    validation = parameters.get("InputValidation")
    custom = validation.get("CustomValidation") if isinstance(validation, dict) else None
    return not (isinstance(custom, dict) and str(custom.get("MaximumLength")) == "1")
