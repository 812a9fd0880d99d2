"""Where a flow lets a contact go."""

from collections.abc import Iterator

from connect_flows._action_types import ACTION_TYPES
from connect_flows._model import Action
from connect_flows._view import View

HANDING_OVER = frozenset({"TransferContactToQueue", "DequeueContactAndTransferToQueue", "TransferToFlow"})


def is_end(action: Action) -> bool:
    """Whether a contact may leave the flow here."""
    facts = ACTION_TYPES.get(action.type)
    if facts is None or facts.is_terminal or action.type in HANDING_OVER:
        return True  # nobody knows what an unknown type does
    if action.type == "TransferParticipantToThirdParty":
        return action.parameters.get("ContinueFlowExecution") == "False"
    return False


def ends_of(view: View) -> Iterator[str]:
    """The actions where a contact may leave, with those that do not say where it goes: other rules tell of these."""
    for identifier, action in view.graph.by_identifier.items():
        known_ways = {edge.target.identifier for edge in view.graph.out[identifier]}
        if is_end(action) or action.next_action is None or not known_ways.issuperset(action.targets):
            yield identifier
